// Idea: paragraphs that open like an aside and are no longer than one.  A
// line is looked at by itself while a paragraph opens with short ones ("By
// Jane Doe" over the dateline).
// Example: "Photo: Jane Doe / Agency" opens with "photo:" and has 5 words.
// It gets wrong: notices in words that no list has.
#include "text/asides.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/agencies.h"
#include "text/ascii.h"
#include "text/aside_words.h"
#include "text/dateline.h"
#include "text/paragraphs.h"

namespace entente {
namespace {

constexpr std::size_t kLongestAside = 700;

// Words of a byline that have no capital.
constexpr auto kBylineWords = std::to_array<std::string_view>({"a",
                                                               "affairs",
                                                               "agencies",
                                                               "analyst",
                                                               "and",
                                                               "at",
                                                               "bureau",
                                                               "business",
                                                               "chief",
                                                               "correspondent",
                                                               "correspondents",
                                                               "de",
                                                               "defence",
                                                               "defense",
                                                               "deputy",
                                                               "der",
                                                               "diplomatic",
                                                               "editor",
                                                               "energy",
                                                               "foreign",
                                                               "for",
                                                               "in",
                                                               "economics",
                                                               "international",
                                                               "of",
                                                               "political",
                                                               "politics",
                                                               "reporter",
                                                               "reporters",
                                                               "reporting",
                                                               "security",
                                                               "senior",
                                                               "special",
                                                               "staff",
                                                               "team",
                                                               "the",
                                                               "van",
                                                               "von",
                                                               "with",
                                                               "world",
                                                               "writer",
                                                               "writers"});

// Words of a line that only says when something was published.
constexpr auto kClockWords = std::to_array<std::string_view>(
    {"ago",      "am",       "at",       "bst",     "by",     "cest",    "cet",       "day",
     "days",     "edt",      "est",      "et",      "friday", "gmt",     "gst",       "hour",
     "hours",    "hrs",      "ist",      "last",    "min",    "mins",    "minute",    "minutes",
     "modified", "monday",   "msk",      "on",      "pm",     "posted",  "published", "read",
     "saturday", "sunday",   "thursday", "tuesday", "update", "updated", "utc",       "wednesday",
     "week",     "weeks",    "jan",      "feb",     "mar",    "apr",     "may",       "jun",
     "jul",      "aug",      "sep",      "sept",    "oct",    "nov",     "dec",       "january",
     "february", "march",    "april",    "june",    "july",   "august",  "september", "october",
     "november", "december", "a.m",      "p.m"});

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

std::string_view strip_marks(std::string_view text) {
  constexpr std::string_view kMarks = " .,:;|-*#[]()/";
  const std::size_t first = text.find_first_not_of(kMarks);
  if (first == std::string_view::npos) return "";
  return text.substr(first, text.find_last_not_of(kMarks) - first + 1);
}

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('?') || text.ends_with('!') ||
         text.ends_with(".\"") || text.ends_with("”");
}

// "By Jane Doe and John Roe in Beirut", "BY JANE DOE, foreign editor".
bool is_byline(std::string_view paragraph, const std::vector<std::string_view>& words) {
  if (words.size() < 2 || words.size() > 18 || ends_sentence(paragraph)) return false;
  const std::string first = to_ascii_lower(words[0]);
  if (first != "by" && first != "by:") return false;
  std::size_t names = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view word = strip_marks(words[i]);
    if (word.empty() || is_ascii_digit(word.front())) continue;
    const bool capital =
        is_ascii_upper(word.front()) || static_cast<unsigned char>(word.front()) >= 0x80;
    if (!capital && !holds(kBylineWords, word)) return false;
    names += capital ? 1 : 0;
  }
  return names > 0;
}

// "4 February 2022, 10:15 GMT", "Published 2 hours ago", "3 min read".
bool is_clock_line(const std::vector<std::string_view>& words) {
  if (words.size() < 2 || words.size() > 14) return false;
  bool number = false;
  bool clock = false;
  for (const std::string_view raw : words) {
    const std::string_view word = strip_marks(raw);
    if (word.empty()) continue;
    if (is_ascii_digit(word.front())) {
      number = true;
    } else if (holds(kClockWords, to_ascii_lower(word))) {
      clock = true;
    } else {
      return false;
    }
  }
  return number && clock;
}

// Whether `paragraph`, in lower case `lower`, opens with `words`, and a word
// ends there; behind "by" a name must stand.
bool opens_with(std::string_view paragraph, std::string_view lower, std::string_view words) {
  if (!lower.starts_with(words)) return false;
  const std::string_view rest = paragraph.substr(words.size());
  if (words.ends_with(" by ")) {
    return !rest.empty() &&
           (is_ascii_upper(rest[0]) || static_cast<unsigned char>(rest[0]) >= 0x80);
  }
  return !is_ascii_lower(words.back()) || rest.empty() || !is_ascii_lower(rest[0]);
}

// "Copyright 2022 …", "(c) 2022": law about copyright is no notice.
bool is_copyright(std::string_view lower) {
  for (const std::string_view mark : {"copyright", "(c)", "©"}) {
    if (!lower.starts_with(mark)) continue;
    const std::string_view rest = trim_ascii(lower.substr(mark.size()));
    return rest.starts_with("©") || rest.starts_with("(c)") ||
           (!rest.empty() && is_ascii_digit(rest.front()));
  }
  return false;
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), Section::kText};
}

// Finds the asides of one text, paragraph by paragraph.
class Finder {
 public:
  Finder(std::string_view text, std::optional<Date> publication)
      : text_(text), publication_(publication) {}

  Asides find() {
    const std::vector<std::size_t> starts = paragraph_starts(text_);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      read(starts[i], i + 1 < starts.size() ? starts[i + 1] : text_.size());
    }
    return std::move(found_);
  }

 private:
  void read(std::size_t begin, std::size_t end) {
    while (begin < end && is_ascii_blank(text_[begin])) ++begin;
    while (end > begin && is_ascii_blank(text_[end - 1])) --end;
    if (begin == end) return;
    if (const auto kind = classify_paragraph(text_.substr(begin, end - begin))) {
      add({span_of(begin, end), *kind});
      return;
    }
    begin = read_first_lines(begin, end);
    read_dateline(begin, end);
    if (const auto credit = find_credit_at_end(text_.substr(begin, end - begin))) {
      add({span_of(begin + credit->span.begin, begin + credit->span.end), credit->kind});
    }
  }

  // Lines at the start that are asides by themselves; where the rest begins.
  std::size_t read_first_lines(std::size_t begin, std::size_t end) {
    while (true) {
      const std::size_t line_end = text_.find('\n', begin);
      if (line_end >= end) return begin;
      const auto kind = classify_paragraph(text_.substr(begin, line_end - begin));
      if (!kind) return begin;
      add({span_of(begin, line_end), *kind});
      begin = line_end;
      while (begin < end && is_ascii_blank(text_[begin])) ++begin;
    }
  }

  void read_dateline(std::size_t begin, std::size_t end) {
    auto dateline = parse_dateline(text_.substr(begin, end - begin), publication_);
    if (!dateline) return;
    for (Span* span : {&dateline->span, &dateline->place}) {
      *span = span_of(begin + span->begin, begin + span->end);
    }
    add({dateline->span, AsideKind::kDateline});
    if (!found_.dateline) found_.dateline = std::move(dateline);
  }

  void add(Aside aside) {
    const std::uint32_t last = found_.asides.empty() ? 0 : found_.asides.back().span.end;
    if (aside.span.begin >= last) found_.asides.push_back(aside);
  }

  std::string_view text_;
  std::optional<Date> publication_;
  Asides found_;
};

}  // namespace

std::optional<AsideKind> classify_paragraph(std::string_view paragraph) {
  paragraph = trim_ascii(paragraph);
  if (paragraph.empty() || paragraph.size() > kLongestAside) return std::nullopt;
  const std::vector<std::string_view> words = words_between_blanks(paragraph);
  if (is_byline(paragraph, words)) return AsideKind::kByline;
  const std::string lower = to_ascii_lower(paragraph);
  const std::string_view bare = strip_marks(lower);
  if (is_agency(bare)) return AsideKind::kSource;
  if (bare.empty()) return AsideKind::kNotice;
  for (const auto& [whole, kind] : kWholes) {
    if (bare == whole) return kind;
  }
  for (const AsideWords& opening : kOpenings) {
    if (words.size() <= opening.most_words && opens_with(paragraph, lower, opening.words))
      return opening.kind;
  }
  for (const AsideWords& ending : kEndings) {
    if (words.size() <= ending.most_words && bare.ends_with(ending.words)) return ending.kind;
  }
  if (is_copyright(lower) && words.size() <= 60) return AsideKind::kNotice;
  if (is_clock_line(words)) return AsideKind::kNotice;
  return std::nullopt;
}

std::optional<Aside> find_credit_at_end(std::string_view paragraph) {
  constexpr auto kReporters =
      std::to_array<std::string_view>({"(reporting by ", "(additional reporting ", "(writing by ",
                                       "(editing by ", "(compiled by "});
  constexpr auto kPictures = std::to_array<std::string_view>(
      {"photo", "reuters", "afp", "/ap", "via ap", "getty", "epa", "handout", "file:", "picture"});
  if (paragraph.empty() || (paragraph.back() != ')' && paragraph.back() != ']'))
    return std::nullopt;
  const std::size_t open = paragraph.rfind(paragraph.back() == ')' ? '(' : '[');
  if (open == std::string_view::npos || open == 0) return std::nullopt;
  const std::string inside = to_ascii_lower(paragraph.substr(open));
  const Span span = span_of(open, paragraph.size());
  for (const std::string_view words : kReporters) {
    if (inside.starts_with(words)) return Aside{span, AsideKind::kSource};
  }
  if (words_between_blanks(inside).size() > 12) return std::nullopt;
  for (const std::string_view word : kPictures) {
    if (inside.find(word) != std::string::npos) return Aside{span, AsideKind::kCredit};
  }
  return std::nullopt;
}

Asides find_asides(std::string_view text, std::optional<Date> publication) {
  return Finder(text, publication).find();
}

}  // namespace entente
