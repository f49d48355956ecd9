// Idea: slots hold tokens; a token that names nobody ("expansion") is opened
// and the first somebody inside it taken: the author in a by-phrase, the
// possessor, a modifier, then the prepositions.
//
// Example: "condemned US sanctions on Iran": the object names nobody; inside
// it the modifier US comes before "on Iran", so the recipient is the USA.
// It gets wrong: "condemned the Iran sanctions", where the modifier suffers.
// Cost: linear in the arguments; phrases are opened two levels deep.
#include "event/participants.h"

#include <algorithm>

namespace entente {
namespace {

constexpr int kMaxDepth = 2;
constexpr std::size_t kMaxParties = 24;

// Order in which prepositions inside a phrase are asked.
constexpr std::string_view kInsidePrepositions[] = {"of",   "against", "on",      "to",   "with",
                                                    "from", "for",     "between", "over", "in",
                                                    "at",   "into",    "about"};
constexpr std::size_t kWhere = 8;  // the first that says where or about what

bool is_modifier(Dep dep) {
  return dep == Dep::kCompound || dep == Dep::kAmod || dep == Dep::kNmod;
}

}  // namespace

// A place that no table of actors has, but that lies in a known country.
const Location* Participants::find_place(std::uint32_t token) const {
  const auto& places = view_.section().places;
  auto at =
      std::ranges::upper_bound(places, token, {}, [](const Toponym& t) { return t.tokens.last; });
  if (at == places.end() || at->tokens.first > token || !at->location) return nullptr;
  return at->location->country.empty() ? nullptr : &*at->location;
}

// "Thousands marched", "hundreds were arrested": people, though nobody by name.
bool Participants::is_crowd(std::uint32_t token) const {
  const Dep dep = view_.token(token).dep;
  const bool stands_alone = dep == Dep::kNsubj || dep == Dep::kNsubjpass || dep == Dep::kDobj;
  return stands_alone && view_.lexicon().is_a(view_.lower(token), "crowd_word");
}

bool Participants::names_somebody(std::uint32_t token) const {
  const Mention* mention = view_.mention(token);
  if (mention == nullptr) return is_crowd(token);
  switch (mention->kind) {
    case MentionKind::kActor:
      return true;
    case MentionKind::kPlace:
      return !mention->entities.empty() || find_place(token) != nullptr;
    case MentionKind::kOpen:
      return true;
    case MentionKind::kMedia:
    case MentionKind::kThing:
    case MentionKind::kTime:
      return false;
  }
  return false;
}

void Participants::add_preposition(std::uint32_t phrase, std::string_view preposition,
                                   std::vector<std::uint32_t>& out) const {
  for (std::uint32_t c : view_.children(phrase)) {
    const Dep dep = view_.token(c).dep;
    if ((dep != Dep::kPrep && dep != Dep::kAgent && dep != Dep::kDative) ||
        view_.lower(c) != preposition) {
      continue;
    }
    for (std::uint32_t object : view_.children(c)) {
      if (view_.token(object).dep != Dep::kPobj) continue;
      out.push_back(object);
      for (std::size_t at = out.size() - 1; at < out.size() && out.size() < kMaxParties; ++at) {
        for (std::uint32_t d : view_.children(out[at])) {
          if (view_.token(d).dep == Dep::kConj) out.push_back(d);
        }
      }
    }
  }
}

std::vector<std::uint32_t> Participants::fill(const Proposition& p, const SlotSpec& slot) const {
  std::vector<std::uint32_t> out;
  const auto take = [&](Role role) {
    for (const Argument& a : p.arguments) {
      if (a.role == role) out.push_back(a.token);
    }
  };
  switch (slot.slot) {
    case Slot::kSubject:
      take(Role::kSubject);
      break;
    case Slot::kObject:
      take(Role::kObject);
      break;
    case Slot::kIndirect:
      take(Role::kIndirect);
      break;
    case Slot::kAttribute:
      take(Role::kAttribute);
      break;
    case Slot::kPossessor:
      take(Role::kPossessor);
      break;
    case Slot::kModifier:
      take(Role::kModifier);
      break;
    case Slot::kPrep:
      for (const Argument& a : p.arguments) {
        if (a.role == Role::kPrep && a.preposition == slot.preposition) out.push_back(a.token);
      }
      if (out.empty() && p.kind == PredicateKind::kVerb) {
        for (const Argument& a : p.arguments) {
          if (a.role == Role::kObject) add_preposition(a.token, slot.preposition, out);
        }
      }
      break;
    case Slot::kClause:
    case Slot::kClauseThat:
    case Slot::kClauseTo:
    case Slot::kClauseIng:
    case Slot::kAdverb:
    case Slot::kMutual:
    case Slot::kTopic:
      break;
  }
  return out;
}

void Participants::add_inside(std::uint32_t token, int depth, bool where,
                              std::vector<Party>& out) const {
  const auto take = [&](std::uint32_t t) {
    if (names_somebody(t)) {
      out.push_back({t, true});
    } else if (depth < kMaxDepth) {
      add_inside(t, depth + 1, where, out);
    }
  };
  std::vector<std::uint32_t> found;
  add_preposition(token, "by", found);
  for (std::uint32_t t : found) take(t);
  if (!out.empty()) return;
  for (std::uint32_t c : view_.children(token)) {
    if (view_.token(c).dep == Dep::kPoss) take(c);
  }
  if (!out.empty()) return;
  for (std::uint32_t c : view_.children(token)) {
    if (!is_modifier(view_.token(c).dep)) continue;
    const Mention* mention = view_.mention(c);
    if (mention != nullptr && !mention->entities.empty()) out.push_back({c, true});
  }
  for (std::size_t i = 0; i < std::size(kInsidePrepositions); ++i) {
    const std::string_view preposition = kInsidePrepositions[i];
    if (!out.empty() || (i >= kWhere && !where)) return;
    found.clear();
    add_preposition(token, preposition, found);
    for (std::uint32_t t : found) take(t);
  }
}

std::vector<Party> Participants::inside(std::uint32_t token) const {
  std::vector<Party> out;
  add_inside(token, 0, true, out);
  return out;
}

std::vector<Party> Participants::parties_of(std::uint32_t token) const {
  const Mention* mention = view_.mention(token);
  if (names_somebody(token)) {
    const Pos pos = view_.token(token).pos;
    const bool open_noun = mention != nullptr && mention->entities.empty() &&
                           mention->kind == MentionKind::kOpen &&
                           (pos == Pos::kNoun || pos == Pos::kPropn);
    if (!open_noun) return {{token, false}};
    // "members of the Security Council"
    std::vector<Party> known;
    add_inside(token, 0, false, known);
    return known.empty() ? std::vector<Party>{{token, false}} : known;
  }
  // A document stands for its authors.
  if (mention != nullptr && mention->kind == MentionKind::kThing && !mention->entities.empty()) {
    return {{token, true}};
  }
  if (mention != nullptr &&
      (mention->kind == MentionKind::kTime || mention->kind == MentionKind::kMedia)) {
    return {};
  }
  std::vector<Party> found = inside(token);
  return found.empty() ? authors(token) : found;
}

// "Peru released a statement criticising …": the statement speaks for Peru.
std::vector<Party> Participants::authors(std::uint32_t token) const {
  const std::int32_t noun = view_.proposition_at(token);
  if (noun < 0 || !view_.lexicon().is_a(view_.lemma(token), "document")) return {};
  const std::int32_t verb = view_.propositions()[static_cast<std::size_t>(noun)].parent;
  if (verb < 0) return {};
  std::vector<Party> out;
  bool issued = false;
  for (const Argument& a : view_.propositions()[static_cast<std::size_t>(verb)].arguments) {
    if (a.role == Role::kSubject && names_somebody(a.token)) out.push_back({a.token, true});
    issued = issued || (a.token == token && a.role != Role::kSubject);
  }
  return issued ? out : std::vector<Party>();
}

std::vector<Party> Participants::parties_of_all(const std::vector<std::uint32_t>& tokens) const {
  std::vector<Party> out;
  for (std::uint32_t token : tokens) {
    for (const Party& party : parties_of(token)) {
      if (out.size() < kMaxParties) out.push_back(party);
    }
  }
  return out;
}

namespace {

constexpr bool is_name_of_somebody(EntityType type) {
  return type == EntityType::kPerson || type == EntityType::kOrg || type == EntityType::kNorp ||
         type == EntityType::kGpe || type == EntityType::kFac;
}

// Not only a word inside the object: "backed the plan for Mali".
bool is_argument(const Proposition& p, std::uint32_t token) {
  return std::ranges::any_of(p.arguments, [&](const Argument& a) { return a.token == token; });
}

}  // namespace

std::vector<Party> Participants::first_filled(const Proposition& p,
                                              std::span<const SlotSpec> slots) const {
  std::vector<Party> weak;
  for (const SlotSpec& slot : slots) {
    if (slot.slot == Slot::kMutual) return all_sides(p);
    if (slot.slot == Slot::kTopic) {
      if (weak.empty()) weak = topic(p);
      if (!weak.empty()) return weak;
      continue;
    }
    const auto tokens = fill(p, slot);
    std::vector<Party> strong;
    for (std::uint32_t token : tokens) {
      if (!names_somebody(token) || !is_argument(p, token)) continue;
      for (const Party& party : parties_of(token)) strong.push_back(party);
    }
    if (!strong.empty()) return strong;
    if (weak.empty()) weak = parties_of_all(tokens);
  }
  return weak;
}

bool Participants::looks_like_somebody(std::uint32_t token) const {
  const Mention* mention = view_.mention(token);
  if (mention == nullptr || mention->kind == MentionKind::kTime) return false;
  const Token& t = view_.token(token);
  if (t.pos == Pos::kPropn) return is_name_of_somebody(t.entity_type);
  return t.pos == Pos::kNoun && view_.lexicon().is_a(view_.lemma(token), "somebody");
}

std::vector<Party> Participants::likely(const Proposition& p,
                                        std::span<const SlotSpec> slots) const {
  std::vector<Party> out;
  for (const SlotSpec& slot : slots) {
    for (std::uint32_t token : fill(p, slot)) {
      if (looks_like_somebody(token) && out.size() < kMaxParties)
        out.push_back({token, false, true});
    }
    if (!out.empty()) return out;
  }
  return out;
}

std::vector<Party> Participants::topic(const Proposition& p) const {
  for (const Role role : {Role::kObject, Role::kAttribute, Role::kPrep}) {
    std::vector<Party> out;
    for (const Argument& a : p.arguments) {
      if (a.role != role || names_somebody(a.token)) continue;
      for (const Party& party : parties_of(a.token)) {
        if (out.size() < kMaxParties) out.push_back(party);
      }
    }
    if (!out.empty()) return out;
  }
  return {};
}

std::vector<Party> Participants::noun_actors(const Proposition& p, bool of_is_actor) const {
  const auto try_role = [&](Role role, auto&& accepts) {
    std::vector<std::uint32_t> tokens;
    for (const Argument& a : p.arguments) {
      if (a.role == role && accepts(a)) tokens.push_back(a.token);
    }
    return parties_of_all(tokens);
  };
  const auto any = [](const Argument&) { return true; };
  const auto with_origin = [](bool light) {
    return [light](const Argument& a) { return (a.origin == ArgumentOrigin::kLightVerb) == light; };
  };
  auto found = try_role(Role::kSubject, with_origin(false));
  if (found.empty()) found = try_role(Role::kSubject, with_origin(true));
  if (found.empty()) found = try_role(Role::kPossessor, any);
  if (found.empty()) {
    for (const Argument& a : p.arguments) {
      if (a.role != Role::kModifier) continue;
      const Mention* mention = view_.mention(a.token);
      if (mention != nullptr && !mention->entities.empty()) found.push_back({a.token, false});
    }
  }
  if (found.empty() && of_is_actor) {
    found = parties_of_all(fill(p, SlotSpec{Slot::kPrep, "of"}));
  }
  if (found.empty()) {
    for (std::string_view preposition : {"between", "among", "from"}) {
      found = parties_of_all(fill(p, SlotSpec{Slot::kPrep, std::string(preposition)}));
      if (!found.empty()) break;
    }
  }
  return found;
}

std::vector<Party> Participants::all_sides(const Proposition& p) const {
  std::vector<Party> out;
  const auto add = [&](std::uint32_t token, bool open) {
    const Mention* mention = view_.mention(token);
    const bool unresolved = mention != nullptr && mention->kind == MentionKind::kOpen &&
                            mention->entities.empty() && !open;
    if (names_somebody(token)) {
      if (!unresolved) out.push_back({token, false});
    } else if (open) {
      std::vector<Party> found;
      add_inside(token, 0, false, found);
      for (const Party& party : found) out.push_back(party);
    }
  };
  for (const Argument& a : p.arguments) {
    if (a.role == Role::kSubject || a.role == Role::kPossessor) add(a.token, true);
    if (a.role == Role::kObject || a.role == Role::kIndirect) add(a.token, false);
    if (a.role == Role::kModifier) {
      const Mention* mention = view_.mention(a.token);
      if (mention != nullptr && !mention->entities.empty()) add(a.token, false);
    }
  }
  for (std::string_view preposition : {"with", "between", "among", "by", "to", "from"}) {
    for (std::uint32_t token : fill(p, SlotSpec{Slot::kPrep, std::string(preposition)})) {
      add(token, true);
    }
  }
  if (out.empty() || (out.size() == 1 && p.kind == PredicateKind::kNoun)) {
    for (std::uint32_t token : fill(p, SlotSpec{Slot::kPrep, "of"})) add(token, true);
  }
  if (out.size() > kMaxParties) out.resize(kMaxParties);
  return out;
}

std::vector<Entity> Participants::entities(std::vector<Party> parties) const {
  std::ranges::stable_sort(parties, {}, &Party::token);
  std::vector<Entity> out;
  for (const Party& party : parties) {
    const Mention* mention = view_.mention(party.token);
    if (mention == nullptr && !is_crowd(party.token)) continue;
    if (mention == nullptr || mention->entities.empty()) {
      Entity unknown;
      unknown.span = view_.analysis().token_span(party.token);
      const auto& chunks = view_.analysis().noun_chunks;
      const auto chunk = std::ranges::upper_bound(chunks, party.token, {}, &TokenRange::last);
      if (chunk != chunks.end() && chunk->first <= party.token) {
        unknown.span = view_.analysis().span(*chunk);
      }
      unknown.text = view_.analysis().span_text(unknown.span);
      unknown.resolved_by = "open";
      if (const Location* place = find_place(party.token);
          place != nullptr && mention != nullptr && mention->kind == MentionKind::kPlace) {
        unknown.id = unknown.code = place->country;
        unknown.name = place->name;
        unknown.resolved_by = "place";
      }
      out.push_back(std::move(unknown));
      continue;
    }
    for (const Entity& entity : mention->entities) {
      const bool known = std::ranges::any_of(
          out, [&](const Entity& e) { return e.id == entity.id && e.span == entity.span; });
      if (!known) out.push_back(entity);
    }
  }
  return out;
}

}  // namespace entente
