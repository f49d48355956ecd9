#include "text/ascii.h"

namespace entente {

std::string to_ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (is_ascii_upper(c)) c = static_cast<char>(c + 32);
  }
  return lower;
}

std::string_view trim_ascii(std::string_view text) {
  while (!text.empty() && is_ascii_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> words_between_blanks(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t i = 0; i < text.size();) {
    if (is_ascii_blank(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && !is_ascii_blank(text[i])) ++i;
    parts.push_back(text.substr(begin, i - begin));
  }
  return parts;
}

}  // namespace entente
