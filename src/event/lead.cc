// Idea: the rules of cast.cc want a grammatical link between an act and its
// parties; where a parse is broken there is none, but leads are built alike:
// who, did what, to whom.
//
// Example: "Lima, in a row over fishing, severed on Monday, officials said, all
// relations with Quito" with "severed" cut off: Lima stands before it, Quito
// behind it.
// It gets wrong: leads whose subject is a place where something happened.
// Cost: linear in the sentence.
#include "event/lead.h"

#include <algorithm>

namespace entente {
namespace {

bool names_actor(const SectionView& view, std::uint32_t token, MentionKind kind) {
  const Mention* mention = view.mention(token);
  return mention != nullptr && mention->kind == kind && !mention->entities.empty();
}

bool is_among(const std::vector<Entity>& entities, const Entity& e) {
  return std::ranges::any_of(entities, [&](const Entity& other) {
    return other.span == e.span || (!e.id.empty() && other.id == e.id);
  });
}

// Those named at `token`, without those of `taken`.
std::vector<Entity> others_at(const Participants& participants, std::uint32_t token,
                              const std::vector<Entity>& taken) {
  std::vector<Entity> found = participants.entities({{token, true}});
  std::erase_if(found, [&](const Entity& e) { return is_among(taken, e); });
  return found;
}

}  // namespace

bool complete_by_sentence(const SectionView& view, const Participants& participants, std::int32_t p,
                          Event& event) {
  const Proposition& here = view.propositions()[static_cast<std::size_t>(p)];
  const TokenRange sentence = view.sentence_of(here);
  for (const MentionKind kind : {MentionKind::kActor, MentionKind::kPlace}) {
    for (std::uint32_t i = here.head; i > sentence.first && event.actors.empty(); --i) {
      if (!names_actor(view, i - 1, kind)) continue;
      event.actors = others_at(participants, i - 1, event.recipients);
    }
  }
  for (const MentionKind kind : {MentionKind::kActor, MentionKind::kPlace}) {
    for (std::uint32_t i = here.head + 1; i < sentence.last && event.recipients.empty(); ++i) {
      if (names_actor(view, i, kind)) event.recipients = others_at(participants, i, event.actors);
    }
  }
  for (std::uint32_t i = sentence.first; i < here.head && event.recipients.empty(); ++i) {
    if (names_actor(view, i, MentionKind::kActor)) {
      event.recipients = others_at(participants, i, event.actors);
    }
  }
  const auto is_known = [](const Entity& e) { return !e.id.empty(); };
  return std::ranges::any_of(event.actors, is_known) ||
         std::ranges::any_of(event.recipients, is_known);
}

}  // namespace entente
