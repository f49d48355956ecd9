#include "story/shingles.h"

#include <gtest/gtest.h>

#include "story/compare_texts.h"

namespace entente {
namespace {

TEST(Shingles, WordsAreLettersAndDigits) {
  EXPECT_EQ(word_hashes("The co-operation, it's “fine” – 4.5!"),
            word_hashes("the cooperation its fine 4 5"));
  EXPECT_EQ(word_hashes("Mr O’Brien"), word_hashes("mr obrien"));
  EXPECT_NE(word_hashes("Orbán"), word_hashes("Orban"));
  EXPECT_TRUE(word_hashes(" –… ").empty());
}

TEST(Shingles, BodyHasNoWireMarks) {
  constexpr const char* kBody = "Troops crossed the river at dawn.";
  for (const char* text : {
           "Troops crossed the river at dawn.",
           "GENEVA, Feb 4 (Agency) - Troops crossed the river at dawn.",
           "GENEVA – Troops crossed the river at dawn.\n\nSource: Agency",
           "(Corrects the day in the first paragraph)\nTroops crossed the river at dawn.\n\n"
           "(Reporting by A. Writer; Editing by B. Writer)\n© 2022 Agency\n",
           "  Troops crossed the river at dawn.\n— AFP\n",
       }) {
    EXPECT_EQ(report_body(text), kBody) << text;
  }
  // A dash inside the first sentence is no dateline.
  EXPECT_EQ(report_body("Troops - some of them - crossed."), "Troops - some of them - crossed.");
}

TEST(Shingles, RunsOfFourWords) {
  EXPECT_EQ(shingles_of("a b c d e").size(), 2u);
  EXPECT_EQ(shingles_of("a b c").size(), 1u);
  EXPECT_TRUE(shingles_of("").empty());
  EXPECT_EQ(shingles_of("a b c d e")[0], shingles_of("A, b; C d")[0]);
}

TEST(Shingles, BoundedOnHugeText) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "word" + std::to_string(i) + " ";
  EXPECT_LE(shingles_of(text).size(), kMaxWords);
}

std::string numbered_words(int first, int last) {
  std::string text;
  for (int i = first; i < last; ++i) text += "w" + std::to_string(i) + " ";
  return text;
}

TEST(CompareTexts, Kinds) {
  const std::string report = numbered_words(0, 120);
  struct Case {
    std::string other;
    std::optional<CopyKind> kind;
  };
  for (const Case& c : {
           Case{report, CopyKind::kIdentical},
           Case{"PARIS (AFP) - " + report, CopyKind::kIdentical},
           Case{numbered_words(0, 60) + "new words " + numbered_words(61, 120), CopyKind::kEdited},
           Case{numbered_words(0, 40), CopyKind::kShortened},
           Case{numbered_words(0, 30), CopyKind::kShortened},
           Case{numbered_words(90, 120), std::nullopt},  // a part of a digest
           Case{numbered_words(80, 200), std::nullopt},  // a third in common
           Case{numbered_words(500, 620), std::nullopt},
           Case{"", std::nullopt},
       }) {
    const ShingleSet a(report);
    const ShingleSet b(c.other);
    const auto link = compare_shingles(a, b);
    const auto back = compare_shingles(b, a);
    ASSERT_EQ(link.has_value(), c.kind.has_value()) << c.other;
    ASSERT_EQ(back.has_value(), c.kind.has_value()) << c.other;
    if (link) {
      EXPECT_EQ(link->kind, *c.kind) << c.other;
    }
  }
}

TEST(CompareTexts, FewWordsMustBeEqual) {
  const ShingleSet a("Russia and China held talks today in Minsk");
  const ShingleSet b("Russia and China held talks today in Beijing");
  EXPECT_FALSE(compare_shingles(a, b));
  EXPECT_TRUE(compare_shingles(a, a));
}

}  // namespace
}  // namespace entente
