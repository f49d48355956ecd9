// Parses written by hand, for unit tests that load no model.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "record/analysis.h"

namespace entente::testing {

// An analysis with the text that it speaks about.
struct HandParse {
  std::unique_ptr<std::string> text;
  Analysis analysis;
};

// Reads one row a token, separated by blanks: "word/TAG/dep/head" or
// "word/TAG/dep/head/lemma" or ".../ENTITY" in capitals behind the lemma; heads
// are counted from 0 in the whole text, a lone "|" starts a new sentence, a
// lone "^" a new paragraph, "~" before a word: no blank before it, "\n" in a
// word a line end.  The part of speech follows from tag and label, the lemma is the
// lower-case word unless given.  Aborts the test on a bad row.
HandParse hand_parse(std::string_view rows, Section section = Section::kText);

}  // namespace entente::testing
