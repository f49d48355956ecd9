// Actors and recipients of an act: its own slots, those of the light verb or
// of another word for the same deed, and for speech acts those of the inner act.
#pragma once

#include <vector>

#include "event/act.h"
#include "event/participants.h"
#include "event/section_view.h"

namespace entente {

struct Cast {
  std::vector<Party> actors;
  std::vector<Party> recipients;
};

// REQUIRES: act `p` is typed.
Cast find_cast(const SectionView& view, const std::vector<Act>& acts,
               const Participants& participants, std::int32_t p);

}  // namespace entente
