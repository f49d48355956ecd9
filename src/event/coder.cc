// Idea: each section is looked at once; every proposition with a known word
// becomes an act, acts are composed, and each act that stands for itself
// becomes an event with its cast, standing, meaning and details.
//
// Example: "Paris condemned Russia's attack on Kyiv": two propositions, two
// acts: condemn is ACCUSE of RUS; attack, presupposed, ASSAULT RUS on UKR.
// It gets wrong: acts told over several sentences without naming the parties.
// Cost: linear in the propositions of the document.
#include "event/coder.h"

#include <fmt/core.h>

#include <algorithm>

#include "event/cast.h"
#include "event/compose.h"
#include "event/constructions.h"
#include "event/details.h"
#include "event/lead.h"
#include "event/match.h"
#include "event/meaning.h"
#include "event/participants.h"
#include "event/section_view.h"
#include "event/standing.h"

namespace entente {
namespace {

bool is_known(const std::vector<Entity>& entities) {
  return std::ranges::any_of(entities, [](const Entity& e) { return !e.id.empty(); });
}

bool share_somebody(const std::vector<Entity>& a, const std::vector<Entity>& b) {
  return std::ranges::any_of(a, [&](const Entity& x) {
    return std::ranges::any_of(
        b, [&](const Entity& y) { return x.id.empty() ? y.span == x.span : x.id == y.id; });
  });
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

// The event that an act became.
struct CodedAct {
  std::int32_t act = kNoAct;
  std::size_t event = 0;
};

class SectionCoder {
 public:
  SectionCoder(const Reading& reading, const SectionReading& section, const Lexicon& lexicon,
               std::vector<Event>& events, std::vector<Rejection>& rejections)
      : view_(reading, section, lexicon),
        participants_(view_),
        acts_(compose_acts(view_, match_entries(view_))),
        events_(events),
        rejections_(rejections) {}

  void run() {
    std::size_t p = 0;
    for (; p < acts_.size() && view_.propositions()[p].sentence == 0; ++p) {
      code(static_cast<std::int32_t>(p));
    }
    code_lead();
    for (; p < acts_.size(); ++p) code(static_cast<std::int32_t>(p));
    link_same_deeds();
  }

 private:
  // An act that was rejected for want of parties.
  struct Orphan {
    std::int32_t act = kNoAct;
    Event event;
  };

  const Proposition& proposition(std::int32_t p) const {
    return view_.propositions()[static_cast<std::size_t>(p)];
  }
  const Act& act(std::int32_t p) const { return acts_[static_cast<std::size_t>(p)]; }

  Span sentence_span(std::int32_t p) const {
    return view_.analysis().span(view_.sentence_of(proposition(p)));
  }
  Span trigger_span(std::int32_t p) const {
    return view_.analysis().token_span(proposition(p).head);
  }

  void reject(std::int32_t p, std::string_view rule, std::string why) {
    rejections_.push_back({sentence_span(p), trigger_span(p), std::string(rule), std::move(why)});
  }

  void code(std::int32_t p) {
    Standing standing = find_standing(view_, acts_, participants_, p);
    if (has_happened(standing.status) && is_dated_ahead(view_, acts_, p)) {
      standing.status = EventStatus::kFuture;
      standing.steps.emplace_back("its date is to come");
    }
    if (const auto demand = find_demand(view_, acts_, participants_, p, standing)) {
      add_construction(p, *demand, standing);
      return;
    }
    if (const auto judgement = find_judgement(view_, acts_, participants_, p, standing)) {
      add_construction(p, *judgement, standing);
      return;
    }
    const Act& here = act(p);
    if (!here.typed() || here.entry->cls == EntryClass::kEvaluate || here.same_as != kNoAct) return;
    if (here.consumed()) {
      reject(p, here.entry->id, std::string(here.consumed_why));
      return;
    }
    add_act(p, standing);
  }

  bool is_definite_noun(std::int32_t p) const {
    if (proposition(p).kind != PredicateKind::kNoun) return false;
    return std::ranges::any_of(view_.children(proposition(p).head), [&](std::uint32_t c) {
      const std::string_view word = view_.lower(c);
      return word == "the" || word == "this" || word == "that" || word == "these" ||
             word == "those" || view_.token(c).dep == Dep::kPoss;
    });
  }

  void add_construction(std::int32_t p, const Construction& found, const Standing& standing) {
    Event event = begin(p, standing);
    event.type = found.type;
    event.rule = found.rule;
    event.confidence = Confidence::kMedium;
    event.actors = participants_.entities(found.cast.actors);
    event.recipients = participants_.entities(found.cast.recipients);
    event.status = event.attribution.empty() ? EventStatus::kAsserted : EventStatus::kReported;
    if (is_mode_of(found.type, found.mode)) event.modes = {std::string(found.mode)};
    finish(p, std::move(event));
  }

  void add_act(std::int32_t p, const Standing& standing) {
    const Act& here = act(p);
    const Cast cast = find_cast(view_, acts_, participants_, p);
    Event event = begin(p, standing);
    event.rule = here.entry->id;
    event.actors = participants_.entities(cast.actors);
    event.recipients = participants_.entities(cast.recipients);
    resolve_demonstrative(p, event);
    if (standing.status == EventStatus::kFeared) add_actors_from_context(p, event);
    const Address address{!event.recipients.empty(),
                          share_somebody(event.attribution, event.actors)};
    const Meaning meaning = find_meaning(view_, acts_, p, standing, address);
    event.type = meaning.type;
    event.status = meaning.status;
    if (!meaning.mode.empty()) event.modes = {meaning.mode};
    event.confidence = confidence(*here.entry, cast, event);
    event.derivation.push_back(fmt::format("{}: {} ({})", here.entry->id, to_string(*here.type),
                                           to_string(here.entry->cls)));
    for (const std::string& step : standing.steps) event.derivation.push_back(step);
    for (const std::string& step : meaning.steps) event.derivation.push_back(step);
    if (const std::string_view why = find_objection(p, cast, event); !why.empty()) {
      const bool told = has_happened(event.status) || event.status == EventStatus::kFuture;
      if (proposition(p).sentence == 0 && told && why.starts_with("nobody")) {
        orphans_.push_back({p, event});
      }
      reject(p, here.entry->id, std::string(why));
      return;
    }
    if (standing.purpose && event.status == EventStatus::kHypothetical) {
      reject(p, here.entry->id, "only a purpose");
      return;
    }
    finish(p, std::move(event));
  }

  // A lead that gave no event: its first act, a verb's before a noun's, with the
  // parties that the sentence names.
  void code_lead() {
    const bool told = std::ranges::any_of(
        event_of_, [&](const CodedAct& c) { return proposition(c.act).sentence == 0; });
    if (told) return;
    std::ranges::stable_sort(orphans_, {}, [&](const Orphan& o) {
      return proposition(o.act).kind == PredicateKind::kVerb ? 0 : 1;
    });
    for (Orphan& orphan : orphans_) {
      Event& event = orphan.event;
      if (!complete_by_sentence(view_, participants_, orphan.act, event)) continue;
      const TypeRule& rule = view_.lexicon().rule(event.type);
      if (event.actors.empty() && !rule.actor_optional) continue;
      if (rule.needs_recipient && event.recipients.empty()) continue;
      event.confidence = Confidence::kLow;
      event.derivation.emplace_back("lead: parties by the sentence");
      finish(orphan.act, std::move(event));
      return;
    }
  }

  Event begin(std::int32_t p, const Standing& standing) const {
    Event event;
    event.evidence = {sentence_span(p), trigger_span(p)};
    event.refers_back = is_definite_noun(p);
    for (std::uint32_t token : standing.holders) {
      for (Entity& entity : participants_.entities({{token, false}})) {
        event.attribution.push_back(std::move(entity));
      }
    }
    return event;
  }

  void finish(std::int32_t p, Event event) {
    event.contexts = find_contexts(view_, p);
    become_peacekeeping(event);
    add_numbers(view_, p, event);
    add_date(view_, acts_, p, event);
    add_place(view_, acts_, p, event);
    event_of_.push_back({p, events_.size()});
    events_.push_back(std::move(event));
  }

  // Troops sent to keep a peace are help to those who have them.
  static void become_peacekeeping(Event& event) {
    const bool keeps = std::ranges::find(event.contexts, "peacekeeping") != event.contexts.end();
    if (event.type != EventType::kMobilize || !keeps || event.recipients.empty()) return;
    event.type = EventType::kAid;
    event.modes.clear();
    event.derivation.emplace_back("MOBILIZE → AID: peacekeeping");
  }

  // "The allies reject this": what the last speaker of the sentence before said.
  void resolve_demonstrative(std::int32_t p, Event& event) const {
    if (event.recipients.size() != 1 || !event.recipients[0].id.empty() || events_.empty()) return;
    const std::string& word = event.recipients[0].text;
    if (word != "this" && word != "that" && word != "it" && word != "these") return;
    const Event& before = events_.back();
    const std::uint32_t sentence = proposition(p).sentence;
    if (sentence == 0 || before.evidence.sentence !=
                             view_.analysis().span(view_.analysis().sentences[sentence - 1])) {
      return;
    }
    std::vector<Entity> others;
    for (const Entity& actor : before.actors) {
      const bool self =
          std::ranges::any_of(event.actors, [&](const Entity& e) { return e.id == actor.id; });
      if (!self && !actor.id.empty()) others.push_back(actor);
    }
    if (!others.empty()) event.recipients = std::move(others);
  }

  // "The West fears an attack because of Russian troop movements": the one
  // whose force moves in the same sentence is the one who would strike.
  void add_actors_from_context(std::int32_t p, Event& event) const {
    if (act(p).type != EventType::kAssault || !event.actors.empty()) return;
    for (std::size_t other = 0; other < acts_.size(); ++other) {
      const auto index = static_cast<std::int32_t>(other);
      if (acts_[other].type != EventType::kMobilize ||
          proposition(index).sentence != proposition(p).sentence) {
        continue;
      }
      for (Entity& actor :
           participants_.entities(find_cast(view_, acts_, participants_, index).actors)) {
        if (!actor.id.empty()) event.actors.push_back(std::move(actor));
      }
      if (!event.actors.empty()) event.derivation.emplace_back("actor by whose force moves");
      return;
    }
  }

  // "A heart attack killed the president."
  bool has_idle_subject(std::int32_t p) const {
    return std::ranges::any_of(proposition(p).arguments, [&](const Argument& a) {
      const std::int32_t noun = a.role == Role::kSubject ? view_.proposition_at(a.token) : -1;
      return noun >= 0 && act(noun).entry != nullptr && act(noun).entry->cls == EntryClass::kNone;
    });
  }

  // "ISIL's violence requires an answer": only people and documents demand.
  bool speaks_as_thing(std::int32_t p, const Cast& cast) const {
    if (act(p).entry->cls == EntryClass::kAct || proposition(p).kind != PredicateKind::kVerb ||
        cast.actors.empty() ||
        !std::ranges::all_of(cast.actors, [](const Party& party) { return party.inside; })) {
      return false;
    }
    return std::ranges::none_of(proposition(p).arguments, [&](const Argument& a) {
      if (a.role != Role::kSubject) return false;
      const Mention* mention = view_.mention(a.token);
      return participants_.looks_like_somebody(a.token) || mention == nullptr ||
             mention->kind != MentionKind::kThing || !mention->entities.empty() ||
             view_.lexicon().is_a(view_.lemma(a.token), "document");
    });
  }

  // "Four managers were released": a deed, though the text does not say whose.
  bool is_deed_by_nobody(std::int32_t p) const {
    const int quad = quad_class(*act(p).type);
    return proposition(p).passive && proposition(p).kind == PredicateKind::kVerb &&
           act(p).entry->cls == EntryClass::kAct && (quad == 2 || quad == 4);
  }

  // No table knows either side, and nothing says that the act is of public
  // concern: "The doctor assured the patient …".  Crowds and attackers are
  // seldom known.
  bool are_strangers(std::int32_t p, const Cast& cast, const Event& event) const {
    if (is_known(event.actors) || is_known(event.recipients) || event.type == EventType::kProtest) {
      return false;
    }
    if (are_only_likely(view_, cast.actors) || are_only_likely(view_, cast.recipients)) return true;
    if (view_.lexicon().rule(event.type).actor_optional) return false;
    if (proposition(p).kind == PredicateKind::kNoun || !is_somebody(view_, cast.actors))
      return true;
    return !is_public(event.actors) && !is_public(event.recipients) &&
           !is_named(view_, cast.actors) && !is_named(view_, cast.recipients);
  }

  // Why the act gives no event; "" if it does.
  std::string_view find_objection(std::int32_t p, const Cast& cast, const Event& event) const {
    const TypeRule& rule = view_.lexicon().rule(event.type);
    if (event.actors.empty() && has_idle_subject(p)) return "what does it is no act";
    if (speaks_as_thing(p, cast)) return "a thing cannot say so";
    const bool two_actors = event.actors.size() >= 2;
    if (event.actors.empty() &&
        (event.recipients.empty() || !(rule.actor_optional || is_deed_by_nobody(p)))) {
      return "nobody acts";
    }
    if (rule.needs_recipient && event.recipients.empty() && !two_actors) {
      return "nobody is acted on";
    }
    const bool noun = proposition(p).kind == PredicateKind::kNoun;
    if (are_strangers(p, cast, event)) return "nobody who acts is known";
    if (noun && event.type == EventType::kAccuse && event.recipients.empty()) {
      return "a topic, nobody is accused";
    }
    if (proposition(p).kind == PredicateKind::kNoun && rule.mutual && !two_actors &&
        event.recipients.empty() && view_.lexicon().rule(*act(p).type).mutual &&
        proposition(p).embedding == Embedding::kNominal && cast.actors.size() < 2 &&
        cast.actors.front().inside) {
      return "a topic, no act";
    }
    return {};
  }

  static Confidence confidence(const Entry& entry, const Cast& cast, const Event& event) {
    const auto inside = [](const std::vector<Party>& parties) {
      return std::ranges::any_of(parties, [](const Party& party) { return party.inside; });
    };
    const bool coreferent =
        std::ranges::any_of(event.actors, [](const Entity& e) { return e.antecedent.has_value(); });
    if (!is_known(event.actors) || entry.fallback) return Confidence::kLow;
    if (entry.frame.empty() && entry.particles.empty() && event.recipients.empty()) {
      return Confidence::kMedium;
    }
    if (inside(cast.actors) || inside(cast.recipients) || coreferent) return Confidence::kMedium;
    return Confidence::kHigh;
  }

  // The other word of one deed is a mention of its event.
  void link_same_deeds() {
    for (std::size_t p = 0; p < acts_.size(); ++p) {
      const std::int32_t main = acts_[p].same_as;
      if (main == kNoAct) continue;
      const auto coded = std::ranges::lower_bound(event_of_, main, {}, &CodedAct::act);
      if (coded == event_of_.end() || coded->act != main) continue;
      const auto other = static_cast<std::int32_t>(p);
      events_[coded->event].mentions.push_back({sentence_span(other), trigger_span(other)});
    }
  }

  SectionView view_;
  Participants participants_;
  std::vector<Act> acts_;
  std::vector<Event>& events_;
  std::vector<Rejection>& rejections_;
  std::vector<CodedAct> event_of_;
  std::vector<Orphan> orphans_;  // of the first sentence  // by act, ascending
};

}  // namespace

std::vector<Event> code_events(const Reading& reading, const Lexicon& lexicon,
                               std::vector<Rejection>& rejections) {
  std::vector<Event> events;
  for (const SectionReading& section : reading.sections) {
    SectionCoder(reading, section, lexicon, events, rejections).run();
  }
  return events;
}

}  // namespace entente
