// The lead sentence of a report tells what the report is about: an act in it
// that lacks its parties takes them from the sentence.
#pragma once

#include "event/participants.h"
#include "event/section_view.h"

namespace entente {

// Fills the actors of `event`, whose predicate is `p`, by the nearest somebody
// before it, and the recipients by the first behind it, else before it.
// False: the sentence names nobody who could be meant.
bool complete_by_sentence(const SectionView& view, const Participants& participants, std::int32_t p,
                          Event& event);

}  // namespace entente
