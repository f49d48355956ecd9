// Towards which of two sides a state leans (docs/measures/tilt.md).
#pragma once

#include <vector>

#include "alignment/groups.h"
#include "alignment/vote_table.h"
#include "alignment/window.h"
#include "record/measure_rows.h"

namespace entente {

// logit of the share of cooperation with `west` less the same with `east`, the
// stories of a side pooled, each once, half a story added to every count.  One row
// for every state with substantive stories with either side, in order; the tilt
// is absent without both.
std::vector<TiltRow> measure_states(const VoteTable& votes, const Window& window, const Group& west,
                                    const Group& east);

}  // namespace entente
