// Quoted words and who speaks them.
#pragma once

#include <cstdint>
#include <vector>

#include "proposition/deep.h"
#include "proposition/parse.h"
#include "proposition/predicates.h"
#include "record/proposition.h"

namespace entente {

// All quotations in the order of their first token; they do not overlap.
// Cost: linear in tokens.
std::vector<Quotation> find_quotations(const Parse& parse, const Predicates& predicates,
                                       const DeepFrames& frames, const std::vector<bool>& headline);

// Sets Proposition::quotation of what lies inside one; `list` is in the order of heads.
void mark_quoted(const std::vector<Quotation>& quotations, std::vector<Proposition>& list);

}  // namespace entente
