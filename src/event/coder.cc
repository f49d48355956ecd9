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

#include "event/adjust.h"
#include "event/cast.h"
#include "event/compose.h"
#include "event/constructions.h"
#include "event/details.h"
#include "event/lead.h"
#include "event/match.h"
#include "event/meaning.h"
#include "event/objection.h"
#include "event/participants.h"
#include "event/screen.h"
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

// The event that an act became.
struct CodedAct {
  std::int32_t act = kNoAct;
  std::size_t event = 0;
};

// The first "we" outside quotations: the report speaks for its source.
std::int32_t find_author(const SectionView& view) {
  for (std::uint32_t i = 0; i < view.size(); ++i) {
    if (view.lower(i) != "we" && view.lower(i) != "our") continue;
    const std::int32_t verb = view.proposition_at(view.token(i).head);
    if (verb >= 0 && view.propositions()[static_cast<std::size_t>(verb)].quotation >= 0) continue;
    const Mention* mention = view.mention(i);
    if (mention != nullptr && is_known(mention->entities)) return static_cast<std::int32_t>(i);
  }
  return -1;
}

class SectionCoder {
 public:
  SectionCoder(const Reading& reading, const SectionReading& section, const Lexicon& lexicon,
               std::vector<Event>& events, std::vector<Rejection>& rejections)
      : view_(reading, section, lexicon),
        participants_(view_),
        acts_(compose_acts(view_, match_entries(view_))),
        screen_(view_),
        author_(find_author(view_)),
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
    if (proposition(p).quotation < 0) standing.author = author_;
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
    drop_own_reference(event);
    if (found.cast.recipients.empty()) take_culprits(p, event);
    event.status = event.attribution.empty() ? EventStatus::kAsserted : EventStatus::kReported;
    if (is_mode_of(found.type, found.mode)) event.modes = {std::string(found.mode)};
    if (!is_known(event.actors) && !is_known(event.recipients)) {
      reject(p, found.rule, "nobody is known");
      return;
    }
    finish(p, std::move(event));
  }

  // "These actions show contempt": of those who acted so in the sentence before.
  void take_culprits(std::int32_t p, Event& event) const {
    const std::uint32_t sentence = proposition(p).sentence;
    if (sentence == 0) return;
    const Span before = view_.analysis().span(view_.analysis().sentences[sentence - 1]);
    for (std::size_t i = events_.size(); i-- > 0 && before <= events_[i].evidence.sentence;) {
      if (quad_class(events_[i].type) != 4) continue;
      event.recipients = events_[i].actors;
      return;
    }
  }

  void add_act(std::int32_t p, const Standing& standing) {
    const Act& here = act(p);
    const Cast cast = find_cast(view_, acts_, participants_, p);
    Event event = begin(p, standing);
    event.rule = here.entry->id;
    event.actors = participants_.entities(cast.actors);
    event.recipients = participants_.entities(cast.recipients);
    drop_own_reference(event);
    resolve_demonstrative(p, event);
    if (standing.status == EventStatus::kFeared) add_actors_from_context(p, event);
    const Address address{!event.recipients.empty(),
                          share_somebody(event.attribution, event.actors)};
    const Meaning meaning = find_meaning(view_, acts_, p, standing, address);
    event.type = meaning.type;
    event.status = meaning.status;
    if (event.type == EventType::kAgree && *here.type == EventType::kCooperate) {
      split_sides(p, event);
    }
    if (event.actors.empty()) add_state_power(p, meaning.mode, event);
    if (!meaning.mode.empty()) event.modes = {meaning.mode};
    if (event.type == EventType::kConsult && event.modes.empty() && is_many(event.actors)) {
      event.modes = {"multilateral"};
    }
    event.confidence = confidence(*here.entry, cast, event);
    event.derivation.push_back(fmt::format("{}: {} ({})", here.entry->id, to_string(*here.type),
                                           to_string(here.entry->cls)));
    for (const std::string& step : standing.steps) event.derivation.push_back(step);
    for (const std::string& step : meaning.steps) event.derivation.push_back(step);
    if (event.actors.empty()) add_sides_from_context(p, event);
    std::string_view why = find_objection(view_, acts_, participants_, p, cast, event);
    if (why.empty()) why = screen_.objection(p, event);
    if (!why.empty()) {
      const bool told = has_happened(event.status) || event.status == EventStatus::kFuture;
      if (proposition(p).sentence == 0 && told && why.starts_with("nobody")) {
        orphans_.push_back({p, event});
      }
      reject(p, here.entry->id, std::string(why));
      return;
    }
    if (standing.purpose && !has_happened(event.status)) {
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
    event.topic = find_topic(view_, p);
    add_numbers(view_, p, event);
    add_date(view_, acts_, p, event);
    event.location = find_place(view_, acts_, p, event);
    event_of_.push_back({p, events_.size()});
    events_.push_back(std::move(event));
  }

  // "Canada will work with Mali": the one who promises acts, the other is promised.
  void split_sides(std::int32_t p, Event& event) const {
    const std::vector<Entity> subject = participants_.entities(
        participants_.first_filled(proposition(p), std::vector{SlotSpec{Slot::kSubject, {}}}));
    std::vector<Entity> rest;
    for (const Entity& side : event.actors) {
      const bool own =
          std::ranges::any_of(subject, [&](const Entity& s) { return s.span == side.span; });
      if (!own) rest.push_back(side);
    }
    if (subject.empty() || rest.size() == event.actors.size()) return;
    std::erase_if(event.actors, [&](const Entity& side) {
      return std::ranges::any_of(rest, [&](const Entity& r) { return r.span == side.span; });
    });
    event.recipients.insert(event.recipients.end(), rest.begin(), rest.end());
  }

  // "Three men were arrested in Bari": by the state of the place.
  void add_state_power(std::int32_t p, std::string_view mode, Event& event) const {
    static constexpr std::string_view kPowers[] = {"arrest",  "deport",      "convict",
                                                   "release", "investigate", "allege"};
    const bool power = std::ranges::find(kPowers, mode) != std::end(kPowers);
    if (!power || !proposition(p).passive) return;
    std::optional<Location> place = find_place(view_, acts_, p, event);
    if (!place) place = find_dateline(view_);
    if (!place || place->country.empty()) return;
    Entity state;
    state.id = state.code = place->country;
    state.name = place->name;
    state.text = place->text;
    state.span = place->span;
    state.resolved_by = "place";
    event.actors.push_back(std::move(state));
    event.derivation.emplace_back("by the state of the place");
  }

  // "Talks will begin on Monday": between those who dealt with each other just
  // before.
  void add_sides_from_context(std::int32_t p, Event& event) const {
    const bool talks = proposition(p).kind == PredicateKind::kNoun &&
                       act(p).type == EventType::kConsult && act(p).host != kNoAct;
    if (!talks) return;
    constexpr std::size_t kReach = 8;  // events
    const std::size_t first = events_.size() > kReach ? events_.size() - kReach : 0;
    for (std::size_t i = events_.size(); i-- > first;) {
      const Event& before = events_[i];
      if (quad_class(before.type) > 2) continue;
      std::vector<Entity> sides;
      for (const auto* list : {&before.actors, &before.recipients}) {
        for (const Entity& e : *list) {
          const bool known =
              std::ranges::any_of(sides, [&](const Entity& s) { return s.id == e.id; });
          if (!e.id.empty() && !known) sides.push_back(e);
        }
      }
      if (sides.size() < 2) continue;
      event.actors = std::move(sides);
      event.derivation.emplace_back("sides from the sentences before");
      return;
    }
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
  Screen screen_;
  std::int32_t author_;
  std::vector<Event>& events_;
  std::vector<Rejection>& rejections_;
  std::vector<CodedAct> event_of_;  // by act, ascending
  std::vector<Orphan> orphans_;     // of the first sentence
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
