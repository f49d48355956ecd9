// Idea: find what ends a dateline (a dash, or what stands behind an agency's
// name), then take its head apart from the back: agency, day, place; every
// word of the place must look like a name.
// Example: "KYIV, Ukraine, Feb 4 (AP) — Shells hit": head "KYIV, Ukraine, Feb 4
// (AP)", agency AP, day Feb 4, place "KYIV, Ukraine".
// It gets wrong: a name in capitals before a dash, "NATO - once called dead -".
#include "text/dateline.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "text/agencies.h"
#include "text/ascii.h"
#include "text/month_names.h"

namespace entente {
namespace {

constexpr std::size_t kLongestHead = 110;
constexpr std::size_t kMostPlaceWords = 7;

constexpr auto kWeekdays = std::to_array<std::string_view>(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});

// In capitals before a dash, and no places.
constexpr auto kKickers = std::to_array<std::string_view>(
    {"ANALYSIS",  "APEC",       "ASEAN",      "BREAKING",  "COMMENT",        "COMMENTARY",
     "CORRECTED", "CORRECTION", "ECOWAS",     "EDITORIAL", "EXCLUSIVE",      "EXPLAINED",
     "EXPLAINER", "FACTBOX",    "FEATURE",    "FILE",      "FILE PHOTO",     "FOCUS",
     "HAMAS",     "HEZBOLLAH",  "HIGHLIGHTS", "IAEA",      "INSIGHT",        "INTERPOL",
     "INTERVIEW", "ISIL",       "ISIS",       "LIVE",      "NATO",           "NEWS",
     "NOTE",      "OECD",       "OPEC",       "OPINION",   "OSCE",           "PHOTO",
     "PHOTOS",    "PROFILE",    "REFILE",     "RPT",       "SPECIAL REPORT", "TIMELINE",
     "UNESCO",    "UNHCR",      "UNICEF",     "UPDATE",    "URGENT",         "VIDEO",
     "WATCH"});

constexpr auto kJoiners = std::to_array<std::string_view>(
    {"al", "and", "da", "de", "del", "do", "el", "la", "near", "of", "on", "the", "upon"});

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// Where a head could end, and where the report goes on.
struct Cut {
  std::size_t head_end;
  std::size_t end;           // behind the dash and the blanks that follow
  bool needs_agency;         // too weak a sign by itself
  bool needs_known = false;  // the agency must be one that is known
};

std::size_t skip_blanks(std::string_view text, std::size_t i) {
  while (i < text.size() && (text[i] == ' ' || text[i] == '\t')) ++i;
  return i;
}

// Length of the dash at `i`, 0 when there is none.
std::size_t dash_length(std::string_view text, std::size_t i) {
  for (const std::string_view dash : {"---", "--", "–", "—", "-", "_"}) {
    if (text.substr(i).starts_with(dash)) return dash.size();
  }
  return 0;
}

// A dash with a blank or a bracket before it, and a blank behind it unless it
// is a long one.
std::optional<Cut> cut_at_dash(std::string_view text, std::size_t i) {
  const std::size_t length = dash_length(text, i);
  if (length == 0 || i == 0) return std::nullopt;
  const char before = text[i - 1];
  if (before != ' ' && before != ')' && before != '/' && length == 1) return std::nullopt;
  const bool blank_behind = i + length < text.size() && is_ascii_blank(text[i + length]);
  if (!blank_behind && length == 1) return std::nullopt;
  return Cut{i, skip_blanks(text, i + length), false};
}

// Behind the bracket or slash that closes an agency's name: ": ", "/. ", or
// nothing but a blank.
std::optional<Cut> cut_at_agency(std::string_view text, std::size_t i) {
  if (text[i] != ')' && text[i] != '/') return std::nullopt;
  const std::size_t next = skip_blanks(text, i + 1);
  if (next >= text.size() || dash_length(text, next) > 0) return std::nullopt;
  if (text[i] == ')' && text[next] == ':') return Cut{i + 1, skip_blanks(text, next + 1), true};
  if (text[i] == '/' && text[next] == '.') return Cut{i + 1, skip_blanks(text, next + 1), true};
  if (text[i] == ')' && next > i + 1) return Cut{i + 1, next, true, true};
  return std::nullopt;
}

std::vector<Cut> find_cuts(std::string_view text) {
  std::vector<Cut> cuts;
  const std::size_t limit = std::min({text.size(), kLongestHead, text.find('\n')});
  for (std::size_t i = 1; i < limit; ++i) {
    if (const auto dash = cut_at_dash(text, i)) {
      cuts.push_back(*dash);
      i += dash_length(text, i) - 1;
    } else if (const auto agency = cut_at_agency(text, i)) {
      cuts.push_back(*agency);
    }
  }
  return cuts;
}

std::string_view trim_back(std::string_view text, std::string_view marks) {
  const std::size_t last = text.find_last_not_of(marks);
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

// Takes "(AFP)", "/TASS/" or ", Kyodo" off the end of `head`; its words, or "".
std::string take_agency(std::string_view& head) {
  const std::string_view whole = trim_back(head, " ");
  const auto take = [&](std::size_t open, std::size_t length) {
    const std::string_view name = trim_ascii(whole.substr(open + 1, length));
    const bool short_capitals =
        name.size() <= 14 && std::ranges::all_of(name, [](char c) { return is_ascii_upper(c); });
    if (!is_agency(name) && !short_capitals &&
        to_ascii_lower(name).find("news") == std::string::npos) {
      return std::string();
    }
    head = trim_back(whole.substr(0, open), " ,.");
    return std::string(name);
  };
  if (whole.empty()) return "";
  if (whole.back() == ')') {
    const std::size_t open = whole.rfind('(');
    return open == std::string_view::npos ? "" : take(open, whole.size() - open - 2);
  }
  if (whole.back() == '/') {
    const std::size_t open = whole.rfind('/', whole.size() - 2);
    return open == std::string_view::npos ? "" : take(open, whole.size() - open - 2);
  }
  const std::size_t comma = whole.rfind(',');
  return comma != std::string_view::npos && is_agency(whole.substr(comma + 1))
             ? take(comma, whole.size() - comma - 1)
             : "";
}

std::optional<int> number_of(std::string_view word) {
  word = trim_back(word, ".,");
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return value;
}

struct HeadDay {
  unsigned month = 0;
  unsigned day = 0;
  std::optional<int> year;
};

// Takes "Feb. 4", "4 February 2022" or "Friday, Feb 4" off the end of `head`.
std::optional<HeadDay> take_day(std::string_view& head) {
  std::vector<std::string_view> words = words_between_blanks(head);
  HeadDay day;
  if (words.size() >= 3) {
    if (const auto year = number_of(words.back()); year && *year > 1900 && *year < 2200) {
      day.year = year;
      words.pop_back();
    }
  }
  if (words.size() < 2) return std::nullopt;
  const std::string_view last = words.back();
  const std::string_view before = words[words.size() - 2];
  const std::optional<int> number = month_named(before) != 0 ? number_of(last) : number_of(before);
  day.month = month_named(before) != 0 ? month_named(before) : month_named(last);
  if (day.month == 0 || !number || *number < 1 || *number > 31) return std::nullopt;
  day.day = static_cast<unsigned>(*number);
  head = trim_back(head.substr(0, static_cast<std::size_t>(before.data() - head.data())), " ,.");
  const std::size_t blank = head.find_last_of(' ');
  if (blank != std::string_view::npos && holds(kWeekdays, to_ascii_lower(head.substr(blank + 1)))) {
    head = trim_back(head.substr(0, blank), " ,.");
  }
  return day;
}

std::optional<Date> resolve(const HeadDay& day, std::optional<Date> publication) {
  if (day.year) return Date::make(*day.year, day.month, day.day);
  if (!publication) return std::nullopt;
  const std::optional<Date> same = Date::make(publication->year(), day.month, day.day);
  if (same && *same <= publication->plus_days(3)) return same;
  return Date::make(publication->year() - 1, day.month, day.day);
}

bool is_name_word(std::string_view word) {
  word = trim_back(word, ",./]");
  if (word.starts_with('[')) word.remove_prefix(1);
  if (word.empty()) return false;
  const bool letters = std::ranges::all_of(word, [](char c) {
    return is_ascii_upper(c) || is_ascii_lower(c) || c == '\'' || c == '-' || c == '.' ||
           c == '/' || static_cast<unsigned char>(c) >= 0x80;
  });
  const char first = word.front();
  return letters && (is_ascii_upper(first) || static_cast<unsigned char>(first) >= 0x80 ||
                     holds(kJoiners, word) || word.starts_with("al-") || word.starts_with("el-"));
}

bool is_place(std::string_view place) {
  const std::vector<std::string_view> words = words_between_blanks(place);
  return !words.empty() && words.size() <= kMostPlaceWords && is_ascii_upper(place.front()) &&
         std::ranges::all_of(words, is_name_word);
}

// "KYIV", "UNITED NATIONS", "ST. LOUIS"; not "UN" and no kicker.
bool is_in_capitals(std::string_view place) {
  const std::string_view town = trim_ascii(place.substr(0, place.find(',')));
  const auto capitals = std::ranges::count_if(town, is_ascii_upper);
  return capitals >= 4 && std::ranges::none_of(town, is_ascii_lower) && !holds(kKickers, town);
}

std::optional<Dateline> read_head(std::string_view paragraph, const Cut& cut,
                                  std::optional<Date> publication) {
  std::string_view head = paragraph.substr(0, cut.head_end);
  Dateline dateline;
  dateline.agency = take_agency(head);
  if (dateline.agency.empty() && cut.needs_agency) return std::nullopt;
  if (cut.needs_known && !is_agency(dateline.agency)) return std::nullopt;
  const std::optional<HeadDay> day = take_day(head);
  if (day) dateline.day = resolve(*day, publication);
  head = trim_back(head, " ,.");
  if (head.empty() || !is_place(head) || holds(kKickers, head)) return std::nullopt;
  if (dateline.agency.empty() && !day && !is_in_capitals(head)) return std::nullopt;
  dateline.place = {0, static_cast<std::uint32_t>(head.size()), Section::kText};
  dateline.span = {0, static_cast<std::uint32_t>(cut.end), Section::kText};
  return dateline;
}

}  // namespace

std::optional<Dateline> parse_dateline(std::string_view paragraph,
                                       std::optional<Date> publication) {
  if (paragraph.empty() || !is_ascii_upper(paragraph.front())) return std::nullopt;
  for (const Cut& cut : find_cuts(paragraph)) {
    if (cut.end >= paragraph.size()) continue;
    if (auto dateline = read_head(paragraph, cut, publication)) return dateline;
  }
  return std::nullopt;
}

}  // namespace entente
