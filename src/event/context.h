// What a sentence leaves open and its report tells, once mentions are merged: who is behind an
// attack, whose people it hit, whom a condemnation of it accuses.
//
// Pure; any number of threads.
#pragma once

#include <vector>

#include "record/event.h"

namespace entente {

// Fills, in this order: the perpetrator of attacks that name none, when the
// whole report names exactly one; the state of the place as the victim of
// attacks that name no victim; the perpetrator as the one whom a condemnation
// of it in the same sentence accuses.  Never overwrites what a sentence says.  Cost: linear.
void complete_from_context(std::vector<Event>& events);

}  // namespace entente
