// Mentions of one act in one document become one event (codebook section 7).
//
// Pure; any number of threads.
#pragma once

#include <vector>

#include "record/event.h"

namespace entente {

// Joins events that tell the same act: one type, actors and recipients that
// are equal or contain each other, no conflict of mode, date or place, and a
// sign that it is the same act: one of them stands in the title, the same
// entry fired, they talk with each other, or a bare noun refers back.  What one holder denies never
// joins what another asserts.  The first mention stays the evidence, the others go to `mentions`;
// the most specific mode, the best date and place, the fullest lists and the strongest status win.
// Keeps the order of the first mentions. Cost: linear; each event is compared with the last 64 of
// its type.
std::vector<Event> merge_mentions(std::vector<Event> events);

// Whether `b`, which stands behind `a`, may tell the same act.
bool tells_same_act(const Event& a, const Event& b);

}  // namespace entente
