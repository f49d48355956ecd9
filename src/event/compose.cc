// Idea: every typed act looks outwards along the propositions that embed it.
// The class of each says whether the act is its topic (then the outer act
// gives the event and takes mode, type and recipient from the inner), or a
// fact of its own.  Adjuncts ("after the raid") are facts of their own.
//
// Example: "agreed to begin withdrawing troops": withdraw -> begin (manage:
// transparent) -> agree (topic): the one event is agree over withdraw.
// It gets wrong: purpose and topic that only the world tells apart.
// Cost: each act climbs at most kMaxComposed steps.
#include "event/compose.h"

#include <algorithm>
#include <ranges>

namespace entente {
namespace {

constexpr int kMaxComposed = 24;
constexpr int kMaxClauseSteps = 8;   // words between a clause and the noun that it belongs to
constexpr int kMaxComplements = 32;  // words of a copula that are looked at

// Prepositions whose object is no part of the meaning of a deed: it says when,
// where, why; what stands there is told as a fact.
constexpr std::string_view kAdjunctPrepositions[] = {"after",
                                                     "following",
                                                     "during",
                                                     "amid",
                                                     "despite",
                                                     "since",
                                                     "before",
                                                     "at",
                                                     "in response to",
                                                     "because of",
                                                     "because",
                                                     "ahead of",
                                                     "as",
                                                     "upon",
                                                     "until",
                                                     "amidst",
                                                     "in retaliation for",
                                                     "in the wake of",
                                                     "due to",
                                                     "between",
                                                     "without",
                                                     "alongside"};

bool is_adjunct_preposition(std::string_view preposition) {
  return std::ranges::find(kAdjunctPrepositions, preposition) != std::end(kAdjunctPrepositions);
}

bool is_verbal_conflict(EventType type) {
  return quad_class(type) == 3 || type == EventType::kProtest;
}

const Argument* find_argument(const Proposition& parent, std::uint32_t token) {
  for (const Argument& a : parent.arguments) {
    if (a.token == token && a.origin != ArgumentOrigin::kLightVerb) return &a;
  }
  return nullptr;
}

// Whether the entry speaks of the preposition itself: "call FOR", "accuse OF".
bool names_preposition(const Entry& entry, std::string_view preposition) {
  for (const auto& words : entry.particles) {
    if (std::ranges::find(words, preposition) != words.end()) return true;
  }
  return std::ranges::any_of(entry.frame, [&](const Condition& c) {
    return c.slot.slot == Slot::kPrep && c.slot.preposition == preposition && !c.forbidden;
  });
}

// "subject=@act": the verb says of its subject that it takes place.
bool tests_subject(const Entry& entry) {
  return std::ranges::any_of(entry.frame, [](const Condition& c) {
    return c.slot.slot == Slot::kSubject && !c.forbidden &&
           (c.words.act || !c.words.act_types.empty());
  });
}

// The frame names a clause and no object, so the entry speaks of the clause.
bool asks_for_clause_alone(const Entry& entry) {
  const auto has = [&](auto&& test) {
    return std::ranges::any_of(
        entry.frame, [&](const Condition& c) { return !c.forbidden && test(c.slot.slot); });
  };
  const bool clause = has([](Slot s) {
    return s == Slot::kClause || s == Slot::kClauseThat || s == Slot::kClauseTo ||
           s == Slot::kClauseIng;
  });
  return !entry.type && clause && !has([](Slot s) { return s == Slot::kObject; });
}

bool is_transparent(EntryClass cls) {
  return cls == EntryClass::kLight || cls == EntryClass::kUndergo || cls == EntryClass::kManage ||
         cls == EntryClass::kEnact || cls == EntryClass::kCause || cls == EntryClass::kClaim;
}

// Verbs whose topic is the cause they give: "punished X over the raid".
bool takes_cause(std::string_view preposition) {
  return preposition == "over" || preposition == "for" || preposition == "about" ||
         preposition == "against" || preposition == "on" || preposition == "of" ||
         preposition == "to" || preposition == "from" || preposition == "with" ||
         preposition == "into";
}

// A telephone call, a letter, a message.
bool carries_words(const SectionView& view, const Act& contact, const Proposition& p) {
  return contact.typed() && *contact.type == EventType::kConsult &&
         p.kind == PredicateKind::kVerb &&
         (contact.entry->mode == "phone" || view.lexicon().is_a(p.lemma, "messenger"));
}

class Composer {
 public:
  Composer(const SectionView& view, const std::vector<const Entry*>& entries) : view_(view) {
    acts_.resize(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
      acts_[i].entry = entries[i];
      if (entries[i] != nullptr) acts_[i].type = entries[i]->type;
    }
  }

  std::vector<Act> run() {
    for (std::size_t i = 0; i < acts_.size(); ++i) {
      if (acts_[i].entry != nullptr) join_same_deed(static_cast<std::int32_t>(i));
    }
    for (std::size_t i = 0; i < acts_.size(); ++i) join_through_place(static_cast<std::int32_t>(i));
    for (std::size_t i = 0; i < acts_.size(); ++i) give_end_its_type(static_cast<std::int32_t>(i));
    for (std::size_t i = 0; i < acts_.size(); ++i) host_its_noun(static_cast<std::int32_t>(i));
    for (std::size_t i = 0; i < acts_.size(); ++i) {
      if (acts_[i].typed()) climb(static_cast<std::int32_t>(i));
    }
    for (std::size_t i = 0; i < acts_.size(); ++i) {
      if (acts_[i].typed()) go_by_content(static_cast<std::int32_t>(i));
    }
    return std::move(acts_);
  }

 private:
  const Proposition& proposition(std::int32_t p) const {
    return view_.propositions()[static_cast<std::size_t>(p)];
  }
  Act& act(std::int32_t p) { return acts_[static_cast<std::size_t>(p)]; }

  // "The attack killed 12", "killed in an attack": noun and verb of one type
  // in one clause tell one deed.
  void join_same_deed(std::int32_t verb) {
    const Proposition& p = proposition(verb);
    if (!act(verb).typed() || p.kind != PredicateKind::kVerb) return;
    for (const Argument& a : p.arguments) {
      const bool subject = a.role == Role::kSubject;
      const bool means =
          a.role == Role::kPrep && (a.preposition == "in" || a.preposition == "by" ||
                                    a.preposition == "during" || a.preposition == "with");
      const std::int32_t noun = view_.proposition_at(a.token);
      const bool antecedent = a.role == Role::kObject && p.embedding == Embedding::kRelative &&
                              a.origin == ArgumentOrigin::kRelative;
      if (noun >= 0 && antecedent && act(noun).type == act(verb).type &&
          proposition(noun).kind == PredicateKind::kNoun && act(noun).same_as == kNoAct) {
        join(noun, verb);  // "the tariffs that he imposed"
        return;
      }
      if ((!subject && !means) || noun < 0 || noun == verb || !act(noun).typed()) continue;
      if (proposition(noun).kind != PredicateKind::kNoun) continue;
      if (*act(noun).type != *act(verb).type) continue;
      const bool relative = p.embedding == Embedding::kRelative;
      if (subject && !relative && act(noun).same_as == kNoAct) {
        join(noun, verb);
      } else if (act(verb).same_as == kNoAct && act(noun).same_as == kNoAct) {
        subject ? join(verb, noun) : join(noun, verb);
      }
      return;
    }
  }

  // "an attack in Kabul that killed 12": the parser hangs the clause on the
  // place, but it is the attack that kills.
  void join_through_place(std::int32_t verb) {
    const Proposition& p = proposition(verb);
    if (act(verb).type != EventType::kAssault || p.embedding != Embedding::kRelative ||
        act(verb).same_as != kNoAct) {
      return;
    }
    std::uint32_t up = view_.token(p.head).head;
    for (int step = 0; step < kMaxClauseSteps && !view_.is_root(up);
         ++step, up = view_.token(up).head) {
      const std::int32_t noun = view_.proposition_at(up);
      if (noun < 0) continue;
      if (proposition(noun).kind != PredicateKind::kNoun) return;
      if (act(noun).type != act(verb).type) continue;
      if (act(noun).same_as == kNoAct) join(verb, noun);
      return;
    }
  }

  void join(std::int32_t other, std::int32_t main) {
    act(other).same_as = main;
    if (act(main).twin == kNoAct) act(main).twin = other;
  }

  // "ended the strike": the act that is ended says what the ending is.
  void give_end_its_type(std::int32_t end) {
    if (act(end).entry == nullptr || act(end).entry->cls != EntryClass::kEnd) return;
    for (const Argument& a : proposition(end).arguments) {
      if (a.role != Role::kObject && a.role != Role::kPrep && a.role != Role::kClauseIng) continue;
      const std::int32_t inner = view_.proposition_at(a.token);
      if (inner < 0 || inner == end || !act(inner).typed()) continue;
      act(end).type = view_.lexicon().rule(*act(inner).type).ended;
      return;
    }
  }

  // "talks are due to begin", "are expected to be held": the noun stands apart
  // from the verb that says that it takes place.
  void host_its_noun(std::int32_t verb) {
    const Entry* entry = act(verb).entry;
    if (entry == nullptr || entry->pos != EntryPos::kVerb) return;
    const bool occurs = tests_subject(*entry);
    if (entry->cls != EntryClass::kLight && !(occurs && entry->cls == EntryClass::kFail)) return;
    for (const Argument& a : proposition(verb).arguments) {
      const std::int32_t noun = view_.proposition_at(a.token);
      if (noun < 0 || noun == verb || !act(noun).typed()) continue;
      const bool apart = proposition(noun).parent != verb && a.origin == ArgumentOrigin::kRaising;
      if ((occurs && a.role == Role::kSubject) || (apart && a.role == Role::kObject)) {
        act(noun).host = verb;
      }
    }
  }

  void climb(std::int32_t start) {
    std::int32_t at = start;
    for (int step = 0; step < kMaxComposed; ++step) {
      const std::int32_t parent = outer_of(view_, acts_, at);
      if (parent < 0 || parent == at) return;
      const Link link = find_link(view_, acts_, at);
      if (link.adjunct) return;
      const Act& outer = act(parent);
      if (link.signature != nullptr) {
        if (link.signature->positive == Effect::kTopic) {
          consume(start, parent, "topic of another act");
          return;
        }
        if (outer.typed() && !is_transparent(outer.entry->cls)) {
          if (act(parent).inner == kNoAct) act(parent).inner = start;
          return;
        }
      } else if (proposition(at).embedding != Embedding::kNominal &&
                 proposition(at).embedding != Embedding::kComplement) {
        return;
      }
      at = parent;
    }
  }

  void consume(std::int32_t inner, std::int32_t outer, std::string_view why) {
    act(inner).consumed_by = outer;
    act(inner).consumed_why = why;
    if (act(outer).inner == kNoAct || nearer(inner, act(outer).inner)) act(outer).inner = inner;
  }

  // "called him to congratulate him", "wrote a letter threatening to …": a
  // contact whose words are told goes by them (codebook section 2, CONSULT).
  void go_by_content(std::int32_t words) {
    const Proposition& told = proposition(words);
    if (told.kind != PredicateKind::kVerb || act(words).entry->cls == EntryClass::kAct) return;
    std::int32_t contact = told.parent;
    if (contact >= 0 && !act(contact).typed() &&
        proposition(contact).kind == PredicateKind::kNoun) {
      contact = proposition(contact).parent;
    }
    if (contact < 0 || contact == words || act(contact).consumed()) return;
    const bool hangs = told.embedding == Embedding::kParticipial ||
                       told.embedding == Embedding::kRelative ||
                       (told.embedding == Embedding::kAdverbial && told.marker == "to");
    if (!hangs ||
        !carries_words(view_, acts_[static_cast<std::size_t>(contact)], proposition(contact))) {
      return;
    }
    act(contact).consumed_by = words;
    act(contact).consumed_why = "a contact that goes by its words";
  }

  // Clauses before nouns, then the first in the text.
  bool nearer(std::int32_t a, std::int32_t b) const {
    const bool verb_a = proposition(a).kind == PredicateKind::kVerb;
    const bool verb_b = proposition(b).kind == PredicateKind::kVerb;
    return verb_a != verb_b && verb_a;
  }

  const SectionView& view_;
  std::vector<Act> acts_;
};

Link link_noun(const Proposition& child, const Proposition& parent, const Entry* entry,
               const Signature* signature) {
  Link link;
  const Argument* argument = find_argument(parent, child.head);
  if (argument == nullptr) {
    link.adjunct = !child.marker.empty() && is_adjunct_preposition(child.marker);
    if (entry != nullptr && !link.adjunct) link.signature = nullptr;
    return link;
  }
  switch (argument->role) {
    case Role::kObject:
    case Role::kIndirect:
    case Role::kAttribute:
      // "talks aimed at peace": the plan is of the clause, not of its object.
      if (entry != nullptr && asks_for_clause_alone(*entry)) {
        link.adjunct = true;
      } else {
        link.signature = signature;
      }
      return link;
    case Role::kPrep:
      if (entry != nullptr && names_preposition(*entry, argument->preposition)) {
        link.signature = signature;
      } else if (is_adjunct_preposition(argument->preposition)) {
        link.adjunct = true;
      } else if (entry != nullptr && takes_cause(argument->preposition) &&
                 (entry->pos == EntryPos::kNoun || !entry->type ||
                  is_verbal_conflict(*entry->type) || entry->cls != EntryClass::kAct)) {
        link.signature = signature;
      } else {
        link.adjunct = true;
      }
      return link;
    case Role::kSubject:
    case Role::kPossessor:
    case Role::kModifier:
    case Role::kClauseThat:
    case Role::kClauseTo:
    case Role::kClauseIng:
    case Role::kParticle:
      link.adjunct = argument->role == Role::kSubject;
      return link;
  }
  return link;
}

// "Oslo issued a warning: sanctions will be imposed": of two main clauses the
// parser hangs the first below the second; a deed has no such complement.
bool is_told_before(const Proposition& child, const Proposition& parent, const Entry* outer) {
  return outer != nullptr && outer->cls == EntryClass::kAct && !child.infinitive &&
         child.marker.empty() && child.tense != Tense::kNone && child.head < parent.head;
}

const Proposition& proposition_of(const SectionView& view, std::int32_t p) {
  return view.propositions()[static_cast<std::size_t>(p)];
}
const Act& act_of(const std::vector<Act>& acts, std::int32_t p) {
  return acts[static_cast<std::size_t>(p)];
}

// "rejected claims that it had attacked": the claims pass the denial on.
bool is_denied_claim(const SectionView& view, const std::vector<Act>& acts, std::int32_t p) {
  const Entry* claim = act_of(acts, p).entry;
  const std::int32_t parent = proposition_of(view, p).parent;
  if (claim == nullptr || claim->pos != EntryPos::kNoun || parent < 0) return false;
  if (claim->cls != EntryClass::kAccuse && claim->cls != EntryClass::kReport) return false;
  const Entry* outer = act_of(acts, parent).entry;
  return outer != nullptr && outer->cls == EntryClass::kDeny;
}

// "it is likely that": the copula itself says nothing, its adjective does.
const Entry* find_predicative(const SectionView& view, const std::vector<Act>& acts,
                              std::int32_t copula, std::int32_t inner) {
  if (proposition_of(view, copula).lemma != "be") return nullptr;
  for (const std::uint32_t c :
       view.children(proposition_of(view, copula).head) | std::views::take(kMaxComplements)) {
    const std::int32_t said = view.proposition_at(c);
    if (said < 0 || said == inner || proposition_of(view, said).kind != PredicateKind::kAdjective)
      continue;
    if (act_of(acts, said).entry != nullptr) return act_of(acts, said).entry;
  }
  return nullptr;
}

const Signature* find_signature(const SectionView& view, const std::vector<Act>& acts,
                                std::int32_t p, std::int32_t inner) {
  const Act& outer = act_of(acts, p);
  if (outer.entry == nullptr) {
    const Entry* predicative = find_predicative(view, acts, p, inner);
    return predicative == nullptr ? nullptr : &view.lexicon().signature(predicative->cls);
  }
  // "ended the visit": nothing opposite to it, so the visit itself is told.
  const bool idle_end = outer.entry->cls == EntryClass::kEnd && !outer.typed();
  const bool transparent = idle_end || is_denied_claim(view, acts, p);
  return &view.lexicon().signature(transparent ? EntryClass::kLight : outer.entry->cls);
}

}  // namespace

std::int32_t outer_of(const SectionView& view, const std::vector<Act>& acts, std::int32_t p) {
  const std::int32_t host = act_of(acts, p).host;
  return host != kNoAct ? host : proposition_of(view, p).parent;
}

Link find_link(const SectionView& view, const std::vector<Act>& acts, std::int32_t p) {
  const Proposition& child = proposition_of(view, p);
  if (act_of(acts, p).host != kNoAct) {
    Link hosted;
    hosted.signature = &view.lexicon().signature(act_of(acts, act_of(acts, p).host).entry->cls);
    return hosted;
  }
  const Proposition& parent = proposition_of(view, child.parent);
  const Entry* entry = act_of(acts, child.parent).entry;
  const Signature* signature = find_signature(view, acts, child.parent, p);
  Link link;
  switch (child.embedding) {
    case Embedding::kRoot:
      return link;
    case Embedding::kNominal:
      return link_noun(child, parent, entry, signature);
    case Embedding::kComplement:
      link.adjunct = is_told_before(child, parent, entry);
      link.signature = link.adjunct ? nullptr : signature;
      return link;
    case Embedding::kRelative:
    case Embedding::kParticipial:
      link.adjunct = true;
      return link;
    case Embedding::kAdverbial:
      link.adjunct = true;
      link.purpose = child.marker == "to" &&
                     !carries_words(view, acts[static_cast<std::size_t>(child.parent)], parent);
      return link;
  }
  return link;
}

std::vector<Act> compose_acts(const SectionView& view, const std::vector<const Entry*>& entries) {
  return Composer(view, entries).run();
}

}  // namespace entente
