// Letters and words of text that is mostly ASCII; other bytes are left alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

inline bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string to_ascii_lower(std::string_view text);
// Without blanks at both ends.
std::string_view trim_ascii(std::string_view text);
// The parts between blanks.
std::vector<std::string_view> words_between_blanks(std::string_view text);

}  // namespace entente
