// Runs tests/cases/date/*.case (format: docs/dates.md).
#include "date/find_times.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "base/file.h"
#include "date/words.h"
#include "record/event.h"

namespace entente {
namespace {

// Words parted by blanks; "*met/VBD" is the verb on which all other words hang,
// "will/MD" an auxiliary, "x/DATE" a word that the model took for a date.
struct CaseText {
  std::string text;
  Analysis analysis;

  explicit CaseText(const std::string& words) {
    std::istringstream in(words);
    struct Part {
      std::string word, mark;
      bool verb;
    };
    std::vector<Part> parts;
    for (std::string word; in >> word;) {
      const bool verb = word.size() > 1 && word[0] == '*';
      if (verb) word.erase(0, 1);
      std::size_t slash = word.rfind('/');
      if (slash == 0 || slash == std::string::npos || !std::isupper(word.back())) {
        slash = std::string::npos;
      }
      parts.push_back(
          {word.substr(0, slash), slash == std::string::npos ? "" : word.substr(slash + 1), verb});
      text += (text.empty() ? "" : " ") + parts.back().word;
    }
    analysis = Analysis(text);
    const auto verb =
        std::find_if(parts.begin(), parts.end(), [](const Part& p) { return p.verb; });
    const auto root = static_cast<std::uint32_t>(verb == parts.end() ? 0 : verb - parts.begin());
    std::uint32_t at = 0;
    for (const Part& part : parts) {
      Token t;
      t.begin = at;
      t.end = at + static_cast<std::uint32_t>(part.word.size());
      t.head = root;
      t.tag = parse_tag(part.mark);
      t.entity_type = part.mark == "DATE" ? EntityType::kDate : EntityType::kOther;
      const bool auxiliary = t.tag == Tag::kMD || (!part.verb && part.mark.starts_with("VB"));
      if (auxiliary) t.dep = Dep::kAux;
      t.lemma = analysis.keep(lemma_of(lower(part.word)));
      analysis.tokens.push_back(t);
      at = t.end + 1;
    }
    analysis.sentences.push_back({0, std::uint32_t(parts.size())});
  }

  // Enough for the verbs of the cases.
  static std::string lemma_of(const std::string& word) {
    if (word == "is" || word == "are" || word == "was" || word == "were") return "be";
    if (word == "has" || word == "had" || word == "have") return "have";
    for (std::string_view lemma : {"plan", "schedul", "expect", "set", "agree", "postpone"}) {
      if (word.starts_with(lemma)) return lemma == "schedul" ? "schedule" : std::string(lemma);
    }
    return word;
  }
};

std::string show(const CaseText& text, const TimeExpression& time) {
  std::string out(text.analysis.span_text(text.analysis.span(time.tokens)));
  out += " = ";
  if (!time.date) return out + "unresolved";
  if (time.date->precision == DatePrecision::kUnknown) {
    out += time.date->first.to_string() + ".." + time.date->last.to_string();
  } else {
    out += time.date->to_string();
  }
  out += fmt::format(" {} {}", to_string(time.date->precision), to_string(time.basis));
  return time.duration_start ? out + " since" : out;
}

void run_case_file(const std::string& path) {
  const auto content = read_file(path);
  ASSERT_TRUE(content) << path;
  std::istringstream in(*content);
  std::string line, text, date;
  std::vector<std::string> expected;
  int number = 0, text_line = 0, cases = 0;
  const auto check = [&] {
    if (text.empty()) return;
    const CaseText parsed(text);
    std::vector<std::string> found;
    for (const TimeExpression& t : find_times(parsed.analysis, Date::parse(date))) {
      found.push_back(show(parsed, t));
    }
    EXPECT_EQ(found, expected) << path << ":" << text_line << ": " << text;
    text.clear();
    expected.clear();
    ++cases;
  };
  while (std::getline(in, line)) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    if (line.starts_with("text ")) {
      check();
      std::istringstream words(line.substr(5));
      words >> date;
      std::getline(words >> std::ws, text);
      text_line = number;
    } else if (line.starts_with("expect ")) {
      if (line != "expect none") expected.push_back(line.substr(7));
    } else {
      FAIL() << path << ":" << number << ": expected 'text' or 'expect', found: " << line;
    }
  }
  check();
  EXPECT_GT(cases, 0) << path;
}

TEST(FindTimes, CaseFiles) {
  int files = 0;
  const std::string folder = std::string(ENTENTE_SOURCE_DIR) + "/tests/cases/date";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".case") continue;
    run_case_file(entry.path().string());
    ++files;
  }
  EXPECT_GT(files, 3);
}

TEST(FindTimes, EmptyAndHugeTexts) {
  EXPECT_TRUE(find_times(Analysis(""), std::nullopt).empty());
  std::string words;
  for (int i = 0; i < 20000; ++i) words += "Friday , 4 May ";
  const CaseText huge(words);
  EXPECT_FALSE(find_times(huge.analysis, Date::parse("2022-02-04")).empty());
}

TEST(Words, Numbers) {
  EXPECT_EQ(number_of("twenty"), 20);
  EXPECT_EQ(number_of("1,000"), std::nullopt);
  EXPECT_EQ(day_number_of("31st"), 31U);
  EXPECT_EQ(day_number_of("32"), std::nullopt);
  EXPECT_EQ(year_of("2022"), 2022);
  EXPECT_EQ(decade_of("1990s"), 1990);
  EXPECT_EQ(decade_of("1995s"), std::nullopt);
}

}  // namespace
}  // namespace entente
