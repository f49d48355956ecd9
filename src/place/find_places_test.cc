// Runs tests/cases/place/*.case (format: docs/places.md).
#include "place/find_places.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "base/file.h"

namespace entente {
namespace {

const Knowledge& knowledge() {
  static const Knowledge instance =
      std::move(*Knowledge::from_tables(std::string(ENTENTE_DATA_DIR) + "/knowledge"));
  return instance;
}

// Words parted by blanks; capitals are proper nouns, "word/GPE" sets the type of
// the entity, "word/JJ" the tag.  "." ends a sentence.
struct CaseText {
  std::string text;
  Analysis analysis;

  explicit CaseText(const std::string& words) {
    std::istringstream in(words);
    std::vector<std::pair<std::string, std::string>> parts;
    for (std::string word; in >> word;) {
      const std::size_t slash = word.size() > 1 ? word.rfind('/') : std::string::npos;
      parts.emplace_back(word.substr(0, slash),
                         slash == std::string::npos ? "" : word.substr(slash + 1));
      text += (text.empty() ? "" : " ") + parts.back().first;
    }
    analysis = Analysis(text);
    std::uint32_t at = 0, first = 0;
    for (const auto& [word, mark] : parts) {
      Token t;
      t.begin = at;
      t.end = at + static_cast<std::uint32_t>(word.size());
      const Tag tag = parse_tag(mark);
      t.tag = tag != Tag::kOther ? tag : std::isupper(word[0]) ? Tag::kNNP : Tag::kNN;
      t.entity_type = parse_entity_type(mark);
      t.lemma = analysis.keep(word);
      const auto index = static_cast<std::uint32_t>(analysis.tokens.size());
      t.sentence_start = index == first;
      analysis.tokens.push_back(t);
      if (word == ".") {
        analysis.sentences.push_back({first, index + 1});
        first = index + 1;
      }
      at = t.end + 1;
    }
    const auto count = static_cast<std::uint32_t>(parts.size());
    if (first < count) analysis.sentences.push_back({first, count});
  }
};

std::string show(const CaseText& text, const Toponym& place) {
  std::string out(text.analysis.span_text(text.analysis.span(place.tokens)));
  if (!place.location) return out + " = open";
  const Location& l = *place.location;
  return out + " = " + l.name + " " + (l.country.empty() ? "-" : l.country) + " " + l.kind;
}

int run_case_file(const std::string& path) {
  const auto content = read_file(path);
  EXPECT_TRUE(content) << path;
  std::istringstream in(*content);
  std::string line, text;
  std::vector<std::string> expected;
  int cases = 0;
  const auto check = [&] {
    if (text.empty()) return;
    const CaseText parsed(text);
    std::vector<std::string> found;
    const auto names = knowledge().find_names(parsed.analysis);
    for (const Toponym& p : find_places(parsed.analysis, knowledge(), names)) {
      found.push_back(show(parsed, p));
    }
    EXPECT_EQ(found, expected) << path << ": " << text;
    text.clear();
    expected.clear();
    ++cases;
  };
  while (std::getline(in, line)) {
    if (line.empty() || line[0] == '#') continue;
    if (line.starts_with("text ")) {
      check();
      text = line.substr(5);
    } else if (line.starts_with("expect ")) {
      if (line != "expect none") expected.push_back(line.substr(7));
    } else {
      ADD_FAILURE() << path << ": expected 'text' or 'expect', found: " << line;
    }
  }
  check();
  return cases;
}

TEST(FindPlaces, CaseFiles) {
  int cases = 0;
  const std::string folder = std::string(ENTENTE_SOURCE_DIR) + "/tests/cases/place";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".case") cases += run_case_file(entry.path().string());
  }
  EXPECT_GT(cases, 30);
}

TEST(FindPlaces, HaveCoordinates) {
  const CaseText text("fighting in Kyiv/GPE");
  const auto names = knowledge().find_names(text.analysis);
  const auto places = find_places(text.analysis, knowledge(), names);
  ASSERT_EQ(places.size(), 1U);
  ASSERT_TRUE(places[0].location);
  EXPECT_NEAR(places[0].location->lat, 50.45, 0.2);
  EXPECT_NEAR(places[0].location->lon, 30.52, 0.2);
}

}  // namespace
}  // namespace entente
