#include "model/string_hash.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(StringHash, KnownValues) {
  EXPECT_EQ(string_hash("coffee"), 3197928453018144401U);
  EXPECT_EQ(string_hash("apple"), 8566208034543834098U);
}

TEST(StringHash, EveryLengthOfTheTailCounts) {
  const std::string_view text = "abcdefghijklmnopq";
  for (std::size_t i = 1; i < text.size(); ++i) {
    EXPECT_NE(string_hash(text.substr(0, i)), string_hash(text.substr(0, i + 1)));
  }
}

}  // namespace
}  // namespace entente
