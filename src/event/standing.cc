// Idea: the act's own clause gives a first status (negation, modality, "if").
// Each predicate further out then works on it by its signature, a row of
// signatures.tsv.  Once a fact is presupposed ("condemned the raid", "after
// the raid") nothing further out can undo it, but speakers still join as
// holders.
//
// Example: "Kyiv said Minsk feared an attack": attack asserted -> feared by
// Minsk -> the speaker Kyiv joins: feared, holders Kyiv, Minsk.
// It gets wrong: irony, and "would" whose condition stands in another sentence.
// Cost: at most kMaxStanding steps an act.
#include "event/standing.h"

#include <fmt/core.h>

#include <algorithm>
#include <ranges>

#include "event/compose.h"

namespace entente {
namespace {

constexpr int kMaxLooked = 32;  // words or predicates of a sentence that are asked
constexpr int kMaxStanding = 24;

bool is_open(EventStatus status) {
  return status == EventStatus::kAsserted || status == EventStatus::kReported;
}

EventStatus negate(EventStatus status) {
  if (is_open(status) || status == EventStatus::kFuture || status == EventStatus::kExpected) {
    return EventStatus::kNegated;
  }
  return status == EventStatus::kNegated ? EventStatus::kAsserted : status;
}

// What an embedding predicate makes of the status of what it embeds.
EventStatus apply(Effect effect, EventStatus status) {
  const bool weak = is_open(status) || status == EventStatus::kFuture;
  switch (effect) {
    case Effect::kKeep:
    case Effect::kHappened:
    case Effect::kTopic:
      return status;
    case Effect::kNegated:
      return negate(status);
    case Effect::kReported:
      return status == EventStatus::kAsserted ? EventStatus::kReported : status;
    case Effect::kDenied:
      return is_open(status) ? EventStatus::kDenied : status;
    case Effect::kFeared:
      return weak || status == EventStatus::kHypothetical || status == EventStatus::kExpected
                 ? EventStatus::kFeared
                 : status;
    case Effect::kExpected:
      return weak ? EventStatus::kExpected : status;
    case Effect::kFuture:
      return is_open(status) ? EventStatus::kFuture : status;
    case Effect::kHypothetical:
      return weak ? EventStatus::kHypothetical : status;
    case Effect::kHistorical:
      return is_open(status) ? EventStatus::kHistorical : status;
  }
  return status;
}

class Climber {
 public:
  Climber(const SectionView& view, const std::vector<Act>& acts, const Participants& participants)
      : view_(view), acts_(acts), participants_(participants) {}

  Standing run(std::int32_t start) {
    read_own_words(start);
    read_predicative(start);
    const std::int32_t twin = acts_[static_cast<std::size_t>(start)].twin;
    if (twin != kNoAct) read_own_words(twin);
    read_form(start);
    std::int32_t at = start;
    for (int step = 0; step < kMaxStanding; ++step) {
      add_according_to(proposition(at));
      const std::int32_t parent = outer_of(view_, acts_, at);
      leave_quotation(at, parent);
      if (parent < 0 || parent == at) break;
      embed(at, parent);
      at = parent;
    }
    continue_broken_sentence(at);
    finish();
    return std::move(standing_);
  }

 private:
  const Proposition& proposition(std::int32_t p) const {
    return view_.propositions()[static_cast<std::size_t>(p)];
  }
  const Entry* entry(std::int32_t p) const { return acts_[static_cast<std::size_t>(p)].entry; }

  void note(std::string_view what, std::uint32_t token) {
    standing_.steps.push_back(fmt::format("{} ({})", what, view_.analysis().token_text(token)));
  }

  void set(Effect effect, std::uint32_t token, std::string_view what) {
    const EventStatus before = standing_.status;
    standing_.status = apply(effect, before);
    if (standing_.status != before) note(what, token);
  }

  // "alleged", "reportedly", "planned": words on the predicate itself.
  void read_own_words(std::int32_t p) {
    for (std::uint32_t c : view_.children(proposition(p).head)) {
      const Effect effect = view_.lexicon().hedge(view_.lower(c));
      if (effect != Effect::kKeep) set(effect, c, "a word on it");
    }
  }

  // "An attack is likely": what a copula says of a noun.
  void read_predicative(std::int32_t p) {
    const Token& noun = view_.token(proposition(p).head);
    if (proposition(p).kind != PredicateKind::kNoun || noun.dep != Dep::kNsubj) return;
    if (view_.lemma(noun.head) != "be") return;
    for (const std::uint32_t c : view_.children(noun.head) | std::views::take(kMaxLooked)) {
      if (view_.token(c).dep != Dep::kAcomp) continue;
      const Effect effect = view_.lexicon().hedge(view_.lower(c));
      if (effect != Effect::kKeep) set(effect, c, "said of it");
    }
  }

  // Negation, modality and condition of the clause of `p`.  `with_negation`:
  // false when a signature has spoken of it.
  void read_form(std::int32_t p, bool with_negation = true) {
    const Proposition& form = proposition(p);
    const bool will = is_willed(p);
    if (form.conditional) set(Effect::kHypothetical, form.head, "in a condition");
    if (form.question) set(Effect::kHypothetical, form.head, "in a question");
    if (form.modality == Modality::kMust || form.modality == Modality::kShould) {
      standing_.obliged = true;
      set(Effect::kHypothetical, form.head, "must or should");
    } else if (will) {
      standing_.willed = true;
      set(Effect::kFuture, form.head, "will");
    } else if (form.modality != Modality::kNone) {
      set(Effect::kHypothetical, form.head, "could or might");
    }
    if (!form.negated) return;
    standing_.declined =
        will || form.modality == Modality::kCan || form.modality == Modality::kCould;
    if (standing_.declined) {
      standing_.status = EventStatus::kNegated;
      note("will not", form.head);
    } else if (with_negation) {
      set(Effect::kNegated, form.head, "negated");
    }
  }

  // "Putin to visit Delhi"; a bare form is but a present that was mistagged.
  bool has_to(std::uint32_t verb) const {
    return std::ranges::any_of(view_.children(verb),
                               [&](std::uint32_t c) { return view_.token(c).tag == Tag::kTO; });
  }

  bool is_willed(std::int32_t p) const {
    const Proposition& form = proposition(p);
    if (form.modality == Modality::kWill) return true;
    if (form.modality == Modality::kNone) {
      return form.tense == Tense::kFuture ||
             (form.infinitive && form.embedding == Embedding::kRoot && has_to(form.head));
    }
    if (form.modality != Modality::kWould || form.conditional) return false;
    // "said it would": will, told afterwards.
    if (form.quotation >= 0 && form.parent < 0) return false;
    if (form.parent < 0) return false;
    const Entry* outer = entry(form.parent);
    return outer != nullptr && outer->cls != EntryClass::kWant &&
           form.embedding == Embedding::kComplement;
  }

  void embed(std::int32_t at, std::int32_t parent) {
    const Link link = find_link(view_, acts_, at);
    const Proposition& outer = proposition(parent);
    // "the anniversary of the invasion"
    if (outer.kind == PredicateKind::kNoun && proposition(at).marker == "of" &&
        !standing_.presupposed) {
      set(view_.lexicon().hedge(outer.lemma), outer.head, "of it");
    }
    if (link.purpose && !standing_.presupposed) {
      standing_.purpose = true;
      set(Effect::kHypothetical, outer.head, "a purpose");
    }
    if (link.adjunct || link.signature == nullptr) {
      embed_loosely(at, parent, link);
      return;
    }
    const Effect effect = outer.negated ? link.signature->negated : link.signature->positive;
    if (link.signature->holder) add_holders(parent, effect);
    if (standing_.presupposed) {
      if (effect == Effect::kReported) set(effect, outer.head, "said by somebody");
      return;
    }
    if (effect == Effect::kHappened) standing_.presupposed = true;
    const EntryClass cls = entry(parent) == nullptr ? EntryClass::kNone : entry(parent)->cls;
    if (cls == EntryClass::kWilling && !outer.negated && is_own_act(at)) standing_.wanted = true;
    set(effect, outer.head, to_string(cls));
    if (link.signature->positive == Effect::kKeep) read_form(parent, false);
  }

  // "wants to meet": the one who wants is the one who acts.
  bool is_own_act(std::int32_t at) const {
    const Proposition& inner = proposition(at);
    return inner.embedding == Embedding::kComplement && inner.infinitive &&
           std::ranges::any_of(inner.arguments, [](const Argument& a) {
             return a.role == Role::kSubject && a.origin == ArgumentOrigin::kControl;
           });
  }

  // In a clause or phrase that does not belong to the meaning of its parent.
  void embed_loosely(std::int32_t at, std::int32_t parent, const Link& link) {
    if (standing_.presupposed) return;
    const Proposition& inner = proposition(at);
    const Proposition& outer = proposition(parent);
    if (is_manner(inner)) {
      read_form(parent);
      return;
    }
    // "will not leave until demands are met": still to come.
    const bool awaited = inner.marker == "until" && inner.embedding == Embedding::kAdverbial;
    if (awaited && (outer.negated || outer.modality != Modality::kNone)) {
      set(Effect::kHypothetical, outer.head, "until it happens");
    }
    if (link.signature == nullptr && !link.adjunct && inner.embedding == Embedding::kComplement) {
      // A verb that we do not know: as if it were not there; "there was no
      // meeting": the copula is negated with its noun.
      read_form(parent, inner.kind == PredicateKind::kVerb || !inner.negated);
      return;
    }
    if (inner.embedding == Embedding::kParticipial && outer.modality != Modality::kNone) {
      read_form(parent);
    }
    if (inner.kind == PredicateKind::kNoun && is_unreal(outer) && is_indefinite(inner.head)) {
      set(Effect::kHypothetical, outer.head, "would or could");
    }
    set(view_.lexicon().hedge(inner.marker), inner.head, inner.marker);
    standing_.presupposed = true;
  }

  // "support X in fighting Y", "will act by cutting Z": as real as its clause.
  static bool is_manner(const Proposition& p) {
    return p.kind == PredicateKind::kVerb && p.tense == Tense::kNone && !p.infinitive &&
           (p.marker == "in" || p.marker == "by" || p.marker == "through" || p.marker == "via");
  }

  static bool is_unreal(const Proposition& p) {
    return p.modality == Modality::kWould || p.modality == Modality::kCould ||
           p.modality == Modality::kMight || p.modality == Modality::kMay;
  }

  // "an attack", "attacks"; not "the attack", "Iran's attack".
  bool is_indefinite(std::uint32_t noun) const {
    return std::ranges::none_of(view_.children(noun), [&](std::uint32_t c) {
      const Dep dep = view_.token(c).dep;
      return dep == Dep::kPoss || (dep == Dep::kDet && view_.lower(c) != "a" &&
                                   view_.lower(c) != "an" && view_.lower(c) != "any");
    });
  }

  // The subject of a verb of speech, fear, expectation.
  void add_holders(std::int32_t speech, Effect effect) {
    if (effect == Effect::kKeep || effect == Effect::kHappened) return;
    if (standing_.presupposed && effect != Effect::kReported) return;
    if (entry(speech) == nullptr) return;  // "it is likely that"
    const Proposition& p = proposition(speech);
    const auto& slots = entry(speech)->actor;
    std::vector<Party> found = p.kind == PredicateKind::kNoun
                                   ? participants_.noun_actors(p, false)
                                   : participants_.first_filled(p, slots);
    if (standing_.speech < 0) standing_.speech = speech;
    push_front(found);
  }

  void push_front(const std::vector<Party>& found) {
    std::vector<std::uint32_t> front;
    for (const Party& party : found) {
      if (std::ranges::find(standing_.holders, party.token) == standing_.holders.end()) {
        front.push_back(party.token);
      }
    }
    standing_.holders.insert(standing_.holders.begin(), front.begin(), front.end());
  }

  // Going out of a quotation its speaker joins, unless the verb of speech is
  // met on the way itself.
  void leave_quotation(std::int32_t at, std::int32_t parent) {
    const std::int32_t q = proposition(at).quotation;
    if (q < 0) return;
    const Quotation& quotation =
        view_.section().propositions.quotations[static_cast<std::size_t>(q)];
    if (quotation.scare || quotation.speaker < 0) return;
    if (parent >= 0) {
      if (proposition(parent).quotation == q) return;
      if (static_cast<std::int32_t>(proposition(parent).head) == quotation.verb) return;
    }
    if (standing_.status == EventStatus::kAsserted) standing_.status = EventStatus::kReported;
    push_front(participants_.parties_of(static_cast<std::uint32_t>(quotation.speaker)));
    note("in a quotation", static_cast<std::uint32_t>(quotation.speaker));
  }

  void add_according_to(const Proposition& p) {
    for (const Argument& a : p.arguments) {
      const bool told = a.preposition == "according to" || a.preposition == "in the words of";
      if (a.role != Role::kPrep || !told) continue;
      set(Effect::kReported, a.token, "according to");
      push_front(participants_.parties_of(a.token));
    }
  }

  // The parser ends a sentence at "the U.S." before a capital letter; whoever
  // was speaking speaks on.
  void continue_broken_sentence(std::int32_t root) {
    const std::uint32_t sentence = proposition(root).sentence;
    if (sentence == 0 || !standing_.holders.empty()) return;
    const auto& sentences = view_.analysis().sentences;
    const TokenRange before = sentences[sentence - 1];
    const std::string_view last = view_.lower(before.last - 1);
    if ((last != "u.s." && last != "u.n." && last != "u.k.") ||
        view_.token(sentences[sentence].first).pos == Pos::kPropn) {
      return;
    }
    const auto there =
        std::ranges::equal_range(view_.propositions(), sentence - 1, {}, &Proposition::sentence);
    for (const Proposition& p : there | std::views::take(kMaxLooked)) {
      const auto speech = static_cast<std::int32_t>(&p - view_.propositions().data());
      if (p.embedding != Embedding::kRoot || entry(speech) == nullptr ||
          entry(speech)->cls != EntryClass::kReport) {
        continue;
      }
      add_holders(speech, Effect::kReported);
      if (!standing_.holders.empty()) set(Effect::kReported, p.head, "said in the part before");
      return;
    }
  }

  void finish() {
    if (standing_.status == EventStatus::kAsserted && !standing_.holders.empty()) {
      standing_.status = EventStatus::kReported;
    }
  }

  const SectionView& view_;
  const std::vector<Act>& acts_;
  const Participants& participants_;
  Standing standing_;
};

}  // namespace

Standing find_standing(const SectionView& view, const std::vector<Act>& acts,
                       const Participants& participants, std::int32_t p) {
  return Climber(view, acts, participants).run(p);
}

}  // namespace entente
