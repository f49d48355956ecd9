// Idea: first the slots of the entry; what they leave open is filled from
// outside (the verb that carries a noun: "ordered an attack") and from inside
// (the act that is spoken of: "urged that Israel withdraw").
//
// Example: "Spain called for an end to the US siege of Gaza": the entry's slot
// "on" is empty; the inner act siege has the actor USA, who is asked.
// It gets wrong: demands to third parties who are not named.
#include "event/cast.h"

#include <algorithm>

#include "event/meaning.h"

namespace entente {
namespace {

constexpr std::uint32_t kMaxReach = 40;  // tokens
constexpr int kMaxHeads = 16;
constexpr int kMaxSteps = 3;  // clauses around a noun

bool contains(const std::vector<Party>& parties, std::uint32_t token) {
  return std::ranges::any_of(parties, [&](const Party& p) { return p.token == token; });
}

bool all_inside(const std::vector<Party>& parties) {
  return std::ranges::all_of(parties, [](const Party& p) { return p.inside; });
}

// Speech acts that are addressed to whoever does the inner act.
bool addresses_inner_actor(EntryClass cls) {
  return cls == EntryClass::kDemand || cls == EntryClass::kPresuppose ||
         cls == EntryClass::kAccuse || cls == EntryClass::kReport;
}

class CastFinder {
 public:
  CastFinder(const SectionView& view, const std::vector<Act>& acts,
             const Participants& participants)
      : view_(view), acts_(acts), participants_(participants) {}

  Cast run(std::int32_t p) {
    Cast cast = own(p);
    join_same_deed(p, cast);
    if (cast.actors.empty() || cast.recipients.empty()) from_carrier(p, cast);
    if (is_mutual(p) && cast.actors.empty()) from_topic(p, cast);
    if (is_mutual(p) && are_one_side(cast.actors)) add_other_side(p, cast);
    from_inner(p, cast);
    from_contact(p, cast);
    if (cast.recipients.empty() && view_.lexicon().rule(*act(p).type).needs_recipient &&
        !is_mutual(p)) {
      nearest_to_the_right(p, cast);
    }
    if (cast.actors.empty() && *act(p).type == EventType::kMobilize && proposition(p).passive) {
      cast.actors =
          participants_.first_filled(proposition(p), std::vector{SlotSpec{Slot::kObject, {}}});
    }
    if (cast.actors.empty()) from_happening(p, cast);
    if (cast.actors.empty()) likely_actors(p, cast);
    if (cast.recipients.empty()) likely_recipients(p, cast);
    std::erase_if(cast.recipients, [&](const Party& r) { return contains(cast.actors, r.token); });
    return cast;
  }

 private:
  const Proposition& proposition(std::int32_t p) const {
    return view_.propositions()[static_cast<std::size_t>(p)];
  }
  const Act& act(std::int32_t p) const { return acts_[static_cast<std::size_t>(p)]; }

  static bool has_slot(const std::vector<SlotSpec>& slots, Slot slot,
                       std::string_view preposition) {
    return std::ranges::any_of(
        slots, [&](const SlotSpec& s) { return s.slot == slot && s.preposition == preposition; });
  }

  bool is_mutual(std::int32_t p) const {
    const Entry& entry = *act(p).entry;
    return has_slot(entry.actor, Slot::kMutual, "");
  }

  // Slots of the entry alone.
  Cast own(std::int32_t p) const {
    const Proposition& here = proposition(p);
    const Entry& entry = *act(p).entry;
    Cast cast;
    if (is_mutual(p)) {
      cast.actors = participants_.all_sides(here);
      return cast;
    }
    const bool plain = entry.actor.size() == 1 && entry.actor[0].slot == Slot::kSubject;
    if (here.kind == PredicateKind::kNoun && plain) {
      const bool of_is_actor = !has_slot(entry.recipients, Slot::kPrep, "of");
      cast.actors = participants_.noun_actors(here, of_is_actor);
    } else if (entry.pos == EntryPos::kAdjective && here.kind == PredicateKind::kVerb && plain) {
      // "are concerned": the parser's passive has their subject as its object.
      cast.actors = participants_.first_filled(here, std::vector{SlotSpec{Slot::kObject, {}}});
    } else {
      cast.actors = participants_.first_filled(here, entry.actor);
    }
    cast.recipients = recipients(here, entry, cast.actors);
    return cast;
  }

  std::vector<Party> recipients(const Proposition& here, const Entry& entry,
                                const std::vector<Party>& actors) const {
    std::vector<Party> found;
    if (here.kind == PredicateKind::kNoun) {
      // "came under attack": the undergoer was made its object.
      for (const Argument& a : here.arguments) {
        if (a.role != Role::kObject) continue;
        for (const Party& party : participants_.parties_of(a.token)) found.push_back(party);
      }
    }
    if (found.empty()) found = participants_.first_filled(here, entry.recipients);
    std::erase_if(found, [&](const Party& r) { return contains(actors, r.token); });
    return found;
  }

  // "Fighting erupted between Chad and rebels": what hangs on the verb whose
  // subject is the noun belongs to the noun.
  void from_happening(std::int32_t p, Cast& cast) const {
    const Proposition& here = proposition(p);
    const std::int32_t verb = here.parent;
    if (here.kind != PredicateKind::kNoun || verb < 0 || act(verb).typed()) return;
    const Proposition& happening = proposition(verb);
    if (happening.kind != PredicateKind::kVerb) return;
    const bool is_subject = std::ranges::any_of(happening.arguments, [&](const Argument& a) {
      return a.role == Role::kSubject && a.token == here.head;
    });
    const bool has_object = std::ranges::any_of(
        happening.arguments, [](const Argument& a) { return a.role == Role::kObject; });
    if (!is_subject || has_object) return;
    for (std::string_view preposition : {"between", "among", "by"}) {
      cast.actors = participants_.first_filled(
          happening, std::vector{SlotSpec{Slot::kPrep, std::string(preposition)}});
      if (!cast.actors.empty()) break;
    }
    if (cast.recipients.empty())
      cast.recipients = recipients(happening, *act(p).entry, cast.actors);
  }

  // "sent a letter to Mali threatening to …": who is called or written to.
  void from_contact(std::int32_t p, Cast& cast) const {
    std::int32_t contact = proposition(p).parent;
    if (contact >= 0 && !act(contact).typed()) contact = proposition(contact).parent;
    if (contact < 0 || act(contact).consumed_by != p || *act(contact).type != EventType::kConsult) {
      return;
    }
    if (!cast.recipients.empty() && !all_inside(cast.recipients)) return;
    const Cast there = own(contact);
    std::vector<Party> addressed = there.recipients.empty() ? there.actors : there.recipients;
    std::erase_if(addressed, [&](const Party& a) { return contains(cast.actors, a.token); });
    if (!addressed.empty()) cast.recipients = addressed;
  }

  // Nobody known acts: who looks like somebody, in the act's own slots or as
  // subject of the verb that carries a noun ("heads an inquiry into").
  void likely_actors(std::int32_t p, Cast& cast) const {
    const Entry& entry = *act(p).entry;
    if (entry.actor.empty()) return;
    const std::vector<SlotSpec> subject = {SlotSpec{Slot::kSubject, {}}};
    cast.actors = participants_.likely(proposition(p), is_mutual(p) ? subject : entry.actor);
    const std::int32_t verb = proposition(p).parent;
    if (!cast.actors.empty() || proposition(p).kind != PredicateKind::kNoun || verb < 0) return;
    const Entry* carrier = act(verb).entry;
    if (carrier != nullptr && carrier->cls != EntryClass::kLight &&
        carrier->cls != EntryClass::kEnact) {
      return;
    }
    const bool is_object = std::ranges::any_of(proposition(verb).arguments, [&](const Argument& a) {
      return a.role == Role::kObject && a.token == proposition(p).head;
    });
    if (!is_object) return;
    cast.actors = participants_.first_filled(proposition(verb), subject);
    if (cast.actors.empty()) cast.actors = participants_.likely(proposition(verb), subject);
  }

  // Where the record is worth nothing without somebody acted on: who looks like
  // somebody, else the thing itself ("quit the treaty").
  void likely_recipients(std::int32_t p, Cast& cast) const {
    const TypeRule& rule = view_.lexicon().rule(*act(p).type);
    const bool needed = rule.needs_recipient || (rule.actor_optional && cast.actors.empty());
    const Entry& entry = *act(p).entry;
    if (!needed || entry.recipients.empty() || is_mutual(p)) return;
    const Proposition& here = proposition(p);
    cast.recipients = participants_.likely(here, entry.recipients);
    if (!cast.recipients.empty() || here.kind != PredicateKind::kVerb) return;
    for (const SlotSpec& slot : entry.recipients) {
      for (std::uint32_t token : participants_.fill(here, slot)) {
        const Mention* mention = view_.mention(token);
        if (mention == nullptr || !is_definite(token)) continue;
        if (mention->kind != MentionKind::kTime) cast.recipients.push_back({token, true, true});
      }
      if (!cast.recipients.empty()) return;
    }
  }

  bool is_definite(std::uint32_t token) const {
    return std::ranges::any_of(view_.children(token), [&](std::uint32_t c) {
      return view_.lower(c) == "the" || view_.token(c).dep == Dep::kPoss;
    });
  }

  // "An attack by rebels killed 12": each word lends what the other lacks.
  void join_same_deed(std::int32_t p, Cast& cast) const {
    const std::int32_t twin = act(p).twin;
    if (twin == kNoAct) return;
    const Cast more = own(twin);
    const bool only_the_word =
        !cast.actors.empty() && cast.actors.front().token == proposition(twin).head;
    if (cast.actors.empty() || only_the_word || all_inside(cast.actors)) {
      if (!more.actors.empty()) cast.actors = more.actors;
    }
    // "The raid on the base killed four": the base says more than the number.
    const bool nobody = std::ranges::all_of(
        cast.recipients, [&](const Party& r) { return view_.mention(r.token) == nullptr; });
    if (nobody && !more.recipients.empty()) cast.recipients = more.recipients;
  }

  // "ordered an attack", "suffered an attack", "claimed responsibility for an
  // attack": the verb lends its subject, through the nouns between.
  void from_carrier(std::int32_t p, Cast& cast) const {
    if (proposition(p).kind != PredicateKind::kNoun || !hangs_in_phrase(p)) return;
    if (*act(p).type == EventType::kConsult)
      from_occasion(proposition(proposition(p).parent), cast);
    std::int32_t at = p;
    for (int step = 0; step < kMaxSteps && hangs_in_phrase(at); ++step) {
      const std::int32_t carrier = proposition(at).parent;
      const std::uint32_t head = proposition(at).head;
      const bool carries =
          std::ranges::any_of(proposition(carrier).arguments, [&](const Argument& a) {
            return a.token == head && (a.role == Role::kObject || a.role == Role::kPrep);
          });
      if (!carries) return;
      if (act(carrier).entry != nullptr) lend(carrier, p, cast);
      if (proposition(carrier).kind != PredicateKind::kNoun) return;
      at = carrier;
    }
  }

  bool hangs_in_phrase(std::int32_t p) const {
    const Proposition& here = proposition(p);
    return here.parent >= 0 &&
           (here.embedding == Embedding::kNominal || here.embedding == Embedding::kComplement);
  }

  void lend(std::int32_t carrier, std::int32_t p, Cast& cast) const {
    const Proposition& verb = proposition(carrier);
    const auto subject =
        participants_.first_filled(verb, std::vector{SlotSpec{Slot::kSubject, {}}});
    switch (act(carrier).entry->cls) {
      case EntryClass::kLight:
      case EntryClass::kEnact:
      case EntryClass::kManage:
      case EntryClass::kPlan:
      case EntryClass::kCause:
        if (cast.actors.empty()) cast.actors = subject;
        if (cast.recipients.empty()) {
          cast.recipients = recipients(verb, *act(p).entry, cast.actors);
        }
        return;
      case EntryClass::kClaim:
      case EntryClass::kDeny:
        if (cast.actors.empty()) cast.actors = subject;
        return;
      case EntryClass::kUndergo:
        if (cast.recipients.empty()) cast.recipients = subject;
        return;
      default:
        return;
    }
  }

  // "the Swiss-Italian treaty will be discussed": by those whose treaty it is.
  void from_topic(std::int32_t p, Cast& cast) const {
    if (!proposition(p).passive) return;
    for (const Argument& a : proposition(p).arguments) {
      if (a.role != Role::kObject) continue;
      std::vector<Party> found = participants_.inside(a.token);
      if (found.size() > 1) cast.actors = std::move(found);
    }
  }

  // "talks with the president and the minister of Peru": both are Peru.
  bool are_one_side(const std::vector<Party>& parties) const {
    if (parties.size() == 1) return true;
    std::string_view id;
    for (const Party& party : parties) {
      const Mention* mention = view_.mention(party.token);
      if (mention == nullptr || mention->entities.size() != 1) return false;
      const std::string& own = mention->entities.front().id;
      if (own.empty() || (!id.empty() && id != own)) return false;
      id = own;
    }
    return !parties.empty();
  }

  // "Oslo said no progress was made in talks with Lima": the other side is the
  // subject of the nearest clause around.
  void add_other_side(std::int32_t p, Cast& cast) const {
    if (proposition(p).kind != PredicateKind::kNoun) return;
    std::int32_t up = proposition(p).parent;
    for (int step = 0; step < kMaxSteps && up >= 0; ++step, up = proposition(up).parent) {
      const Proposition& around = proposition(up);
      if (around.kind != PredicateKind::kVerb) continue;
      const auto subject =
          participants_.first_filled(around, std::vector{SlotSpec{Slot::kSubject, {}}});
      for (const Party& party : subject) {
        if (!contains(cast.actors, party.token)) cast.actors.push_back(party);
      }
      if (!are_one_side(cast.actors)) return;
    }
  }

  // "adopted a statement at a meeting": those who act there are those who meet.
  void from_occasion(const Proposition& verb, Cast& cast) const {
    if (!cast.actors.empty() || verb.kind != PredicateKind::kVerb) return;
    cast.actors = participants_.first_filled(verb, std::vector{SlotSpec{Slot::kSubject, {}}});
  }

  void from_inner(std::int32_t p, Cast& cast) const {
    const Entry& entry = *act(p).entry;
    if (entry.cls == EntryClass::kAct || (is_mutual(p) && cast.actors.size() > 1)) return;
    if (!cast.recipients.empty() && !all_inside(cast.recipients)) return;
    const std::int32_t inner = find_inner(acts_, p);
    if (inner == kNoAct) {
      if (cast.recipients.empty()) from_clause(p, cast);
      return;
    }
    Cast below = own(inner);
    from_carrier(inner, below);
    std::vector<Party> found;
    const auto take = [&](const std::vector<Party>& parties) {
      if (!found.empty()) return;
      for (const Party& party : parties) {
        if (!contains(cast.actors, party.token)) found.push_back(party);
      }
    };
    // A condemned attack accuses who did it, never whom it hit.
    const bool deed = act(p).type == EventType::kAccuse && quad_class(*act(inner).type) == 4;
    if (deed) {
      take(below.actors);
      std::erase_if(cast.recipients,
                    [&](const Party& r) { return contains(below.recipients, r.token); });
      if (!found.empty()) cast.recipients = found;
      return;
    }
    if (addresses_inner_actor(entry.cls)) take(below.actors);
    take(below.recipients);
    if (!addresses_inner_actor(entry.cls)) take(below.actors);
    if (!found.empty()) cast.recipients = found;
  }

  // "gave money in aid to support refugees in Jordan": the first somebody below
  // the predicate and behind it.
  void nearest_to_the_right(std::int32_t p, Cast& cast) const {
    const std::uint32_t head = proposition(p).head;
    const TokenRange sentence = view_.sentence_of(proposition(p));
    const std::uint32_t last = std::min(sentence.last, head + kMaxReach);
    for (std::uint32_t i = head + 1; i < last; ++i) {
      const Mention* mention = view_.mention(i);
      if (mention == nullptr || mention->entities.empty() || contains(cast.actors, i)) continue;
      if (mention->kind != MentionKind::kActor && mention->kind != MentionKind::kPlace) continue;
      if (!hangs_below(i, head)) continue;
      cast.recipients = {{i, true}};
      return;
    }
  }

  bool hangs_below(std::uint32_t token, std::uint32_t head) const {
    for (int step = 0; step < kMaxHeads && !view_.is_root(token); ++step) {
      token = view_.token(token).head;
      if (token == head) return true;
      const std::int32_t p = view_.proposition_at(token);
      if (p >= 0 && proposition(p).embedding == Embedding::kRelative) return false;
    }
    return false;
  }

  // "demanded that Israel be fair": no known act, but a clause with a subject.
  void from_clause(std::int32_t p, Cast& cast) const {
    for (const Argument& a : proposition(p).arguments) {
      if (a.role != Role::kClauseThat && a.role != Role::kClauseTo && a.role != Role::kClauseIng) {
        continue;
      }
      const std::int32_t clause = view_.proposition_at(a.token);
      if (clause < 0) continue;
      for (const Role role : {Role::kSubject, Role::kObject, Role::kPrep}) {
        for (const Argument& inner : proposition(clause).arguments) {
          if (inner.role != role) continue;
          for (const Party& party : participants_.parties_of(inner.token)) {
            if (!contains(cast.actors, party.token)) cast.recipients.push_back(party);
          }
        }
        if (!cast.recipients.empty()) return;
      }
    }
  }

  const SectionView& view_;
  const std::vector<Act>& acts_;
  const Participants& participants_;
};

}  // namespace

Cast find_cast(const SectionView& view, const std::vector<Act>& acts,
               const Participants& participants, std::int32_t p) {
  return CastFinder(view, acts, participants).run(p);
}

}  // namespace entente
