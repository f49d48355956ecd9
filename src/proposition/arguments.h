// The arguments of one predicate, collected from its frame.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "proposition/deep.h"
#include "proposition/parse.h"
#include "proposition/predicates.h"
#include "record/proposition.h"

namespace entente {

// Appends an argument unless the same role and token are there already.
void add_argument(Proposition& proposition, Role role, std::uint32_t token, ArgumentOrigin origin,
                  std::string_view preposition = {});

// Fills proposition.arguments and .particle, deep roles first.
void collect_arguments(Parse& parse, const Predicates& predicates, const DeepFrames& frames,
                       Proposition& proposition);

// Gives nouns under light verbs the arguments of the verb: "Israel launched an
// ATTACK on Gaza", "the convoy came under ATTACK from rebels".
void share_light_verbs(const Parse& parse, const Predicates& predicates,
                       std::vector<Proposition>& list);

}  // namespace entente
