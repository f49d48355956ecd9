// Events -> tellings, and tellings -> the act that they make.
//
// Pure; any number of threads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/act.h"

namespace entente {

// The telling of an event as it was coded; `event`, `document`, `story` and
// `voice` are the caller's to fill.  `key`: the event's id; `quote`: its sentence.
Telling make_telling(const Event& event, std::string key, std::string quote,
                     std::optional<Date> published);

// The act that these tellings make: what most stories say, counts, claims.
// The same for every order of the list.  REQUIRES: not empty.
ActRecord make_act(std::vector<const Telling*> tellings);

}  // namespace entente
