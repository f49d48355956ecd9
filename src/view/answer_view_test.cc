#include "view/answer_view.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "view/answer_page.h"
#include "view/measure_view.h"

namespace entente {
namespace {

Answer small_answer() {
  Answer answer;
  answer.a = "CHN";
  answer.b = "RUS";
  answer.a_name = "China";
  answer.b_name = "Russia";
  answer.against = "WEST";
  answer.verdict.sentence = "China and Russia: one report is not enough for a verdict (1 story).";
  answer.figures.resize(4);
  answer.figures[0].value = 0.75;
  answer.figures[1].value = std::numeric_limits<double>::quiet_NaN();
  EvidenceLine line;
  line.date = "2022-02-04";
  line.what = "RUS → NATO: REQUEST/change";
  line.sentence = "A | sentence\nwith\x1b[31m *marks*.";
  TargetRow target;
  target.party = "NATO";
  target.proof = {line};
  answer.targets = {target};
  return answer;
}

TEST(AnswerPage, HasItsTenParts) {
  const auto page = answer_page(small_answer());
  ASSERT_EQ(page.size(), 10u);
  for (std::size_t i = 0; i < page.size(); ++i) {
    EXPECT_TRUE(page[i].title.starts_with(std::to_string(i + 1) + ". "));
    EXPECT_FALSE(page[i].blocks.empty());
  }
}

TEST(AnswerText, IsFreeOfControlCharacters) {
  const std::string text = answer_text(small_answer());
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_NE(text.find("one report is not enough"), std::string::npos);
  EXPECT_NE(text.find("A | sentence with"), std::string::npos);
}

TEST(AnswerMarkdown, EscapesTheWordsOfReports) {
  const std::string text = answer_markdown(small_answer());
  EXPECT_NE(text.find("A \\| sentence with"), std::string::npos);
  EXPECT_NE(text.find("\\*marks\\*"), std::string::npos);
}

TEST(AnswerJson, IsOneObjectWithNullForWhatIsNoNumber) {
  const auto json = nlohmann::json::parse(answer_json(small_answer()));
  EXPECT_EQ(json["figures"][0]["value"], 0.75);
  EXPECT_TRUE(json["figures"][1]["value"].is_null());
  EXPECT_TRUE(json["figures"][0]["low"].is_null());
  EXPECT_EQ(json["targets"][0]["proof"][0]["date"], "2022-02-04");
  for (const char* key : {"question", "verdict", "figures", "ladder", "timeline", "sides",
                          "targets", "counter_evidence", "missing", "outside", "trace"}) {
    EXPECT_TRUE(json.contains(key)) << key;
  }
}

TEST(MeasureTable, EmptyCellsAndNulls) {
  PairRow row;
  row.a = "CHN";
  row.b = "RUS";
  row.stories = 2;
  row.lift = 0.123456789;
  const std::vector<PairRow> rows{row};
  EXPECT_EQ(measure_table(rows, TableForm::kCsv),
            "a,b,stories,cooperation,conflict,talk,share,share_low,share_high,lift,lift_adjusted,"
            "profile,cotarget\nCHN,RUS,2,0,0,0,,,,0.123457,,,\n");
  const auto json = nlohmann::json::parse(measure_table(rows, TableForm::kJsonLines));
  EXPECT_TRUE(json["share"].is_null());
  EXPECT_EQ(json["lift"], 0.123457);
  EXPECT_EQ(measure_table(std::vector<TiltRow>{}, TableForm::kCsv),
            "state,tilt,tilt_low,tilt_high,stories_west,stories_east\n");
  EXPECT_EQ(measure_table(std::vector<BlocRow>{}, TableForm::kCsv),
            "state,bloc,membership,stories\n");
  EXPECT_EQ(measure_table(std::vector<ChangeRow>{}, TableForm::kCsv),
            "a,b,kind,date,probability,before,after,stories\n");
  EXPECT_EQ(measure_table(std::vector<SeriesRow>{}, TableForm::kCsv),
            "a,b,period,cooperation,conflict,talk,share,share_low,share_high\n");
}

}  // namespace
}  // namespace entente
