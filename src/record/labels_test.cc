#include "record/labels.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Labels, RoundTrip) {
  EXPECT_EQ(to_string(parse_tag("PRP$")), "PRP$");
  EXPECT_EQ(parse_tag("_SP"), Tag::kSpace);
  EXPECT_EQ(to_string(Dep::kNsubjpass), "nsubjpass");
  EXPECT_EQ(parse_dep("relcl"), Dep::kRelcl);
  EXPECT_EQ(parse_pos("PROPN"), Pos::kPropn);
  EXPECT_EQ(parse_entity_type("WORK_OF_ART"), EntityType::kWorkOfArt);
}

TEST(Labels, UnknownIsOther) {
  EXPECT_EQ(parse_dep("nsubj:pass"), Dep::kOther);
  EXPECT_EQ(parse_tag(""), Tag::kOther);
  EXPECT_EQ(to_string(EntityType::kOther), "");
}

}  // namespace
}  // namespace entente
