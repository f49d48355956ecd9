// How much of an article is taken from pages in the manner of newspapers
// (tests/pages), and how much else.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/file.h"
#include "ingest/html_page.h"
#include "text/ascii.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

const fs::path kPages = fs::path(ENTENTE_SOURCE_DIR) / "tests" / "pages";
constexpr double kLeastShare = .95;

struct Expected {
  std::map<std::string, std::string> fields;
  std::string text;
};

Expected read_expected(const fs::path& path) {
  const std::string content = read_file(path).value();
  const std::size_t head = content.find("\n\n");
  Expected expected;
  expected.text = content.substr(head + 2);
  std::size_t pos = 0;
  while (pos < head) {
    const std::size_t end = content.find('\n', pos);
    const std::string line = content.substr(pos, end - pos);
    const std::size_t colon = line.find(':');
    expected.fields[line.substr(0, colon)] = trim_ascii(line.substr(colon + 1));
    pos = end + 1;
  }
  return expected;
}

// Words that both have in the same order (longest common subsequence).
std::size_t common_words(const std::vector<std::string_view>& a,
                         const std::vector<std::string_view>& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (const std::string_view word : a) {
    std::size_t before = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t here = row[j + 1];
      row[j + 1] = word == b[j] ? before + 1 : std::max(row[j + 1], row[j]);
      before = here;
    }
  }
  return row.back();
}

std::vector<fs::path> pages() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(kPages)) {
    if (entry.path().extension() == ".html") found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

TEST(Extraction, TakesTheWordsOfTheArticleAndNoOthers) {
  const std::vector<fs::path> all = pages();
  ASSERT_GE(all.size(), 12U);
  std::size_t taken_of_all = 0;
  std::size_t expected_of_all = 0;
  std::size_t common_of_all = 0;
  for (const fs::path& page : all) {
    SCOPED_TRACE(page.filename().string());
    const Expected expected = read_expected(fs::path(page).replace_extension(".txt"));
    const Result<Document> document = read_page(read_file(page).value(), {});
    ASSERT_TRUE(document) << document.error().message;
    const auto wanted = words_between_blanks(expected.text);
    const auto taken = words_between_blanks(document->text);
    const std::size_t common = common_words(wanted, taken);
    const double precision = double(common) / double(taken.size());
    const double recall = double(common) / double(wanted.size());
    EXPECT_GE(precision, kLeastShare) << document->text;
    EXPECT_GE(recall, kLeastShare) << document->text;
    fmt::print("{:<28} precision {:.3f}  recall {:.3f}\n", page.stem().string(), precision, recall);
    taken_of_all += taken.size();
    expected_of_all += wanted.size();
    common_of_all += common;
  }
  fmt::print("{:<28} precision {:.3f}  recall {:.3f}\n", "all",
             double(common_of_all) / double(taken_of_all),
             double(common_of_all) / double(expected_of_all));
}

TEST(Extraction, TakesWhatThePageSaysOfItself) {
  for (const fs::path& page : pages()) {
    SCOPED_TRACE(page.filename().string());
    Expected expected = read_expected(fs::path(page).replace_extension(".txt"));
    const Result<Document> document = read_page(read_file(page).value(), {});
    ASSERT_TRUE(document);
    EXPECT_EQ(document->title, expected.fields["title"]);
    EXPECT_EQ(document->source, expected.fields["source"]);
    EXPECT_EQ(document->date ? document->date->to_string() : "", expected.fields["date"]);
    EXPECT_EQ(document->language, expected.fields["language"]);
  }
}

// Every word of the text stands in the bytes that the map leads to.
TEST(Extraction, LeadsBackToTheBytesOfEachWord) {
  for (const fs::path& page : pages()) {
    SCOPED_TRACE(page.filename().string());
    const std::string bytes = read_file(page).value();
    const Result<Document> document = read_page(bytes, {});
    ASSERT_TRUE(document);
    for (const std::string_view word : words_between_blanks(document->text)) {
      if (!std::ranges::all_of(word, [](char c) { return is_ascii_lower(c); })) continue;
      const auto begin = static_cast<std::uint32_t>(word.data() - document->text.data());
      const ByteRange range =
          document->origin.map->source(begin, begin + static_cast<std::uint32_t>(word.size()));
      ASSERT_EQ(bytes.substr(range.begin, range.end - range.begin), word);
    }
  }
}

}  // namespace
}  // namespace entente
