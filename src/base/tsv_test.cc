#include "base/tsv.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

const std::vector<std::string_view> kColumns = {"id", "name", "source"};

TEST(Tsv, ReadsRowsWithTheirLines) {
  const auto table = TsvTable::parse(
      "# what it is\nid\tname\tsource\nA\tAlpha\town\n# between\nB\t\town\n", "t.tsv", kColumns);
  ASSERT_TRUE(table) << describe(table.error());
  ASSERT_EQ(table->rows().size(), 2u);
  EXPECT_EQ(table->rows()[1].line, 5u);
  EXPECT_EQ(table->rows()[1].cells[0], "B");
  EXPECT_EQ(table->rows()[1].cells[1], "");
}

TEST(Tsv, RefusesEveryDeviation) {
  const struct {
    const char* text;
    const char* message;
  } cases[] = {
      {"id\tname\tsource\nA\tb\n", "t.tsv:2: expected 3 cells, found 2"},
      {"id\tname\tsource\nA\tb\tc\td\n", "t.tsv:2: expected 3 cells, found 4"},
      {"id\tname\nA\tb\n", "t.tsv:1: expected the head 'id name source', found 'id name'"},
      {"id\tname\tsource\nA\tb \tc\n", "t.tsv:2: a blank before or after 'b ' in column name"},
      {"id\tname\tsource\r\n", "t.tsv:1: a carriage return: lines must end with LF alone"},
      {"id\tname\tsource\nA\tb\tc", "t.tsv: the last line does not end with a newline"},
      {"id\tname\tsource\nA\tb\xFF\tc\n", "t.tsv, byte 18: not UTF-8"},
      {"", "t.tsv: the last line does not end with a newline"}};
  for (const auto& c : cases) {
    const auto table = TsvTable::parse(c.text, "t.tsv", kColumns);
    ASSERT_FALSE(table) << c.text;
    EXPECT_TRUE(describe(table.error()).starts_with(c.message)) << describe(table.error());
  }
}

TEST(Tsv, GivesAllErrorsAtOnce) {
  const auto table = TsvTable::parse("id\tname\tsource\nA\nB\n", "t.tsv", kColumns);
  ASSERT_FALSE(table);
  EXPECT_NE(table.error().message.find("t.tsv:3: expected 3 cells"), std::string::npos);
}

TEST(Tsv, SplitsLists) {
  EXPECT_EQ(split_list("a|b||c").size(), 4u);
  EXPECT_TRUE(split_list("").empty());
}

}  // namespace
}  // namespace entente
