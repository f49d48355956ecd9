// Phrases read off a parse: conjoined names, what a quantity counts, the
// prepositions of a predicate with their objects.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "proposition/parse.h"

namespace entente {

// No list of names or verbs is read further than this.
inline constexpr std::size_t kMaxConjuncts = 24;

// `first` and the nominals conjoined with it, in the order of the text, also
// by "as well as", "together with", "along with".  At most kMaxConjuncts.
std::vector<std::uint32_t> conjuncts(const Parse& parse, std::uint32_t first);

// What a transparent head counts: "series" -> "raids" in "a series of raids",
// "three" -> "soldiers" in "three of the soldiers"; any other token itself.
std::uint32_t content_of(const Parse& parse, std::uint32_t token);

// The particle of a verb ("off" in "called off"), "" if it has none; `token` is set to it.
std::string_view particle_of(const Parse& parse, std::uint32_t verb, std::uint32_t* token);

// One object of a preposition that hangs on a predicate.
struct PrepObject {
  std::string_view preposition;  // lower case: "of", "because of", "in response to"
  std::uint32_t preposition_token;
  std::uint32_t token;  // head of the object, one entry a conjunct
  bool clause;          // "accused of bombing"
  bool agent;           // the parser calls it the agent of a passive
  bool dative;          // the parser calls it the receiver: "gave tanks TO Kyiv"
};

// All objects of the prepositions of `predicate`, in the order of the text.
std::vector<PrepObject> prepositions(Parse& parse, std::uint32_t predicate);

// Whether `noun` is the middle of a preposition of several words: "response" in "in response to".
bool is_inside_preposition(Parse& parse, std::uint32_t noun);

}  // namespace entente
