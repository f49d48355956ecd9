// Worked example: "al-Qa'ida" -> al, qa, ida (gaps soft); "Washington, D.C." ->
// washington, d (gap comma), c.  Goes wrong: letters outside Latin keep their
// case and marks, so a Cyrillic name is found only as it is written.
#include "knowledge/atoms.h"

#include <algorithm>
#include <array>

namespace entente {
namespace {

// Base letters of U+00C0…U+017F in lower case; '*' = two letters, see kPairs; ' ' = no letter.
constexpr std::string_view kLatin =
    "aaaaaa*ceeeeiiiidnooooo ouuuuy**aaaaaa*ceeeeiiiidnooooo ouuuuy*y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
    "lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

struct Pair {
  char32_t letter;
  std::string_view base;
};
constexpr std::array<Pair, 11> kPairs = {{{0xC6, "ae"},
                                          {0xDE, "th"},
                                          {0xDF, "ss"},
                                          {0xE6, "ae"},
                                          {0xFE, "th"},
                                          {0x132, "ij"},
                                          {0x133, "ij"},
                                          {0x152, "oe"},
                                          {0x153, "oe"},
                                          {0x218, "s"},
                                          {0x21A, "t"}}};

struct Decoded {
  char32_t letter = 0;
  std::size_t size = 1;
  bool valid = false;
};

Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return {};
  char32_t letter = lead & (0x7F >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    letter = (letter << 6) | (byte(i) & 0x3F);
  }
  return {letter, size, true};
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c >= 0xC0 && c <= 0xDE) return c != 0xD7;
  if (c >= 0x100 && c <= 0x137) return c % 2 == 0;
  if (c >= 0x139 && c <= 0x148) return c % 2 == 1;
  if (c >= 0x14A && c <= 0x177) return c % 2 == 0;
  if (c >= 0x178 && c <= 0x17E) return c == 0x178 || c % 2 == 1;
  return c == 0x218 || c == 0x21A;
}

// Appends the folded letter; false when `c` is none.
bool fold(char32_t c, std::string& out) {
  if (c < 0x80) {
    if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c + 32);
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+') {
      out += static_cast<char>(c);
    } else {
      return false;
    }
    return true;
  }
  for (const Pair& pair : kPairs) {
    if (pair.letter == c || (pair.base.size() == 1 && pair.letter + 1 == c)) {
      out += pair.base;
      return true;
    }
  }
  if (c >= 0xC0 && c <= 0x17F) {
    const char base = kLatin[c - 0xC0];
    if (base == ' ' || base == '*') return false;
    out += base;
    return true;
  }
  return false;
}

// Letters of other scripts, as they are: everything above Latin that is no
// punctuation, blank or symbol block.
bool is_other_letter(char32_t c) {
  if (c < 0x180) return false;
  if (c >= 0x2000 && c <= 0x2BFF) return false;
  if (c >= 0x3000 && c <= 0x303F) return false;
  return c != 0xFEFF && c < 0x1F000;
}

Gap gap_of(char32_t c) {
  switch (c) {
    case ' ':
    case '-':
    case '\'':
    case '.':
    case '/':
    case '&':
    case 0xA0:
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2018:
    case 0x2019:
    case 0x2BC:
      return Gap::kSoft;
    case ',':
    case '(':
    case ')':
      return Gap::kComma;
    default:
      return Gap::kHard;
  }
}

LetterCase case_of(std::size_t letters, std::size_t uppers, bool first_upper) {
  if (uppers == 0) return LetterCase::kLower;
  if (uppers == letters) return LetterCase::kUpper;
  return uppers == 1 && first_upper ? LetterCase::kCapital : LetterCase::kMixed;
}

}  // namespace

void split_atoms(std::string_view text, std::uint32_t offset, std::vector<Atom>& atoms,
                 std::string& folded) {
  Gap gap = Gap::kSoft;
  std::size_t at = 0;
  while (at < text.size()) {
    Atom atom{static_cast<std::uint32_t>(at) + offset, 0, gap, LetterCase::kLower};
    std::size_t letters = 0, uppers = 0;
    bool first_upper = false;
    Decoded c;
    while (at < text.size()) {
      c = decode(text, at);
      if (!c.valid) break;
      const bool plus = c.letter == '+';
      if (plus && atom.end != 0) break;
      if (!fold(c.letter, folded)) {
        if (!is_other_letter(c.letter)) break;
        folded += text.substr(at, c.size);
      }
      const bool upper = is_upper(c.letter);
      if (atom.end == 0) first_upper = upper;
      if (c.letter >= 'A') ++letters;
      uppers += upper ? 1 : 0;
      at += c.size;
      atom.end = static_cast<std::uint32_t>(at) + offset;
      if (plus) break;
    }
    if (atom.end != 0) {
      folded += '\0';
      atom.letter_case = case_of(letters, uppers, first_upper);
      atoms.push_back(atom);
      gap = Gap::kSoft;
      continue;
    }
    gap = std::max(gap, c.valid ? gap_of(c.letter) : Gap::kHard);
    at += c.size;
  }
}

std::string fold_name(std::string_view text) {
  std::vector<Atom> atoms;
  std::string folded;
  split_atoms(text, 0, atoms, folded);
  if (!folded.empty()) folded.pop_back();
  for (char& c : folded) {
    if (c == '\0') c = ' ';
  }
  return folded;
}

bool case_allows(LetterCase name, LetterCase found) {
  switch (name) {
    case LetterCase::kLower:
      return true;
    case LetterCase::kCapital:
      return found != LetterCase::kLower;
    case LetterCase::kUpper:
      return found == LetterCase::kUpper;
    case LetterCase::kMixed:
      return found != LetterCase::kLower;
  }
  return false;
}

}  // namespace entente
