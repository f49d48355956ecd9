// Names as sequences of atoms: what makes "al-Qaeda", "Al Qaeda" and
// "AL-QAEDA", "Élysée" and "Elysee" the same name whatever cut them into tokens.
//
// An atom is a run of letters and digits, or a plus sign, folded to lower case
// without diacritics.  Blanks, hyphens, apostrophes and full stops inside a word
// only part atoms; other signs are remembered as gaps.  Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// What stands between an atom and the one before it.
enum class Gap : std::uint8_t {
  kSoft,   // nothing, blank, hyphen, apostrophe, full stop, slash, ampersand
  kComma,  // a comma or bracket: the name must have it too
  kHard,   // anything else: no name goes across
};

// The letters of an atom before folding.
enum class LetterCase : std::uint8_t {
  kLower,    // "of", "1990"
  kCapital,  // "Russia"
  kUpper,    // "NATO", "U"
  kMixed,    // "McCain", "AfD"
};

struct Atom {
  std::uint32_t begin = 0;  // bytes in the text
  std::uint32_t end = 0;
  Gap gap = Gap::kSoft;
  LetterCase letter_case = LetterCase::kLower;
};

// Appends the atoms of `text` to `atoms` and their folded letters to `folded`,
// each followed by one '\0'.  `offset` is added to begin and end.  Invalid UTF-8
// counts as hard gaps.  Linear.
void split_atoms(std::string_view text, std::uint32_t offset, std::vector<Atom>& atoms,
                 std::string& folded);

// The folded atoms of `text`, joined by one blank: a key to compare names by.
std::string fold_name(std::string_view text);

// Whether letters written like `found` may stand for a name written like `name`:
// a name in lower case allows all, a capital needs a capital, "US" needs "US".
bool case_allows(LetterCase name, LetterCase found);

}  // namespace entente
