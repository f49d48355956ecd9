// What a test expects of the propositions of a text, in one line each:
//
//   accuse(subject:US, object:Iran, ing-of:bombing, !object:ship) past passive in=say
//
// lemma, with "_particle" ("call_off") and "/n", "/a", "/v" for the kind when it
// matters; then arguments that must be there ("!" before one: must not be;
// "!subject": none of that role), by the word of the head token; then flags:
//   past present future; will would can could may might must should;
//   negated passive question conditional imperative perfect progressive
//   infinitive; root complement relative adverbial participial nominal;
//   marker=X, in=LEMMA of the parent, speaker=WORD of the quotation, quoted;
//   "!" before a flag: must not hold.
// Roles: subject object indirect attribute possessor modifier particle that to
// ing, "ing-of" for a clause after a preposition, "prep-with" with a blank
// written "_" ("prep-because_of").  "none LEMMA": no such proposition.
#pragma once

#include <string>
#include <string_view>

#include "record/analysis.h"
#include "record/proposition.h"

namespace entente::testing {

// "" when some proposition fits `line`; otherwise what is wrong, with what is there.
std::string check_expectation(const Analysis& analysis, const Propositions& propositions,
                              std::string_view line);

// "accuse(subject:US, object:Iran) past passive root": the form of the lines above.
std::string render(const Analysis& analysis, const Propositions& propositions,
                   const Proposition& proposition);

}  // namespace entente::testing
