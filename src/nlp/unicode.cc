#include "nlp/unicode.h"

#include <algorithm>
#include <span>

#include "base/utf8.h"

namespace entente {
namespace {

using internal::unicode_flags;

constexpr char32_t kCapitalSigma = 0x3A3;
constexpr char32_t kFinalSigma = 0x3C2;
constexpr char32_t kSmallSigma = 0x3C3;
constexpr char32_t kCapitalIWithDot = 0x130;

char32_t lower_case(char32_t c) {
  if ((unicode_flags(c) & internal::kHasLower) == 0) return c;
  const std::span<const internal::LowerCase> table(internal::kLowerCases,
                                                   internal::kLowerCaseCount);
  const auto found = std::lower_bound(
      table.begin(), table.end(), c,
      [](const internal::LowerCase& entry, char32_t wanted) { return entry.from < wanted; });
  return found != table.end() && found->from == c ? found->to : c;
}

// Whether the next code point that is not ignored, from `pos` on, has case.
bool cased_after(std::string_view text, std::size_t pos) {
  while (pos < text.size()) {
    const std::uint8_t flags = unicode_flags(decode_utf8(text, pos));
    if ((flags & internal::kCaseIgnorable) == 0) return (flags & internal::kCased) != 0;
  }
  return false;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

}  // namespace

std::string to_lower(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  std::string out;
  bool cased_before = false;  // the last code point that is not ignored has case
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = decode_utf8(text, pos);
    if (c == kCapitalSigma) {
      append_utf8(out, cased_before && !cased_after(text, pos) ? kFinalSigma : kSmallSigma);
    } else if (c == kCapitalIWithDot) {
      append_utf8(out, 'i');
      append_utf8(out, 0x307);
    } else {
      append_utf8(out, lower_case(c));
    }
    const std::uint8_t flags = unicode_flags(c);
    if ((flags & internal::kCaseIgnorable) == 0) cased_before = (flags & internal::kCased) != 0;
  }
  return out;
}

bool is_alpha(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    if (!is_alpha(decode_utf8(text, pos))) return false;
  }
  return !text.empty();
}

}  // namespace entente
