#include "nlp/attribute_ruler.h"

#include <gtest/gtest.h>

#include "nlp/small_model.h"

namespace entente {
namespace {

constexpr std::string_view kRules = R"([
 {"patterns": [[{"TAG": "VBP"}]], "attrs": {"POS": "VERB", "MORPH": "Tense=Pres"}, "index": 0},
 {"patterns": [[{"TAG": ":"}]], "attrs": {"POS": "PUNCT", "MORPH": "_"}, "index": 0},
 {"patterns": [[{"TAG": {"IN": ["VBP", "VBZ"]}, "LOWER": {"IN": ["are", "'re"]}}]],
  "attrs": {"POS": "AUX", "LEMMA": "be"}, "index": 0},
 {"patterns": [[{"LOWER": "gon"}, {"LOWER": {"REGEX": "^n[ao]h?$"}}]],
  "attrs": {"LEMMA": "go"}, "index": 0},
 {"patterns": [[{"LOWER": "gon"}, {"LOWER": "na"}]], "attrs": {"LEMMA": "to"}, "index": -1},
 {"patterns": [[{"DEP": "expl"}, {"LOWER": "are"}]], "attrs": {"POS": "VERB"}, "index": 1},
 {"patterns": [[{"TAG": "NIL"}]], "attrs": {"POS": "X"}, "index": 0},
 {"patterns": [[{"DEP": {"NOT_IN": ["det", ""]}, "TAG": "DT"}]], "attrs": {"POS": "PRON"}, "index": 0},
 {"patterns": [[{"IS_SPACE": true}]], "attrs": {"TAG": "_SP", "POS": "SPACE", "DEP": "dep"}, "index": 0}
])";

class AttributeRulerTest : public testing::Test {
 protected:
  struct Word {
    const char* text;
    Tag tag;
    Dep dep;
  };
  static ModelFile make() {
    ModelWriter writer;
    testing_model::add_words(writer);
    return testing_model::open(writer, testing::TempDir() + "/ruler_test.model");
  }
  Analysis apply(const std::vector<Word>& words) {
    Analysis analysis;
    doc_.clear();
    for (const Word& word : words) {
      Token& token = analysis.tokens.emplace_back();
      token.tag = word.tag;
      token.dep = word.dep;
      doc_.lexemes.push_back(lexemes_->get(word.text, "", doc_.overflow));
    }
    ruler_.apply(analysis, doc_, workspace_);
    return analysis;
  }

  ModelFile model_ = make();
  std::unique_ptr<LexemeTable> lexemes_ = LexemeTable::load(model_, 10'000).value();
  AttributeRuler ruler_ = AttributeRuler::parse(kRules, "test").value();
  AttributeRuler::Workspace workspace_;
  WorkingDoc doc_;
};

TEST_F(AttributeRulerTest, TheLaterRuleWinsForEachAttribute) {
  const Analysis a = apply({{"Are", Tag::kVBP, Dep::kRoot}, {"run", Tag::kVBP, Dep::kRoot}});
  EXPECT_EQ(a.tokens[0].pos, Pos::kAux);
  EXPECT_EQ(a.tokens[0].lemma, "be");
  EXPECT_EQ(a.tokens[0].morph, "Tense=Pres");  // of the earlier rule
  EXPECT_EQ(a.tokens[1].pos, Pos::kVerb);
  EXPECT_EQ(a.tokens[1].lemma, "");
}

TEST_F(AttributeRulerTest, PatternsOfSeveralTokens) {
  const Analysis a = apply({{"gon", Tag::kVBG, Dep::kRoot},
                            {"na", Tag::kTO, Dep::kAux},
                            {"gon", Tag::kVBG, Dep::kRoot},
                            {"noh", Tag::kTO, Dep::kAux},
                            {"gon", Tag::kVBG, Dep::kRoot}});
  EXPECT_EQ(a.tokens[0].lemma, "go");
  EXPECT_EQ(a.tokens[1].lemma, "to");
  EXPECT_EQ(a.tokens[2].lemma, "go");
  EXPECT_EQ(a.tokens[3].lemma, "");
  EXPECT_EQ(a.tokens[4].lemma, "");
}

TEST_F(AttributeRulerTest, ALongerPatternMayWinOverAnEarlierShortOne) {
  const Analysis a = apply({{"there", Tag::kEX, Dep::kExpl}, {"are", Tag::kVBP, Dep::kRoot}});
  EXPECT_EQ(a.tokens[1].pos, Pos::kVerb);
}

TEST_F(AttributeRulerTest, LabelsThatAreNotSetOrNotKnown) {
  const Analysis a = apply({{"this", Tag::kDT, Dep::kNsubj},
                            {"this", Tag::kDT, Dep::kDet},
                            {"this", Tag::kDT, Dep::kOther},
                            {"x", Tag::kOther, Dep::kDep}});
  EXPECT_EQ(a.tokens[0].pos, Pos::kPron);
  EXPECT_EQ(a.tokens[1].pos, Pos::kOther);
  EXPECT_EQ(a.tokens[2].pos, Pos::kOther);
  EXPECT_EQ(a.tokens[3].pos, Pos::kOther);  // the tag NIL is none of ours
}

TEST_F(AttributeRulerTest, WhiteSpaceGetsTagAndLabel) {
  const Analysis a = apply({{"\n", Tag::kNN, Dep::kRoot}});
  EXPECT_EQ(a.tokens[0].tag, Tag::kSpace);
  EXPECT_EQ(a.tokens[0].pos, Pos::kSpace);
  EXPECT_EQ(a.tokens[0].dep, Dep::kDep);
}

TEST(AttributeRuler, RefusesWhatItDoesNotKnow) {
  const char* const bad[] = {
      "{}",
      R"([{"patterns": [[{"TAG": "NN"}]], "attrs": {"NORM": "x"}}])",
      R"([{"patterns": [[{"SHAPE": "xx"}]], "attrs": {"POS": "X"}}])",
      R"([{"patterns": [[{"TAG": "NN", "OP": "+"}]], "attrs": {"POS": "X"}}])",
      R"([{"patterns": [[{"LOWER": {"REGEX": "^a.*$"}}]], "attrs": {"POS": "X"}}])",
      R"([{"patterns": [[{"TAG": "NN"}]], "attrs": {"POS": "X"}, "index": 1}])",
      R"([{"patterns": [[]], "attrs": {"POS": "X"}, "index": 0}])"};
  for (const char* json : bad) EXPECT_FALSE(AttributeRuler::parse(json, "test")) << json;
}

}  // namespace
}  // namespace entente
