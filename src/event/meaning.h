// What kind of event an act is, by its sense, what it speaks about and how it
// stands: "will meet" is AGREE, "refused to help" REJECT/assist.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "event/act.h"
#include "event/section_view.h"
#include "event/standing.h"

namespace entente {

struct Meaning {
  EventType type = EventType::kAgree;
  std::string mode;
  EventStatus status = EventStatus::kAsserted;
  std::vector<std::string> steps;  // for `explain`
};

// Who speaks of an act to come, and to whom.
struct Address {
  bool has_recipient = false;  // somebody is addressed: a hostile "will" is a threat
  bool own_word = false;       // the one who acts says so himself
};

// REQUIRES: act `p` is typed.
Meaning find_meaning(const SectionView& view, const std::vector<Act>& acts, std::int32_t p,
                     const Standing& standing, Address address);

// The typed act that `p` speaks about, through untyped ones; kNoAct if none.
std::int32_t find_inner(const std::vector<Act>& acts, std::int32_t p);

}  // namespace entente
