#include "ingest/phrase_json.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(PhraseQuestion, PlainOrJson) {
  EXPECT_EQ(parse_phrase_question("the Kremlin")->phrase, "the Kremlin");
  const auto question =
      parse_phrase_question(R"({"phrase":"he","context":"Xi spoke.","date":"2020-02-03"})");
  ASSERT_TRUE(question.has_value());
  EXPECT_EQ(question->phrase, "he");
  EXPECT_EQ(question->context, "Xi spoke.");
  EXPECT_EQ(question->date, Date::make(2020, 2, 3));
  EXPECT_FALSE(parse_phrase_question(R"({"phrase":"he","date":null})")->date.has_value());
}

TEST(PhraseQuestion, BadOnes) {
  for (const char* line : {R"({"phrase":"he","date":"2020-02-33"})", R"({"context":"x"})",
                           R"({"phrase":7})", "{\"phrase", "\xff"}) {
    EXPECT_FALSE(parse_phrase_question(line).has_value()) << line;
  }
}

}  // namespace
}  // namespace entente
