// The marks of quotations and how they pair.
#pragma once

#include <cstdint>
#include <vector>

#include "proposition/parse.h"
#include "record/proposition.h"

namespace entente {

// Whether token i can open, or close, a quotation.  A straight mark can do both.
bool opens_quotation(const Parse& parse, std::uint32_t i);
bool closes_quotation(const Parse& parse, std::uint32_t i);

// The stretches between marks, the marks included, in order, without overlap.
// An open one ends with its paragraph unless the next paragraph opens with a
// mark.  Cost: linear.
std::vector<Quotation> pair_quotation_marks(const Parse& parse);

}  // namespace entente
