#include "ingest/day_text.h"

#include <charconv>
#include <string>

#include "text/ascii.h"
#include "text/month_names.h"

namespace entente {
namespace {

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Date> make(std::optional<int> year, std::optional<int> month,
                         std::optional<int> day) {
  if (!year || !month || !day || *year < 1800 || *month < 1 || *day < 1) return std::nullopt;
  return Date::make(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

// YYYY-MM-DD, YYYY/MM/DD or YYYYMMDD at the start.
std::optional<Date> parse_numbers(std::string_view text) {
  const auto digits = text.substr(0, text.find_first_not_of("0123456789")).size();
  if (digits == 8 || digits == 14) {
    return make(number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6, 2)));
  }
  if (digits != 4 || text.size() < 8) return std::nullopt;
  const char mark = text[4];
  if (mark != '-' && mark != '/' && mark != '.') return std::nullopt;
  const std::size_t second = text.find(mark, 5);
  if (second == std::string_view::npos) return std::nullopt;
  std::string_view day = text.substr(second + 1, 2);
  if (day.size() == 2 && !is_ascii_digit(day[1])) day.remove_suffix(1);
  return make(number(text.substr(0, 4)), number(text.substr(5, second - 5)), number(day));
}

// A day and a month by name, in either order, and then a year.
std::optional<Date> parse_words(std::string_view text) {
  std::optional<int> day;
  int month = 0;
  int seen = 0;
  for (std::string_view word : words_between_blanks(text)) {
    while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.remove_suffix(1);
    if (++seen > 8) break;
    const std::optional<int> value = number(word);
    if (!value) {
      if (month == 0) month = static_cast<int>(month_named(word));
    } else if (*value <= 31 && !day) {
      day = value;
    } else if (*value >= 1800 && day && month != 0) {
      return make(value, month, day);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> parse_day(std::string_view text) {
  text = trim_ascii(text);
  if (text.empty() || text.size() > 100) return std::nullopt;
  return is_ascii_digit(text[0]) && text.find(' ') != 1 && text.find(' ') != 2 ? parse_numbers(text)
                                                                               : parse_words(text);
}

}  // namespace entente
