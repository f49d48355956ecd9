// What the words around one predicate say about it: voice, tense, aspect,
// modality, negation.
#pragma once

#include <cstdint>
#include <string_view>

#include "proposition/parse.h"
#include "record/proposition.h"

namespace entente {

// The grammar of one verb as its own auxiliaries show it.
struct VerbForm {
  Tense tense = Tense::kNone;
  Modality modality = Modality::kNone;
  bool negated = false;
  bool passive = false;
  bool perfect = false;
  bool progressive = false;
  bool infinitive = false;  // bare or with "to"
  bool to = false;          // with "to"
  bool own_auxiliary = false;
  bool finite = false;
};

// Reads the form of `verb` from its own children; `headline` switches on the
// grammar of titles ("Three killed in raid" is passive).
VerbForm read_verb_form(const Parse& parse, std::uint32_t verb, bool headline);

// Lets a conjunct share what it does not say itself: "will meet and SIGN",
// "was arrested and CHARGED", "did not attack or THREATEN".
void share_verb_form(const Parse& parse, std::uint32_t verb, const VerbForm& first, VerbForm& form);

// "no talks", "neither side", "nobody": a phrase that makes its clause negative.
bool is_negative_phrase(const Parse& parse, std::uint32_t head);

// The word that subordinates the clause of `verb`: "if", "after", "whether"; "" if none.
std::string_view subordinator(const Parse& parse, std::uint32_t verb);

}  // namespace entente
