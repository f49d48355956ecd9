// Letters of ASCII, and strings without regard to their case.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace entente {

inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
// A letter or a digit, or a byte of a character above ASCII.
inline bool is_word_char(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z') || is_digit(c) || (c & 0x80) != 0;
}
inline char lower(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }
inline std::string lower(std::string_view s) {
  std::string out(s);
  std::ranges::transform(out, out.begin(), [](char c) { return lower(c); });
  return out;
}

inline bool starts_with_lower(std::string_view text, std::string_view lower_case_word) {
  return lower(text.substr(0, lower_case_word.size())) == lower_case_word;
}

// Without the bytes of `what` at both ends.
inline std::string_view trim(std::string_view s, std::string_view what = " \t\r\n") {
  const std::size_t first = s.find_first_not_of(what);
  if (first == std::string_view::npos) return {};
  return s.substr(first, s.find_last_not_of(what) - first + 1);
}

}  // namespace entente
