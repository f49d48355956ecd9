#include "nlp/lemmatizer.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "nlp/small_model.h"

namespace entente {
namespace {

class LemmatizerTest : public testing::Test {
 protected:
  static ModelFile make() {
    ModelWriter writer;
    testing_model::add_words(writer);
    const std::string noun[] = {"s", "", "ies", "y", "men", "man"};
    writer.add_strings("lemma.rules.noun", noun);
    const std::string verb[] = {"s", "", "es", "e", "es", "", "ed", "e", "ed", "", "ing", "e"};
    writer.add_strings("lemma.rules.verb", verb);
    std::vector<std::uint64_t> index = {string_hash("ally"), string_hash("axe"), string_hash("ax"),
                                        string_hash("strike")};
    std::sort(index.begin(), index.end());
    writer.add_u64("lemma.index.noun", index);
    writer.add_u64("lemma.index.verb", index);
    (void)internal::add_hashed(
        writer, "lemma.exceptions.verb",
        {{string_hash("struck"), {"strike"}}, {string_hash("lay"), {"lay", "lie"}}}, {});
    return testing_model::open(writer, testing::TempDir() + "/lemmatizer_test.model");
  }
  std::string lemma(std::string_view text, Pos pos) {
    return lemmatizer_.find_lemma(*lexemes_->get(text, "", overflow_), pos);
  }
  ModelFile model_ = make();
  std::unique_ptr<LexemeTable> lexemes_ = LexemeTable::load(model_, 10'000).value();
  Lemmatizer lemmatizer_ = Lemmatizer::load(model_).value();
  LexemeTable::Overflow overflow_;
};

TEST_F(LemmatizerTest, RulesAndTables) {
  EXPECT_EQ(lemma("Allies", Pos::kNoun), "ally");   // known
  EXPECT_EQ(lemma("drones", Pos::kNoun), "drone");  // not known: the first candidate
  EXPECT_EQ(lemma("axes", Pos::kVerb), "ax");       // of two known the later rule
  EXPECT_EQ(lemma("mid-1980s", Pos::kNoun), "mid-1980");
  EXPECT_EQ(lemma("struck", Pos::kVerb), "strike");
  EXPECT_EQ(lemma("lay", Pos::kVerb), "lie");         // the last exception
  EXPECT_EQ(lemma("Gaza", Pos::kNoun), "Gaza");       // nothing fits: as it stands
  EXPECT_EQ(lemma("Gazans", Pos::kPropn), "Gazans");  // no tables
  EXPECT_EQ(lemma("Under", Pos::kAdp), "under");
}

TEST(IsBaseForm, FollowsPosAndFeatures) {
  EXPECT_TRUE(is_base_form(Pos::kNoun, "Number=Sing"));
  EXPECT_FALSE(is_base_form(Pos::kPropn, "Number=Sing"));
  EXPECT_TRUE(is_base_form(Pos::kVerb, "Tense=Pres|VerbForm=Fin"));
  EXPECT_FALSE(is_base_form(Pos::kVerb, "Number=Sing|Tense=Pres|VerbForm=Fin"));
  EXPECT_TRUE(is_base_form(Pos::kAux, "VerbForm=Inf"));
  EXPECT_TRUE(is_base_form(Pos::kAdv, "Degree=Pos"));
  EXPECT_FALSE(is_base_form(Pos::kAdj, "Degree=Sup"));
  EXPECT_FALSE(is_base_form(Pos::kNoun, ""));
}

TEST_F(LemmatizerTest, FillsOnlyWhatIsEmptyAndTheCacheChangesNothing) {
  Lemmatizer::Workspace workspace;
  for (int round = 0; round < 2; ++round) {
    Analysis analysis;
    WorkingDoc doc;
    const std::pair<const char*, Pos> words[] = {
        {"Allies", Pos::kNoun}, {"allies", Pos::kVerb}, {"are", Pos::kAux}, {"\n", Pos::kSpace}};
    for (const auto& [text, pos] : words) {
      analysis.tokens.emplace_back().pos = pos;
      doc.lexemes.push_back(lexemes_->get(text, "", doc.overflow));
    }
    analysis.tokens[2].lemma = "be";
    lemmatizer_.apply(analysis, doc, workspace);
    EXPECT_EQ(analysis.tokens[0].lemma, "ally");
    EXPECT_EQ(analysis.tokens[1].lemma, "allie");
    EXPECT_EQ(analysis.tokens[2].lemma, "be");
    EXPECT_EQ(analysis.tokens[3].lemma, "\n");
  }
}

}  // namespace
}  // namespace entente
