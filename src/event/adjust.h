// Small corrections of a finished event by its own fields.
#pragma once

#include "record/event.h"

namespace entente {

// Three parties or more, or a body of many states.
bool is_many(const std::vector<Entity>& actors);

// Troops sent to keep a peace are help to those who have them: MOBILIZE → AID.
void become_peacekeeping(Event& event);

// "Kenya closed its border", "Ukraine and Poland called on both sides": a
// reference to the actor is no recipient.
void drop_own_reference(Event& event);

}  // namespace entente
