#include "event/adjust.h"

#include <algorithm>
#include <string_view>

namespace entente {

bool is_many(const std::vector<Entity>& actors) {
  std::vector<std::string_view> ids;
  for (const Entity& actor : actors) {
    if (!actor.id.empty() && std::ranges::find(ids, actor.id) == ids.end()) ids.push_back(actor.id);
  }
  const bool body = actors.size() == 1 && (actors[0].code == "IGO" || actors[0].code == "UNO");
  return ids.size() > 2 || body;
}

void become_peacekeeping(Event& event) {
  const bool keeps = std::ranges::find(event.contexts, "peacekeeping") != event.contexts.end();
  if (event.type != EventType::kMobilize || !keeps || event.recipients.empty()) return;
  event.type = EventType::kAid;
  event.modes.clear();
  event.derivation.emplace_back("MOBILIZE → AID: peacekeeping");
}

void drop_own_reference(Event& event) {
  std::erase_if(event.recipients, [&](const Entity& r) {
    return r.antecedent && std::ranges::any_of(event.actors, [&](const Entity& a) {
             return a.id == r.id && !a.id.empty();
           });
  });
}

}  // namespace entente
