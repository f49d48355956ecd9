// From an event record to its acts between two parties.
#pragma once

#include <cstdint>
#include <vector>

#include "record/dyadic_act.h"
#include "record/event_record.h"

namespace entente {

// One act for every actor with every recipient, all with this `id` and `story` (0:
// none).  Without recipients the actors of a reciprocal event (a meeting, an accord,
// a joint deed, a clash) are paired with each other.  The day is the event's own, else
// that of publication; without either, and for records that PLOVER does not count,
// there is none.
std::vector<DyadicAct> dyads_of(const EventRecord& record, std::int64_t id, std::int64_t story);

}  // namespace entente
