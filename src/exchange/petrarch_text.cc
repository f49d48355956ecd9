#include "exchange/petrarch_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace entente {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

bool is_small_word(std::string_view word) {
  constexpr std::array<std::string_view, 12> kSmall = {"OF", "THE", "AND", "FOR", "IN",  "ON",
                                                       "TO", "DE",  "LA",  "DU",  "BIN", "IBN"};
  return std::ranges::find(kSmall, word) != kSmall.end();
}

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

}  // namespace

std::vector<std::string_view> split_blanks(std::string_view text) {
  std::vector<std::string_view> words;
  for (;;) {
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return words;
    text.remove_prefix(first);
    const std::size_t end = text.find_first_of(kBlanks);
    words.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return words;
    text.remove_prefix(end);
  }
}

std::vector<DictionaryLine> split_dictionary(std::string_view text) {
  std::vector<DictionaryLine> lines;
  for (std::uint64_t number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    line = trim(line.substr(0, line.find_first_of("#;")));
    if (!line.empty()) lines.push_back({line, number});
  }
  return lines;
}

DictionaryKind guess_dictionary_kind(std::string_view text) {
  std::size_t agents = 0;
  std::size_t verbs = 0;
  for (const DictionaryLine& line : split_dictionary(text)) {
    agents += line.text.find("[~") != std::string_view::npos ? 1 : 0;
    verbs += line.text.starts_with("- ") || line.text.starts_with("---") ? 1 : 0;
  }
  if (agents == 0 && verbs == 0) return DictionaryKind::kActors;
  return agents > verbs ? DictionaryKind::kAgents : DictionaryKind::kVerbs;
}

std::optional<std::vector<DatedCode>> find_codes(std::string_view line) {
  std::vector<DatedCode> codes;
  for (;;) {
    const std::size_t open = line.find('[');
    if (open == std::string_view::npos) return codes;
    const std::size_t close = line.find(']', open);
    if (close == std::string_view::npos) return std::nullopt;
    const std::string_view inner = trim(line.substr(open + 1, close - open - 1));
    const std::size_t blank = inner.find_first_of(" \t<>");
    codes.push_back(
        {inner.substr(0, blank), blank == std::string_view::npos ? "" : trim(inner.substr(blank))});
    line.remove_prefix(close + 1);
  }
}

std::string_view before_codes(std::string_view line) {
  return trim(line.substr(0, line.find('[')));
}

std::optional<Date> parse_dictionary_day(std::string_view digits, bool last) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  if (digits.size() != 6 && digits.size() != 8) return std::nullopt;
  unsigned year = number / 10000;
  if (digits.size() == 6) year += year > 30 ? 1900 : 2000;
  unsigned month = number / 100 % 100;
  unsigned day = number % 100;
  if (month == 0) {
    month = last ? 12 : 1;
    day = 0;
  }
  if (day > 0) return Date::make(static_cast<int>(year), month, day);
  const auto first = Date::make(static_cast<int>(year), month, 1);
  if (!first || !last) return first;
  return Date::make(first->plus_days(31).year(), first->plus_days(31).month(), 1)->plus_days(-1);
}

std::optional<DayRange> parse_day_range(std::string_view days) {
  DayRange range;
  if (days.empty()) return range;
  if (days.starts_with('<') || days.starts_with('>')) {
    const bool until = days.starts_with('<');
    const auto day = parse_dictionary_day(trim(days.substr(1)), !until);
    if (!day) return std::nullopt;
    (until ? range.to : range.from) = day->plus_days(until ? -1 : 1);
    return range;
  }
  const std::size_t dash = days.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  range.from = parse_dictionary_day(trim(days.substr(0, dash)), false);
  range.to = parse_dictionary_day(trim(days.substr(dash + 1)), true);
  if (!range.from || !range.to || *range.to < *range.from) return std::nullopt;
  return range;
}

std::string plain_words(std::string_view entry) {
  std::string spaced(entry);
  std::ranges::replace(spaced, '_', ' ');
  std::string words;
  for (const std::string_view word : split_blanks(spaced)) {
    words += (words.empty() ? "" : " ") + std::string(word);
  }
  return words;
}

std::string title_case(std::string_view words) {
  const auto parts = split_blanks(words);
  if (parts.size() == 1 && parts.front().size() <= 3) return std::string(words);
  std::string out;
  for (const std::string_view word : parts) {
    const bool small = !out.empty() && is_small_word(word);
    if (!out.empty()) out += ' ';
    bool start = !small;
    for (const char c : word) {
      out += start ? c : to_lower(c);
      start = c == '-' || c == '.';
    }
  }
  return out;
}

std::string lower_case(std::string_view words) {
  std::string out(words);
  std::ranges::transform(out, out.begin(), to_lower);
  return out;
}

WordForms split_forms(std::string_view text) {
  const std::size_t open = text.find('{');
  WordForms forms{trim(text.substr(0, open)), {}};
  if (open == std::string_view::npos) return forms;
  const std::size_t close = text.find('}', open);
  forms.forms = split_blanks(text.substr(open + 1, close - open - 1));
  return forms;
}

}  // namespace entente
