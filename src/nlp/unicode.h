// Code points as Python 3.11 (Unicode 14.0) classifies them: the language model
// was trained on strings that went through Python's str methods.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {
namespace internal {

enum UnicodeFlag : std::uint8_t {
  kAlpha = 1,
  kUpper = 2,
  kDigit = 4,
  kSpace = 8,
  kCased = 16,
  kCaseIgnorable = 32,
  kHasLower = 64,
};

struct LowerCase {
  std::uint32_t from;
  std::uint32_t to;
};

// Flags of c = kUnicodeFlags[kUnicodeBlocks[c / 128] * 128 + c % 128].
extern const std::uint8_t kUnicodeBlocks[];
extern const std::uint8_t kUnicodeFlags[];
inline constexpr std::size_t kLowerCaseCount = 1432;
extern const LowerCase kLowerCases[];  // by `from`

inline std::uint8_t unicode_flags(char32_t c) {
  return kUnicodeFlags[kUnicodeBlocks[c >> 7] * 128U + (c & 127U)];
}

}  // namespace internal

// REQUIRES for all: c <= 0x10FFFF.
inline bool is_alpha(char32_t c) { return internal::unicode_flags(c) & internal::kAlpha; }
inline bool is_upper(char32_t c) { return internal::unicode_flags(c) & internal::kUpper; }
inline bool is_digit(char32_t c) { return internal::unicode_flags(c) & internal::kDigit; }
inline bool is_space(char32_t c) { return internal::unicode_flags(c) & internal::kSpace; }

// str.lower(): full lower case, with the final form of a Greek sigma.
// REQUIRES: valid UTF-8.
std::string to_lower(std::string_view text);

// str.isalpha(): not empty and only letters.  REQUIRES: valid UTF-8.
bool is_alpha(std::string_view text);

}  // namespace entente
