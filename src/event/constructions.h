// Events that no single word tells: "said Israel must withdraw" (REQUEST),
// "called the raid a crime", "said the raid was illegal" (ACCUSE).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "event/act.h"
#include "event/cast.h"
#include "event/standing.h"

namespace entente {

struct Construction {
  EventType type = EventType::kRequest;
  std::string_view mode;
  std::string_view rule;
  Cast cast;
};

// "X said Y must …": a demand by the innermost holder on the subject of `p`.
std::optional<Construction> find_demand(const SectionView& view, const std::vector<Act>& acts,
                                        const Participants& participants, std::int32_t p,
                                        const Standing& standing);

// A judgement about what `p` says: by the subject of "called … a crime", or by
// the innermost holder of "the raid was illegal".
std::optional<Construction> find_judgement(const SectionView& view, const std::vector<Act>& acts,
                                           const Participants& participants, std::int32_t p,
                                           const Standing& standing);

}  // namespace entente
