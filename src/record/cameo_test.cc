#include "record/cameo.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(CameoCode, ModeBeforeType) {
  EXPECT_EQ(cameo_code(EventType::kConsult, "visit").code, "042");
  EXPECT_EQ(cameo_code(EventType::kConsult, "").code, "040");
  EXPECT_EQ(cameo_code(EventType::kCoerce, "no such mode").code, "170");
}

TEST(CameoCode, EveryTypeHasOne) {
  for (int i = 0; i <= static_cast<int>(EventType::kAssault); ++i) {
    EXPECT_GE(cameo_code(static_cast<EventType>(i), "").code.size(), 3U);
  }
}

}  // namespace
}  // namespace entente
