// Did it happen, and on whose word: status and holders of a proposition by
// the predicates that embed it, found from it outwards (codebook sections 5
// and 6; docs/status.md, docs/attribution.md).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "event/act.h"
#include "event/participants.h"
#include "event/section_view.h"

namespace entente {

struct Standing {
  EventStatus status = EventStatus::kAsserted;
  std::vector<std::uint32_t> holders;  // tokens of their phrases, outermost first
  bool willed = false;                 // "will", "would" after a verb of speech, "to" in a headline
  bool declined = false;               // "will not"
  bool wanted = false;                 // by the one who acts: "would like to meet"
  bool obliged = false;                // "must", "should"
  bool presupposed = false;            // told as a fact inside another act
  bool purpose = false;                // only what another act was for
  std::int32_t author = -1;            // token of "we" where the report itself speaks, or -1
  std::int32_t speech = -1;            // the innermost proposition whose subject is a holder, or -1
  std::vector<std::string> steps;      // for `explain`, innermost first
};

// REQUIRES: `p` is an index of the view's propositions.  Climbs a bounded
// number of steps.  `running_holder`: token of "X said:" in force, or -1.
Standing find_standing(const SectionView& view, const std::vector<Act>& acts,
                       const Participants& participants, std::int32_t p);

}  // namespace entente
