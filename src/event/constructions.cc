#include "event/constructions.h"

#include <algorithm>

#include "event/match.h"
#include "event/meaning.h"

namespace entente {
namespace {

// Somebody's word, or the report's own.
bool is_told(const Standing& standing) {
  return (has_happened(standing.status) || standing.status == EventStatus::kExpected) &&
         (!standing.holders.empty() || standing.author >= 0);
}

bool is_holder(const Standing& standing, std::uint32_t token) {
  return std::ranges::find(standing.holders, token) != standing.holders.end();
}

const Proposition& at(const SectionView& view, std::int32_t p) {
  return view.propositions()[static_cast<std::size_t>(p)];
}

// "Iran has to, needs to withdraw".
bool is_duty(const SectionView& view, const Proposition& p) {
  if (p.modality == Modality::kMust || p.modality == Modality::kShould) return true;
  if (p.embedding != Embedding::kComplement || p.parent < 0 || !p.infinitive) return false;
  const Proposition& outer = at(view, p.parent);
  return outer.kind == PredicateKind::kVerb && (outer.lemma == "have" || outer.lemma == "need") &&
         !outer.negated;
}

std::vector<Party> parties_in(const SectionView& view, const Participants& participants,
                              const Proposition& p, std::initializer_list<Role> roles) {
  for (const Role role : roles) {
    std::vector<Party> out;
    for (const Argument& a : p.arguments) {
      if (a.role != role) continue;
      for (const Party& party : participants.parties_of(a.token)) out.push_back(party);
    }
    if (!out.empty()) return out;
  }
  static_cast<void>(view);
  return {};
}

// The holder whose word is nearest to the act: the last of the chain.
std::vector<Party> innermost(const Standing& standing, const SectionView& view) {
  std::vector<Party> out;
  if (standing.holders.empty()) return out;
  // Holders of one verb stand side by side in the text: "Russia and China".
  std::uint32_t last = standing.holders.back();
  out.push_back({last, false});
  for (std::size_t i = standing.holders.size() - 1; i > 0; --i) {
    const std::uint32_t before = standing.holders[i - 1];
    if (view.token(last).head != before && view.token(before).head != last) break;
    out.insert(out.begin(), {before, false});
    last = before;
  }
  return out;
}

// "a crime", "a very stupid idea": the noun judges, or an adjective on it.
const Entry* judging_phrase(const SectionView& view, std::uint32_t token) {
  if (const Entry* entry = find_evaluation(view, token)) return entry;
  for (std::uint32_t c : view.children(token)) {
    if (view.token(c).dep != Dep::kAmod) continue;
    if (const Entry* entry = find_evaluation(view, c)) return entry;
  }
  return nullptr;
}

const Entry* judging_argument(const SectionView& view, const Proposition& p) {
  for (const Argument& a : p.arguments) {
    const bool as = a.role == Role::kPrep && a.preposition == "as";
    if (a.role != Role::kAttribute && !as) continue;
    if (const Entry* entry = judging_phrase(view, a.token)) return entry;
  }
  return nullptr;
}

// "said Iran was behind the raid".
bool is_behind(const Proposition& p) {
  return p.lemma == "be" && std::ranges::any_of(p.arguments, [](const Argument& a) {
           return a.role == Role::kPrep && a.preposition == "behind" && a.proposition >= 0;
         });
}

const Argument* judging_object(const SectionView& view, const Proposition& p) {
  for (const Argument& a : p.arguments) {
    if (a.role == Role::kObject && find_evaluation(view, a.token) != nullptr) return &a;
  }
  return nullptr;
}

Construction make_judgement(const Entry& entry) {
  Construction out;
  out.type = entry.type.value_or(EventType::kAccuse);
  out.mode = entry.mode;
  out.rule = entry.id;
  return out;
}

}  // namespace

std::optional<Construction> find_demand(const SectionView& view, const std::vector<Act>& acts,
                                        const Participants& participants, std::int32_t p,
                                        const Standing& standing) {
  const Proposition& here = at(view, p);
  if (here.kind != PredicateKind::kVerb || !is_duty(view, here) || standing.holders.empty() ||
      here.conditional || here.question) {
    return std::nullopt;
  }
  Construction out;
  out.rule = "construction.must";
  out.mode = here.negated ? "change" : "";
  out.cast.actors = innermost(standing, view);
  out.cast.recipients = parties_in(view, participants, here, {Role::kSubject, Role::kObject});
  const auto speaks_of_itself = [&](const Party& r) { return is_holder(standing, r.token); };
  std::erase_if(out.cast.recipients, speaks_of_itself);
  if (out.cast.recipients.empty()) return std::nullopt;
  const Act& act = acts[static_cast<std::size_t>(p)];
  const std::int32_t inner = act.typed() ? p : find_inner(acts, p);
  if (inner != kNoAct && out.mode.empty()) {
    out.mode = view.lexicon().rule(*acts[static_cast<std::size_t>(inner)].type).requested;
  }
  if (!is_mode_of(EventType::kRequest, out.mode)) out.mode = "change";
  return out;
}

namespace {

// Who judges: the innermost holder, else the report itself where it says "we".
std::vector<Party> judges(const Standing& standing, const SectionView& view) {
  if (!standing.holders.empty()) return innermost(standing, view);
  if (standing.author >= 0) return {{static_cast<std::uint32_t>(standing.author), true}};
  return {};
}

std::optional<Construction> judged_by(Construction out, std::vector<Party> actors,
                                      std::vector<Party> recipients, const Standing& standing) {
  out.cast.actors = std::move(actors);
  out.cast.recipients = std::move(recipients);
  std::erase_if(out.cast.recipients, [&](const Party& r) { return is_holder(standing, r.token); });
  if (out.cast.actors.empty()) return std::nullopt;
  return out;
}

// "The raids show the cruelty of the regime", "… the contempt that it has".
std::vector<Party> owners_of_trait(const SectionView& view, const Participants& participants,
                                   const Proposition& shows, std::uint32_t trait) {
  std::vector<Party> out = participants.inside(trait);
  if (!out.empty()) return out;
  for (const std::uint32_t c : view.children(trait)) {
    const std::int32_t clause = view.token(c).dep == Dep::kRelcl ? view.proposition_at(c) : -1;
    if (clause < 0) continue;
    out = parties_in(view, participants, at(view, clause), {Role::kSubject});
    if (!out.empty()) return out;
  }
  return parties_in(view, participants, shows, {Role::kSubject});
}

// "X called the raid a crime"; "the raids show contempt"; "X violated the pact".
std::optional<Construction> judge_by_verb(const SectionView& view, const Entry& own,
                                          const Participants& participants, const Proposition& here,
                                          const Standing& standing) {
  if (here.negated) return std::nullopt;
  if (const Entry* judged = judging_argument(view, here)) {
    std::vector<Party> actors = parties_in(view, participants, here, {Role::kSubject});
    Construction out = make_judgement(*judged);
    out.cast.actors = std::move(actors);
    out.cast.recipients = parties_in(view, participants, here, {Role::kObject});
    if (out.cast.actors.empty()) return std::nullopt;
    return out;
  }
  if (!is_told(standing)) return std::nullopt;
  if (const Argument* trait = judging_object(view, here)) {
    return judged_by(make_judgement(*find_evaluation(view, trait->token)), judges(standing, view),
                     owners_of_trait(view, participants, here, trait->token), standing);
  }
  if (!own.type) return std::nullopt;
  std::vector<Party> subject = parties_in(view, participants, here, {Role::kSubject});
  if (subject.empty() || is_holder(standing, subject.front().token)) return std::nullopt;
  return judged_by(make_judgement(own), judges(standing, view), std::move(subject), standing);
}

// "X said Y had failed to keep its word": a reproach, unless the failing is an
// act of its own.
std::optional<Construction> find_reproach(const SectionView& view, const std::vector<Act>& acts,
                                          const Participants& participants, std::int32_t p,
                                          const Standing& standing) {
  const Proposition& here = at(view, p);
  if (here.kind != PredicateKind::kVerb || here.lemma != "fail" || here.negated ||
      !is_told(standing)) {
    return std::nullopt;
  }
  const bool blames = std::ranges::any_of(here.arguments, [&](const Argument& a) {
    return a.role == Role::kClauseTo && a.proposition >= 0 &&
           !acts[static_cast<std::size_t>(a.proposition)].typed();
  });
  std::vector<Party> subject = parties_in(view, participants, here, {Role::kSubject});
  if (!blames || subject.empty() || is_holder(standing, subject.front().token) ||
      subject.front().inside) {
    return std::nullopt;
  }
  Construction out;
  out.type = EventType::kAccuse;
  out.mode = "disapprove";
  out.rule = "construction.fail_to";
  return judged_by(out, judges(standing, view), std::move(subject), standing);
}

}  // namespace

std::optional<Construction> find_judgement(const SectionView& view, const std::vector<Act>& acts,
                                           const Participants& participants, std::int32_t p,
                                           const Standing& standing) {
  const Proposition& here = at(view, p);
  const Entry* own = acts[static_cast<std::size_t>(p)].entry;
  if (own != nullptr && own->cls == EntryClass::kEvaluate && own->pos == EntryPos::kVerb) {
    return judge_by_verb(view, *own, participants, here, standing);
  }
  if (auto reproach = find_reproach(view, acts, participants, p, standing)) return reproach;
  // "X said the raid was illegal": adjective, or attribute of "be".
  const Entry* judged = nullptr;
  if (here.kind == PredicateKind::kAdjective) judged = find_evaluation(view, here.head);
  if (here.kind == PredicateKind::kVerb && here.lemma == "be")
    judged = judging_argument(view, here);
  const bool behind = judged == nullptr && is_behind(here);
  if ((judged == nullptr && !behind) || here.negated || !is_told(standing)) return std::nullopt;
  const Construction kind =
      behind ? Construction{EventType::kAccuse, "allege", "construction.behind", {}}
             : make_judgement(*judged);
  auto out = judged_by(kind, judges(standing, view),
                       parties_in(view, participants, here, {Role::kSubject}), standing);
  if (!out || out->cast.recipients.empty()) return std::nullopt;
  return out;
}

}  // namespace entente
