#include "nlp/affix_rules.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

AffixRules rules(std::string_view pattern) {
  auto parsed = AffixRules::parse(pattern, "test");
  EXPECT_TRUE(parsed) << describe(parsed.error());
  return parsed ? std::move(*parsed) : AffixRules();
}

TEST(AffixRules, APrefixIsTheFirstAlternativeThatMatches) {
  const AffixRules prefix = rules(R"(^\(|^…|^……|^US\$|^\+(?![0-9])|^\.\.+)");
  EXPECT_EQ(prefix.match_prefix("(a"), 1U);
  EXPECT_EQ(prefix.match_prefix("……"), 3U);  // one of the two: its alternative stands first
  EXPECT_EQ(prefix.match_prefix("US$5"), 3U);
  EXPECT_EQ(prefix.match_prefix("+5"), 0U);
  EXPECT_EQ(prefix.match_prefix("+x"), 1U);
  EXPECT_EQ(prefix.match_prefix("+"), 1U);
  EXPECT_EQ(prefix.match_prefix("...."), 4U);
  EXPECT_EQ(prefix.match_prefix("."), 0U);
  EXPECT_EQ(prefix.match_prefix(""), 0U);
}

TEST(AffixRules, ASuffixIsTheLongest) {
  const AffixRules suffix = rules(R"('s$|(?<=[0-9])(?:h|km/h|%)$|\.\.+$|(?<=[a-zé])\.$|…$)");
  EXPECT_EQ(suffix.match_suffix("120km/h"), 4U);
  EXPECT_EQ(suffix.match_suffix("120 h"), 0U);
  EXPECT_EQ(suffix.match_suffix("h"), 0U);
  EXPECT_EQ(suffix.match_suffix("Iran's"), 2U);
  EXPECT_EQ(suffix.match_suffix("wait...."), 4U);
  EXPECT_EQ(suffix.match_suffix("café."), 1U);
  EXPECT_EQ(suffix.match_suffix("X."), 0U);
  EXPECT_EQ(suffix.match_suffix("so…"), 3U);
}

TEST(AffixRules, InfixesAreFoundFromLeftToRight) {
  const AffixRules infix =
      rules(R"((?<=[a-z])(?:-|--|–)(?=[a-z])|\.\.+|(?<=[0-9])[+\-](?=[0-9-]))");
  const auto at = [&](std::string_view text, std::size_t from) {
    const auto match = infix.find(text, from);
    return std::pair(match.begin, match.end);
  };
  EXPECT_EQ(at("well-known", 0), std::pair(std::size_t{4}, std::size_t{5}));
  EXPECT_EQ(at("a--b", 0), std::pair(std::size_t{1}, std::size_t{3}));
  EXPECT_EQ(at("a–b", 0), std::pair(std::size_t{1}, std::size_t{4}));
  EXPECT_EQ(at("1-2+3", 2), std::pair(std::size_t{3}, std::size_t{4}));
  EXPECT_TRUE(infix.find("A-B", 0).empty());
}

TEST(AffixRules, Classes) {
  const AffixRules prefix =
      rules(R"(^[\u00A6\U0001F600-\U0001F602\-x-z]|^[^a-y \u0080-\U0010FFFF])");
  EXPECT_EQ(prefix.match_prefix("¦"), 2U);
  EXPECT_EQ(prefix.match_prefix("\U0001F601"), 4U);
  EXPECT_EQ(prefix.match_prefix("-"), 1U);
  EXPECT_EQ(prefix.match_prefix("y"), 1U);
  EXPECT_EQ(prefix.match_prefix("a"), 0U);
  EXPECT_EQ(prefix.match_prefix("é"), 0U);
  EXPECT_EQ(prefix.match_prefix("B"), 1U);
}

TEST(AffixRules, RefusesWhatItDoesNotKnow) {
  for (const char* pattern :
       {"",       "a*",      "a{2}",    "a?",      ".",        "(a)",  R"(\d)",
        R"(\w+)", "(?<!a)b", "a(?=b)c", "a+b",     "(?<=a+)b", "(?:a", "[a",
        "[z-a]",  "a|",      R"(\u12)", "(?=ab)c", "(?<=a)x+", "a)"}) {
    EXPECT_FALSE(AffixRules::parse(pattern, "test")) << pattern;
  }
}

TEST(AffixRules, LongRunsAreLinear) {
  const AffixRules all = rules(R"(\.\.+|(?<=[a-z])-(?=[a-z]))");
  const std::string dots(5'000'000, '.');
  EXPECT_EQ(all.match_suffix(dots), dots.size());
  EXPECT_EQ(all.match_prefix(dots), dots.size());
  std::string dashes;
  for (int i = 0; i < 1'000'000; ++i) dashes += "a-";
  std::size_t count = 0;
  for (auto m = all.find(dashes, 0); !m.empty(); m = all.find(dashes, m.end)) ++count;
  EXPECT_EQ(count, 999'999U);
}

}  // namespace
}  // namespace entente
