// The classes of acts that the measures count (docs/measures/votes.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "record/event.h"

namespace entente {

enum class ActClass : std::uint8_t { kCooperation, kConflict, kTalk };

// Substantive cooperation: AGREE, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT.
// Talk: CONSULT, an agreement to meet, a request to meet.  Conflict: ACCUSE to
// ASSAULT.  Other requests are neither: nullopt.
std::optional<ActClass> act_class(EventType type, std::string_view mode);

}  // namespace entente
