// What the language model found, as other programs read it.
#pragma once

#include <string>
#include <string_view>

#include "record/analysis.h"

namespace entente {

// One line: id, text and a column for every property of the tokens (the form
// that parse_analysis() reads); offsets in code points.
void append_analysis_json(std::string& out, std::string_view id, const Analysis& analysis);

// CoNLL-U, one block a sentence.  Tokens of white space, which the format does
// not know, are left out and stand in MISC as SpacesAfter; entities as NER=B-…
// and NER=I-….
void append_analysis_conllu(std::string& out, std::string_view id, const Analysis& analysis);

}  // namespace entente
