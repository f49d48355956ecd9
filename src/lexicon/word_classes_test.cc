#include "lexicon/word_classes.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

constexpr const char* kHead = "class\tword\tsource\n";

TEST(WordClasses, FindsWordsAndPhrases) {
  const auto classes = WordClasses::parse(
      std::string(kHead) + "light\tgive\thand\nquantity\tseries\thand\nlight\tcarry out\thand\n",
      "classes.tsv");
  ASSERT_TRUE(classes) << describe(classes.error());
  EXPECT_TRUE(classes->find("give").has(WordClass::kLight));
  EXPECT_FALSE(classes->find("give").has(WordClass::kQuantity));
  EXPECT_TRUE(classes->find("carry out").has(WordClass::kLight));
  EXPECT_TRUE(classes->find("carry").empty());
}

TEST(WordClasses, RefusesBadRows) {
  const struct {
    const char* rows;
    ErrorCode code;
  } cases[] = {
      {"heavy\tgive\thand\n", ErrorCode::kBadFormat},
      {"light\tGive\thand\n", ErrorCode::kBadFormat},
      {"light\t\thand\n", ErrorCode::kBadFormat},
      {"light\tgive\thand\nlight\tgive\thand\n", ErrorCode::kDuplicate},
  };
  for (const auto& c : cases) {
    const auto classes = WordClasses::parse(std::string(kHead) + c.rows, "classes.tsv");
    ASSERT_FALSE(classes) << c.rows;
    EXPECT_EQ(classes.error().code, c.code) << c.rows;
  }
}

TEST(WordClasses, LoadsTheTable) {
  const auto classes = WordClasses::load(std::string(ENTENTE_DATA_DIR) + "/lexicon/classes.tsv");
  ASSERT_TRUE(classes) << describe(classes.error());
  EXPECT_TRUE(classes->find("urge").has(WordClass::kObjectControl));
  EXPECT_FALSE(WordClasses::load("/nowhere/classes.tsv"));
}

}  // namespace
}  // namespace entente
