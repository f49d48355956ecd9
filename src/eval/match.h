// When is a coded field what gold says?  The rules of docs/eval.md.
//
// Pure; any number of threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/gold.h"

namespace entente {

// Each gold entity is met by one that was coded (by its id or its code), and
// none is left over.  Unresolved ones count with `unknown_counts` only ("UNK").
bool equals_entities(const Ids& gold, const std::vector<Entity>& coded, bool unknown_counts);
// Every gold entity was coded.
bool covers_entities(const Ids& gold, const std::vector<Entity>& coded);

// Equal, or both of them happened.
bool is_same_status(std::string_view gold, EventStatus coded);

// One of the record's triggers lies in one of the places, give or take a character.
bool stands_in(const EventRecord& record, const std::vector<QuotePlace>& places);

// Shared words of a name and of the best of the phrases, of all words of both; 0 … 1.
double name_overlap(std::string_view name, const std::vector<Entity>& entities);

}  // namespace entente
