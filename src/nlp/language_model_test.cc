#include "nlp/language_model.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "nlp/model_for_tests.h"

namespace entente {
namespace {

class LanguageModelTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!test_model().has_value()) GTEST_SKIP() << no_test_model();
  }
  static LanguageModel open(const LanguageModelOptions& options = {}) {
    return LanguageModel::open(test_model_path(), options).value();
  }
};

// Everything that an Analysis says, as text: to compare two.
std::string dump(const Analysis& a) {
  std::string out;
  for (std::uint32_t i = 0; i < a.tokens.size(); ++i) {
    const Token& t = a.tokens[i];
    out += std::string(a.token_text(i)) + " " + std::string(to_string(t.tag)) + " " +
           std::string(to_string(t.pos)) + " " + std::string(t.morph) + " " + std::string(t.lemma) +
           " " + std::string(to_string(t.dep)) + " " + std::to_string(t.head) +
           (t.sentence_start ? " S" : "") + (t.space_after ? " _ " : " ") +
           std::string(to_string(t.entity_type)) + "\n";
  }
  for (const NamedEntity& e : a.entities) {
    out += std::to_string(e.tokens.first) + "-" + std::to_string(e.tokens.last) + "\n";
  }
  for (const TokenRange& c : a.noun_chunks) {
    out += std::to_string(c.first) + "+" + std::to_string(c.last) + "\n";
  }
  return out;
}

TEST_F(LanguageModelTest, ReadsAPlainSentence) {
  const LanguageModel model = open();
  Analyzer analyzer(model);
  const Analysis a =
      analyzer.analyze("The mayor of Oslo thanked the crew. They left on Monday.", Section::kText);
  ASSERT_EQ(a.tokens.size(), 13U);
  EXPECT_EQ(a.sentences, (std::vector<TokenRange>{{0, 8}, {8, 13}}));
  EXPECT_EQ(a.tokens[1].dep, Dep::kNsubj);
  EXPECT_EQ(a.tokens[1].head, 4U);
  EXPECT_EQ(a.tokens[4].tag, Tag::kVBD);
  EXPECT_EQ(a.tokens[4].dep, Dep::kRoot);
  EXPECT_EQ(a.tokens[4].pos, Pos::kVerb);
  EXPECT_EQ(a.tokens[4].lemma, "thank");
  EXPECT_EQ(a.tokens[4].morph, "Tense=Past|VerbForm=Fin");
  EXPECT_EQ(a.noun_chunks.front(), (TokenRange{0, 2}));
  EXPECT_EQ(a.tokens[6].dep, Dep::kDobj);
  ASSERT_EQ(a.entities.size(), 2U);
  EXPECT_EQ(a.span_text(a.span(a.entities[0].tokens)), "Oslo");
  EXPECT_EQ(a.entities[0].type, EntityType::kGpe);
  EXPECT_EQ(a.tokens[3].entity_type, EntityType::kGpe);
  EXPECT_EQ(a.entities[1].type, EntityType::kDate);
}

TEST_F(LanguageModelTest, EmptyAndBlankTextsAreFine) {
  const LanguageModel model = open();
  Analyzer analyzer(model);
  EXPECT_TRUE(analyzer.analyze("", Section::kTitle).tokens.empty());
  EXPECT_TRUE(analyzer.analyze("", Section::kTitle).sentences.empty());
  EXPECT_EQ(analyzer.analyze("\n\n \t", Section::kText).sentences.size(), 1U);
}

TEST_F(LanguageModelTest, ResultDependsOnTheTextOnly) {
  const std::vector<std::string> texts = {
      "Two ferries collided off Genoa late on 3 May 2011, the coast guard said.",
      "“We won’t sign,” Anna Berg told reporters; her party’s MPs hadn’t read it.",
      "Prices rose 4.5% to €1,200 a tonne … — see www.example.org/a?b=c for more!",
      "Die Fähre\n\nlegte um 5 Uhr ab.  Ελλάδα, Россия, 日本 😀"};
  LanguageModelOptions bare;
  bare.cached_rows = 0;
  bare.cached_lexemes = 0;
  const LanguageModel model = open();
  const LanguageModel uncached = open(bare);
  Analyzer used(model);
  for (int round = 0; round < 2; ++round) {
    for (const std::string& text : texts) {
      Analyzer fresh(uncached);
      EXPECT_EQ(dump(used.analyze(text, Section::kText)),
                dump(fresh.analyze(text, Section::kText)));
    }
  }
}

TEST_F(LanguageModelTest, RecordsFitTogether) {
  const LanguageModel model = open();
  Analyzer analyzer(model);
  std::string text;
  for (int i = 0; i < 60; ++i) {
    text += "Talks that the two envoys had hoped for, on fish and on gas, collapsed again on ";
    text += std::to_string(i) + " March, which nobody in Riga or Tunis regretted. ";
  }
  const Analysis a = analyzer.analyze(text, Section::kText);
  std::uint32_t next = 0;
  for (const TokenRange& s : a.sentences) {
    EXPECT_EQ(s.first, next);
    EXPECT_TRUE(a.tokens[s.first].sentence_start);
    for (std::uint32_t i = s.first; i < s.last; ++i) {
      EXPECT_GE(a.tokens[i].head, s.first);
      EXPECT_LT(a.tokens[i].head, s.last);
      EXPECT_EQ(a.tokens[i].head == i, a.tokens[i].dep == Dep::kRoot);
      EXPECT_LT(a.tokens[i].begin, a.tokens[i].end);
    }
    next = s.last;
  }
  EXPECT_EQ(next, a.tokens.size());
  for (const NamedEntity& e : a.entities) {
    EXPECT_LT(e.tokens.first, e.tokens.last);
    EXPECT_LE(e.tokens.last, a.tokens.size());
  }
}

// No full stop, no verb, no end: time and memory must stay linear.
TEST_F(LanguageModelTest, SentenceOfFiftyThousandTokens) {
  const LanguageModel model = open();
  Analyzer analyzer(model);
  for (const char* word : {"and ", "of ", "Bergen ", "that ", "( ", "said ", "\" "}) {
    std::string text;
    for (int i = 0; i < 50'000; ++i) text += word;
    EXPECT_GE(analyzer.analyze(text, Section::kText).tokens.size(), 50'000U) << word;
  }
}

TEST(LanguageModel, MissingFileIsAnError) {
  const auto model = LanguageModel::open("/nowhere/en.model");
  ASSERT_FALSE(model.has_value());
  EXPECT_EQ(model.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace entente
