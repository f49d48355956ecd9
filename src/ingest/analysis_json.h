// Reads analyses in the JSON form that `entente analyze --as jsonl` writes, so
// that tests and other parsers can feed the stages after nlp.
#pragma once

#include <string_view>

#include "base/result.h"
#include "record/analysis.h"

namespace entente {

// Parses one JSON object with the keys text, start, end, space, tag, pos,
// morph, lemma, head, dep (one value a token), sent_start (first tokens), ent
// ([first, last, label]), np ([first, last]); offsets in code points.  `text` must be the same
// text, in bytes, and outlive the result.  Errors: kBadFormat for JSON that is none, missing or
// unequal columns, offsets or heads outside the text.
Result<Analysis> parse_analysis(std::string_view json, std::string_view text,
                                Section section = Section::kText);

}  // namespace entente
