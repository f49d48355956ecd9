#include "ingest/stored_analysis.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(StoredAnalyses, AreTakenOutOfTheUnknownKeys) {
  Document document;
  document.id = "d";
  document.extra = R"({"k":1,"analysis":{"text":"x"},"title_analysis":{"text":"y"}})";
  const auto stored = take_stored_analyses(document);
  ASSERT_TRUE(stored.has_value());
  EXPECT_EQ(stored->text, R"({"text":"x"})");
  EXPECT_EQ(stored->title, R"({"text":"y"})");
  EXPECT_EQ(document.extra, R"({"k":1})");
}

TEST(StoredAnalyses, AreNeededForTextAndTitle) {
  Document document;
  document.id = "d";
  EXPECT_FALSE(take_stored_analyses(document).has_value());
  document.extra = R"({"analysis":{}})";
  EXPECT_TRUE(take_stored_analyses(document).has_value());
  EXPECT_EQ(document.extra, "");
  document.extra = R"({"analysis":{}})";
  document.title = "Rain";
  const auto stored = take_stored_analyses(document);
  ASSERT_FALSE(stored.has_value());
  EXPECT_EQ(stored.error().message, "the document \"d\" brings no analysis of its title");
}

}  // namespace
}  // namespace entente
