#include "nlp/unicode.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Unicode, ClassesFollowPython) {
  EXPECT_TRUE(is_digit(U'²'));  // Numeric_Type Digit
  EXPECT_TRUE(is_digit(U'٣'));
  EXPECT_FALSE(is_digit(U'½'));
  EXPECT_FALSE(is_upper(U'ǅ'));  // title case is not upper case
  EXPECT_TRUE(is_upper(U'Ⓐ'));   // other upper case, and no letter
  EXPECT_FALSE(is_alpha(U'Ⓐ'));
  EXPECT_TRUE(is_space(U'\u001c'));
  EXPECT_TRUE(is_space(U'\u3000'));
  EXPECT_FALSE(is_space(U'\u200b'));
  EXPECT_TRUE(is_alpha(U'中'));
  EXPECT_FALSE(is_alpha(U'\U0010FFFF'));
}

TEST(Unicode, LowerCase) {
  EXPECT_EQ(to_lower("U.S. NATO"), "u.s. nato");
  EXPECT_EQ(to_lower("ÉCOLE Đông ЖЁ"), "école đông жё");
  EXPECT_EQ(to_lower("İzmir"), "i\u0307zmir");
  EXPECT_EQ(to_lower("ΟΔΟΣ ΣΑΣ"), "οδος σας");
  EXPECT_EQ(to_lower("ΟΔΟΣ' Σ 1Σ"), "οδος' σ 1σ");  // the apostrophe is ignored
  EXPECT_EQ(to_lower("ΑΣ'Α"), "ασ'α");
}

TEST(Unicode, IsAlphaOfStrings) {
  EXPECT_TRUE(is_alpha(std::string_view("naïve")));
  EXPECT_FALSE(is_alpha(std::string_view("co-op")));
  EXPECT_FALSE(is_alpha(std::string_view("")));
}

}  // namespace
}  // namespace entente
