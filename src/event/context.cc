// Idea: reports name the perpetrator once and then speak of "the attack"; what
// one sentence says of the deed holds for the others, as long as nothing speaks
// against it.
//
// Example: "France condemned the attacks in Kabul.  Islamic State claimed
// them": the attacks are by Islamic State, on Afghanistan, and France accuses
// Islamic State.
// It gets wrong: a second attack in the same country by somebody else.
// Cost: linear in the events of the report.
#include "event/context.h"

#include <algorithm>
#include <optional>

namespace entente {
namespace {

bool has_known(const std::vector<Entity>& list) {
  return std::ranges::any_of(list, [](const Entity& e) { return !e.id.empty(); });
}

bool has_id(const std::vector<Entity>& list, const std::string& id) {
  return std::ranges::any_of(list, [&](const Entity& e) { return e.id == id; });
}

bool is_deed(const Event& e) { return e.type == EventType::kAssault && has_happened(e.status); }

// The one known actor of all attacks of the report, if there is exactly one.
std::optional<Entity> find_only_perpetrator(const std::vector<Event>& events) {
  std::optional<Entity> found;
  for (const Event& event : events) {
    if (!is_deed(event)) continue;
    for (const Entity& actor : event.actors) {
      if (actor.id.empty()) continue;
      if (found && found->id != actor.id) return std::nullopt;
      if (!found) found = actor;
    }
  }
  return found;
}

Entity as_antecedent(Entity entity) {
  entity.antecedent = Antecedent{entity.text, entity.span};
  entity.resolved_by = "context";
  return entity;
}

// An attack elsewhere may well be by somebody else.
bool is_elsewhere(const std::vector<Event>& events, const Event& event, const std::string& actor) {
  if (!event.location) return false;
  bool placed = false;
  for (const Event& other : events) {
    if (!is_deed(other) || !has_id(other.actors, actor) || !other.location) continue;
    if (other.location->country == event.location->country) return false;
    placed = true;
  }
  return placed;
}

void fill_perpetrators(std::vector<Event>& events) {
  const std::optional<Entity> perpetrator = find_only_perpetrator(events);
  if (!perpetrator) return;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    if (is_deed(event) && event.actors.empty() && !has_id(event.recipients, perpetrator->id)) {
      open.push_back(i);
    }
  }
  // Asked for the first few: the rest of a long list is no report of one deed.
  constexpr std::size_t kMaxOpen = 32;
  if (open.size() > kMaxOpen) open.resize(kMaxOpen);
  std::erase_if(open,
                [&](std::size_t i) { return is_elsewhere(events, events[i], perpetrator->id); });
  for (const std::size_t i : open) {
    events[i].actors = {as_antecedent(*perpetrator)};
    events[i].confidence = Confidence::kLow;
    events[i].derivation.emplace_back("actor from another sentence of the report");
  }
}

// "killed 28 people in Baghdad": people of the place.
void fill_victims(std::vector<Event>& events) {
  for (Event& event : events) {
    if (event.type != EventType::kAssault || has_known(event.recipients) || !event.location)
      continue;
    const Location& place = *event.location;
    if (place.country.empty() || has_id(event.actors, place.country)) continue;
    if (event.recipients.empty()) {
      Entity state;
      state.text = place.text;
      state.span = place.span;
      state.name = place.name;
      event.recipients.push_back(std::move(state));
    }
    Entity& victim = event.recipients.front();
    victim.id = victim.code = place.country;
    victim.resolved_by = "place";
    event.derivation.emplace_back("recipient by the place");
  }
}

bool is_told_in(const Event& event, const Span& sentence) {
  return event.evidence.sentence == sentence ||
         std::ranges::any_of(event.mentions,
                             [&](const EventMention& m) { return m.sentence == sentence; });
}

// "condemned the attacks": accused are those who are behind them.
void fill_accused(std::vector<Event>& events) {
  constexpr std::size_t kMaxDeeds = 64;
  std::vector<const Event*> deeds;
  for (const Event& event : events) {
    if (is_deed(event) && has_known(event.actors) && deeds.size() < kMaxDeeds) {
      deeds.push_back(&event);
    }
  }
  for (Event& event : events) {
    if (event.type != EventType::kAccuse || has_known(event.recipients)) continue;
    for (const Event* deed : deeds) {
      if (!is_told_in(*deed, event.evidence.sentence)) continue;
      for (const Entity& actor : deed->actors) {
        if (!actor.id.empty() && !has_id(event.actors, actor.id)) event.recipients = {actor};
      }
      break;
    }
  }
}

}  // namespace

void complete_from_context(std::vector<Event>& events) {
  fill_perpetrators(events);
  fill_victims(events);
  fill_accused(events);
}

}  // namespace entente
