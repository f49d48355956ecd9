#include "lexicon/word_classes.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

constexpr const char* kHead = "class\tword\tsource\n";
constexpr const char* kLemmaHead = "form\twrong\tlemma\tsource\n";

Result<WordClasses> parse(const std::string& classes, const std::string& lemmas = "") {
  return WordClasses::parse(kHead + classes, "classes.tsv", kLemmaHead + lemmas, "lemmas.tsv");
}

TEST(WordClasses, FindsWordsAndPhrases) {
  const auto classes = parse("light\tgive\thand\nquantity\tseries\thand\nlight\tcarry out\thand\n");
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
    const auto classes = parse(c.rows);
    ASSERT_FALSE(classes) << c.rows;
    EXPECT_EQ(classes.error().code, c.code) << c.rows;
  }
}

TEST(WordClasses, RepairsLemmas) {
  const auto classes = parse("", "staged\tstag\tstage\thand\n");
  ASSERT_TRUE(classes) << describe(classes.error());
  EXPECT_EQ(classes->find_lemma("staged"), "stage");
  EXPECT_EQ(classes->find_lemma("held"), "");
  EXPECT_FALSE(parse("", "staged\tstag\tstage\thand\nstaged\tstag\tstage\thand\n"));
  EXPECT_FALSE(parse("", "Staged\tstag\tstage\thand\n"));
}

TEST(WordClasses, LoadsTheTables) {
  const auto classes = WordClasses::load(std::string(ENTENTE_DATA_DIR) + "/lexicon");
  ASSERT_TRUE(classes) << describe(classes.error());
  EXPECT_TRUE(classes->find("urge").has(WordClass::kObjectControl));
  EXPECT_FALSE(WordClasses::load("/nowhere"));
}

}  // namespace
}  // namespace entente
