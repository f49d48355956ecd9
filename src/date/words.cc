#include "date/words.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace entente {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 20> kNumbers = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};

struct WordNumber {
  std::string_view word;
  int number;
};
constexpr std::array<WordNumber, 10> kMoreNumbers = {{{"a", 1},
                                                      {"an", 1},
                                                      {"twenty", 20},
                                                      {"thirty", 30},
                                                      {"forty", 40},
                                                      {"fifty", 50},
                                                      {"sixty", 60},
                                                      {"seventy", 70},
                                                      {"eighty", 80},
                                                      {"ninety", 90}}};
constexpr std::array<WordNumber, 9> kUnits = {{{"hour", 0},
                                               {"minute", 0},
                                               {"day", 1},
                                               {"week", 2},
                                               {"month", 3},
                                               {"year", 4},
                                               {"decade", 5},
                                               {"century", 6},
                                               {"centuries", 6}}};
constexpr std::array<WordNumber, 5> kSeasons = {
    {{"winter", 12}, {"spring", 3}, {"summer", 6}, {"autumn", 9}, {"fall", 9}}};

template <typename List>
std::optional<unsigned> index_of(const List& list, std::string_view word) {
  const auto found = std::find(list.begin(), list.end(), word);
  if (found == list.end()) return std::nullopt;
  return static_cast<unsigned>(found - list.begin());
}

// All of `digits` as a number; nullopt when there is anything else.
std::optional<int> digits_of(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || digits.front() == '-') {
    return std::nullopt;
  }
  return value;
}

}  // namespace

std::string lower(std::string_view word) {
  std::string out(word);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

std::optional<unsigned> weekday_of(std::string_view word) { return index_of(kWeekdays, word); }

std::optional<unsigned> month_of(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word == "sept") word = "sep";
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (word == kMonths[i] || (word.size() == 3 && kMonths[i].starts_with(word))) return i + 1;
  }
  return std::nullopt;
}

std::optional<unsigned> season_of(std::string_view word) {
  for (const WordNumber& s : kSeasons) {
    if (s.word == word) return static_cast<unsigned>(s.number);
  }
  return std::nullopt;
}

std::optional<Unit> unit_of(std::string_view word) {
  if (word.ends_with('s') && word != "centuries") word.remove_suffix(1);
  for (const WordNumber& u : kUnits) {
    if (u.word == word) return static_cast<Unit>(u.number);
  }
  return std::nullopt;
}

bool is_plural_unit(std::string_view word) { return word.ends_with('s') && unit_of(word); }

std::optional<int> number_of(std::string_view word) {
  if (word.empty()) return std::nullopt;
  if (const auto index = index_of(kNumbers, word)) return static_cast<int>(*index);
  for (const WordNumber& n : kMoreNumbers) {
    if (n.word == word) return n.number;
  }
  return word.size() <= 3 ? digits_of(word) : std::nullopt;
}

std::optional<unsigned> day_number_of(std::string_view word) {
  for (std::string_view suffix : {"st", "nd", "rd", "th"}) {
    if (word.size() > 2 && word.ends_with(suffix)) {
      word.remove_suffix(2);
      break;
    }
  }
  if (word.empty() || word.size() > 2) return std::nullopt;
  const auto number = digits_of(word);
  if (!number || *number < 1 || *number > 31) return std::nullopt;
  return static_cast<unsigned>(*number);
}

std::optional<int> year_of(std::string_view word) {
  if (word.size() != 4) return std::nullopt;
  const auto number = digits_of(word);
  if (!number || *number < 1500 || *number > 2199) return std::nullopt;
  return number;
}

std::optional<int> decade_of(std::string_view word) {
  if (!word.ends_with('s')) return std::nullopt;
  word.remove_suffix(1);
  if (word.ends_with('\'')) word.remove_suffix(1);
  if (word.starts_with('\'')) word.remove_prefix(1);
  if (const auto year = year_of(word)) {
    if (*year % 10 == 0) return year;
    return std::nullopt;
  }
  if (word.size() != 2 || word.back() != '0') return std::nullopt;
  const auto number = digits_of(word);
  if (!number || *number < 20) return std::nullopt;
  return 1900 + *number;
}

bool is_part_of_day(std::string_view word) {
  return word == "morning" || word == "afternoon" || word == "evening" || word == "night" ||
         word == "noon" || word == "midday" || word == "lunchtime";
}

}  // namespace entente
