#include "event/objection.h"

#include <algorithm>

namespace entente {
namespace {

bool names_known(const std::vector<Entity>& entities) {
  return std::ranges::any_of(entities, [](const Entity& e) { return !e.id.empty(); });
}

// Somebody by kind, though no table has them: "the court", "Acme Corp".
bool is_somebody(const SectionView& view, const std::vector<Party>& parties) {
  return std::ranges::any_of(parties, [&](const Party& party) {
    const Mention* mention = view.mention(party.token);
    return mention != nullptr &&
           (mention->kind == MentionKind::kActor || view.token(party.token).pos == Pos::kPropn);
  });
}

bool is_named(const SectionView& view, const std::vector<Party>& parties) {
  return std::ranges::any_of(
      parties, [&](const Party& party) { return view.token(party.token).pos == Pos::kPropn; });
}

constexpr std::string_view kPublicSectors[] = {"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY",
                                               "REB", "SPY", "UAF", "CRM", "OPP", "PRE", "LAB"};

bool is_public(const std::vector<Entity>& entities) {
  return std::ranges::any_of(entities, [](const Entity& e) {
    return std::ranges::any_of(e.sectors, [](const std::string& sector) {
      return std::ranges::find(kPublicSectors, sector) != std::end(kPublicSectors);
    });
  });
}

// All of them words that name nobody: "the gardener", not "Ann Webb".
bool are_only_likely(const SectionView& view, const std::vector<Party>& parties) {
  return !parties.empty() && std::ranges::all_of(parties, [&](const Party& party) {
    return party.likely && view.token(party.token).pos != Pos::kPropn;
  });
}

// "A heart attack killed the president."
bool has_idle_subject(const SectionView& view, const std::vector<Act>& acts, const Proposition& p) {
  return std::ranges::any_of(p.arguments, [&](const Argument& a) {
    const std::int32_t noun = a.role == Role::kSubject ? view.proposition_at(a.token) : -1;
    if (noun < 0) return false;
    const Entry* entry = acts[static_cast<std::size_t>(noun)].entry;
    return entry != nullptr && entry->cls == EntryClass::kNone;
  });
}

// "ISIL's violence requires an answer": only people and documents demand.
bool speaks_as_thing(const SectionView& view, const Participants& participants, const Entry& entry,
                     const Proposition& p, const Cast& cast) {
  if (entry.cls == EntryClass::kAct || p.kind != PredicateKind::kVerb || cast.actors.empty() ||
      !std::ranges::all_of(cast.actors, [](const Party& party) { return party.inside; })) {
    return false;
  }
  return std::ranges::none_of(p.arguments, [&](const Argument& a) {
    if (a.role != Role::kSubject) return false;
    const Mention* mention = view.mention(a.token);
    return participants.looks_like_somebody(a.token) || mention == nullptr ||
           mention->kind != MentionKind::kThing || !mention->entities.empty() ||
           view.lexicon().is_a(view.lemma(a.token), "document");
  });
}

// "those who reject it", "anyone who attacks".
bool acts_in_general(const Event& event) {
  static constexpr std::string_view kAnybody[] = {"those",    "anyone",    "anybody", "whoever",
                                                  "everyone", "everybody", "someone"};
  return event.actors.size() == 1 && event.actors[0].id.empty() &&
         std::ranges::any_of(kAnybody, [&](std::string_view word) {
           std::string text = event.actors[0].text;
           return text.starts_with(word) || (text.size() > 1 && text.substr(1) == word.substr(1));
         });
}

// "Four managers were released": a deed, though the text does not say whose.
bool is_deed_by_nobody(const Act& act, const Proposition& p) {
  const int quad = quad_class(*act.type);
  return p.passive && p.kind == PredicateKind::kVerb && act.entry->cls == EntryClass::kAct &&
         (quad == 2 || quad == 4);
}

// No table knows either side, and nothing says that the act is of public
// concern: "The doctor assured the patient …".  Crowds and attackers are
// seldom known.
bool are_strangers(const SectionView& view, const Proposition& p, const Cast& cast,
                   const Event& event) {
  if (names_known(event.actors) || names_known(event.recipients) ||
      event.type == EventType::kProtest) {
    return false;
  }
  if (are_only_likely(view, cast.actors) || are_only_likely(view, cast.recipients)) return true;
  if (view.lexicon().rule(event.type).actor_optional) return false;
  if (p.kind == PredicateKind::kNoun || !is_somebody(view, cast.actors)) return true;
  return !is_public(event.actors) && !is_public(event.recipients) && !is_named(view, cast.actors) &&
         !is_named(view, cast.recipients);
}

// A noun that names what is talked about: "in talks", "the accusations".
std::string_view find_topic_objection(const SectionView& view, const Act& act, const Proposition& p,
                                      const Cast& cast, const Event& event) {
  if (p.kind != PredicateKind::kNoun) return {};
  if (event.type == EventType::kAccuse && event.recipients.empty() && event.actors.size() < 2) {
    return "a topic, nobody is accused";
  }
  const bool talked_of = event.status == EventStatus::kHypothetical && quad_class(event.type) <= 2;
  if (talked_of) return "only talked of";
  const bool mutual =
      view.lexicon().rule(event.type).mutual && view.lexicon().rule(*act.type).mutual;
  if (mutual && event.actors.size() < 2 && event.recipients.empty() &&
      p.embedding == Embedding::kNominal && cast.actors.size() == 1 && cast.actors.front().inside) {
    return "a topic, no act";
  }
  return {};
}

// Types that say little unless they say to whom.
bool needs_target(EventType type) {
  return type == EventType::kRequest || type == EventType::kAccuse || type == EventType::kCoerce ||
         type == EventType::kSanction || type == EventType::kConcede;
}

}  // namespace

std::string_view find_objection(const SectionView& view, const std::vector<Act>& acts,
                                const Participants& participants, std::int32_t p, const Cast& cast,
                                const Event& event) {
  const TypeRule& rule = view.lexicon().rule(event.type);
  const Proposition& here = view.propositions()[static_cast<std::size_t>(p)];
  const Act& act = acts[static_cast<std::size_t>(p)];
  if (event.actors.empty() && has_idle_subject(view, acts, here)) return "what does it is no act";
  if (acts_in_general(event)) return "nobody in particular";
  if (speaks_as_thing(view, participants, *act.entry, here, cast)) return "a thing cannot say so";
  if (event.actors.empty() &&
      (event.recipients.empty() || !(rule.actor_optional || is_deed_by_nobody(act, here)))) {
    return "nobody acts";
  }
  if (rule.needs_recipient && event.recipients.empty() && event.actors.size() < 2) {
    return "nobody is acted on";
  }
  if (are_strangers(view, here, cast, event)) return "nobody who acts is known";
  const bool nobody = !names_known(event.actors) && !names_known(event.recipients);
  if (nobody && !has_happened(event.status) && event.actors.empty()) return "nobody is known";
  if (event.status == EventStatus::kHypothetical && !names_known(event.recipients) &&
      needs_target(event.type)) {
    return "nobody whom it might concern";
  }
  return find_topic_objection(view, act, here, cast, event);
}

}  // namespace entente
