// Why an act gives no event although its words are known.
#pragma once

#include <string_view>

#include "event/act.h"
#include "event/cast.h"
#include "event/section_view.h"

namespace entente {

// The reason, or "".  `event` has its type, actors and recipients.
std::string_view find_objection(const SectionView& view, const std::vector<Act>& acts,
                                const Participants& participants, std::int32_t p, const Cast& cast,
                                const Event& event);

}  // namespace entente
