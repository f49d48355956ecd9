#include "text/paragraphs.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

// The text with a bar before each paragraph but the first.
std::string with_bars(std::string_view text) {
  std::string out;
  const auto starts = paragraph_starts(text);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
    if (i > 0) out += '|';
    out += text.substr(starts[i], end - starts[i]);
  }
  return out;
}

TEST(Paragraphs, EndAtBlankLinesAndAtLinesThatEndASentence) {
  const std::pair<const char*, const char*> cases[] = {
      {"", ""},
      {"One line", "One line"},
      {"Rain stops talks\n\nIt rained.", "Rain stops talks\n\n|It rained."},
      {"a\n \t\n\nb", "a\n \t\n\n|b"},
      {"a\r\n\r\nb", "a\r\n\r\n|b"},
      {"Will it rain?\nIt will", "Will it rain?\n|It will"},
      {"\"It rained.\"\nHe left", "\"It rained.\"\n|He left"},
      {"text that is wrapped\nat some width", "text that is wrapped\nat some width"},
      {"It rained.\n", "It rained.\n"},
      {"It rained.\n\n", "It rained.\n\n"},
      {"\n\nIt rained.", "\n\n|It rained."},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(with_bars(text), expected);
}

TEST(PartsToRead, AsidesAreCutOutAndDatelinesStandAlone) {
  const std::string text = "By Ann Lee\n\nROME (AP) - It rained.\n\nIt rained. (Photo: AP)\n";
  const std::vector<Aside> asides = {{{0, 10, Section::kText}, AsideKind::kByline},
                                     {{12, 24, Section::kText}, AsideKind::kDateline},
                                     {{47, 58, Section::kText}, AsideKind::kCredit}};
  std::vector<std::string> parts;
  for (const auto& [begin, end] : parts_to_read(text, asides)) {
    parts.push_back(text.substr(begin, end - begin));
  }
  EXPECT_EQ(parts, (std::vector<std::string>{"ROME (AP) - ", "It rained.\n\n", "It rained. "}));
}

TEST(PartsToRead, AnAsideOverSeveralParagraphs) {
  const std::string text = "One.\n\nTwo.\n\nThree.";
  const auto parts = parts_to_read(text, {{{2, 14, Section::kText}, AsideKind::kNotice}});
  EXPECT_EQ(parts, (std::vector<std::pair<std::size_t, std::size_t>>{{0, 2}, {14, 18}}));
}

}  // namespace
}  // namespace entente
