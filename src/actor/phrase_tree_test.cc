#include "actor/phrase_tree.h"

#include <gtest/gtest.h>

#include <string>

#include "record/testing/hand_parse.h"

namespace entente {
namespace {

TEST(PhraseTree, PhraseKeepsModifiersAndOfButNoRelativeClause) {
  const auto parse = testing::hand_parse(
      "The/DT/det/1 head/NN/nsubj/9 of/IN/prep/1 Iran/NNP/poss/5 's/POS/case/3 agency/NN/pobj/2 "
      ",/,/punct/1 who/WP/nsubj/8 resigned/VBD/relcl/1/resign left/VBD/ROOT/9/leave ././punct/9");
  const PhraseTree tree(parse.analysis);
  EXPECT_EQ(tree.phrase_text(1), "The head of Iran 's agency");
  EXPECT_EQ(tree.phrase_text(3), "Iran");
}

TEST(PhraseTree, PhraseLeavesConjunctsAndAppositionsOut) {
  const auto parse = testing::hand_parse(
      "Egypt/NNP/nsubj/8 and/CC/cc/0 the/DT/det/3 minister/NN/conj/0 ,/,/punct/3 "
      "Ann/NNP/compound/6 "
      "Lee/NNP/appos/3 ,/,/punct/3 met/VBD/ROOT/8/meet ././punct/8");
  const PhraseTree tree(parse.analysis);
  EXPECT_EQ(tree.phrase_text(0), "Egypt");
  EXPECT_EQ(tree.phrase_text(3), "the minister");
  EXPECT_EQ(tree.phrase_text(6), "Ann Lee");
}

TEST(PhraseTree, ObjectOfPrepositionKeepsItsConjuncts) {
  const auto parse = testing::hand_parse(
      "the/DT/det/1 presidents/NNS/ROOT/1/president of/IN/prep/1 Egypt/NNP/pobj/2 and/CC/cc/3 "
      "Sudan/NNP/conj/3");
  const PhraseTree tree(parse.analysis);
  EXPECT_EQ(tree.phrase_text(1), "the presidents of Egypt and Sudan");
  EXPECT_TRUE(tree.is_plural(1));
  EXPECT_TRUE(tree.is_definite(1));
  EXPECT_EQ(tree.prep_object(1, "of"), 3U);
}

TEST(PhraseTree, CountsAndSingulars) {
  const auto parse = testing::hand_parse(
      "the/DT/det/2 two/CD/nummod/2 sides/NNS/nsubj/3/side MET/VBD/ROOT/3/meet "
      "MINISTERS/NNPS/dobj/3");
  const PhraseTree tree(parse.analysis);
  EXPECT_EQ(tree.count(2), 2U);
  EXPECT_EQ(tree.noun(2), "side");
  EXPECT_EQ(tree.noun(4), "minister");
  EXPECT_EQ(parse_small_number("twelve"), 12U);
  EXPECT_EQ(parse_small_number("27"), 27U);
  EXPECT_EQ(parse_small_number("2020"), 0U);
}

// A chain of 50,000 prepositions: no recursion, linear time.
TEST(PhraseTree, DeepNestingIsHarmless) {
  Analysis analysis("x");
  for (std::uint32_t i = 0; i < 50000; ++i) {
    Token token;
    token.end = 1;
    token.head = i == 0 ? 0 : i - 1;
    token.pos = Pos::kNoun;
    token.dep = i == 0 ? Dep::kRoot : i % 2 == 1 ? Dep::kPrep : Dep::kPobj;
    analysis.tokens.push_back(token);
  }
  analysis.sentences = {{0, 50000}};
  const PhraseTree tree(analysis);
  EXPECT_EQ(tree.phrase(49999), (TokenRange{49999, 50000}));
}

}  // namespace
}  // namespace entente
