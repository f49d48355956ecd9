#include "ingest/analysis_json.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

constexpr std::string_view kText = "Kyïv met Rome.";
constexpr std::string_view kJson = R"({"start":[0,5,9,13],"end":[4,8,13,14],"space":[1,1,0,0],
 "tag":["NNP","VBD","NNP","."],"pos":["PROPN","VERB","PROPN","PUNCT"],"morph":["Number=Sing","","",""],
 "lemma":["Kyïv","meet","Rome","."],"head":[1,1,1,1],"dep":["nsubj","ROOT","dobj","punct"],
 "sent_start":[0],"ent":[[0,1,"GPE"],[2,3,"GPE"]],"np":[[0,1],[2,3]]})";

std::string with(std::string_view from, std::string_view to) {
  std::string json(kJson);
  json.replace(json.find(from), from.size(), to);
  return json;
}

TEST(AnalysisJson, CountsInCodePoints) {
  const auto analysis = parse_analysis(kJson, kText);
  ASSERT_TRUE(analysis) << describe(analysis.error());
  EXPECT_EQ(analysis->token_text(0), "Kyïv");
  EXPECT_EQ(analysis->token_text(2), "Rome");
  EXPECT_EQ(analysis->tokens[1].lemma, "meet");
  EXPECT_EQ(analysis->tokens[0].entity_type, EntityType::kGpe);
  EXPECT_EQ(analysis->sentences, (std::vector<TokenRange>{{0, 4}}));
}

TEST(AnalysisJson, RefusesWhatDoesNotFit) {
  for (const std::string& json :
       {with("\"head\":[1,1,1,1]", "\"head\":[1,1,1,9]"), with("[0,5,9,13]", "[0,5,9,99]"),
        with("\"tag\":[\"NNP\",", "\"tag\":["), with("\"np\":[[0,1]", "\"np\":[[1,0]"),
        with("\"sent_start\":[0]", "\"sent_start\":[7]"), with("\"lemma\"", "\"limma\""),
        with("[4,8,13,14]", "[4,3,13,14]"), std::string("[1,2"), std::string("7")}) {
    const auto analysis = parse_analysis(json, kText);
    ASSERT_FALSE(analysis) << json;
    EXPECT_EQ(analysis.error().code, ErrorCode::kBadFormat);
  }
}

}  // namespace
}  // namespace entente
