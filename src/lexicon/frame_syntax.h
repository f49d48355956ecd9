// The small language of the cells `frame`, `actor` and `recipients`
// (docs/lexicon.md): "object=@weapon|missile !prep:for clause:to".
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/entry.h"

namespace entente {

// Named sets of words (selection.tsv).
using Selection = std::map<std::string, std::vector<std::string>, std::less<>>;

// One slot: "object", "prep:against", "clause:to".  Errors: kBadFormat.
Result<SlotSpec> parse_slot(std::string_view text);

// Conditions apart by blanks.  Errors: kBadFormat.
Result<std::vector<Condition>> parse_frame(std::string_view cell, const Selection& selection);

// Slots apart by '|', "-" for nobody.  Errors: kBadFormat.
Result<std::vector<SlotSpec>> parse_participants(std::string_view cell);

// "word|@class|@ASSAULT|@actor"; a class gives its words.  Errors: kBadFormat
// for an empty part, an unknown class, or an upper case one that is no event type.
Result<WordTest> parse_words(std::string_view cell, const Selection& selection);

// How much a frame says: of two entries that fit, the higher wins.
int compute_specificity(const Entry& entry);

}  // namespace entente
