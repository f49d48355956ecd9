// A phrase is described by the first of these that applies: time, pronoun,
// name in the tables, role, proper noun that no table knows, common noun.
// "Iranian Foreign Minister" is a role, "Iranian" its modifier's name; the
// owner of the role is the state, the holder on that day the person.
//
// Wrong for names that the tables know as something else than the text means
// and nothing in the phrase says so ("Georgia" of a sports report).
// Cost: O(modifiers) a phrase, with a bounded depth.
#include "actor/phrase_resolver.h"

#include <algorithm>
#include <array>

#include "actor/noun_classes.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 13> kLocative = {
    "in",     "at",      "near",       "around", "inside", "outside", "across",
    "within", "through", "throughout", "over",   "into",   "off"};
constexpr std::array<std::string_view, 22> kMotion = {
    "travel", "fly",  "go",     "come",  "visit", "return", "arrive", "leave",
    "head",   "trip", "depart", "drive", "flee",  "move",   "march",  "journey",
    "flight", "tour", "rush",   "sail",  "walk",  "bring"};

// "pro-Russian", "anti-American".
constexpr std::array<std::string_view, 5> kTowards = {"pro", "anti", "non", "ex", "post"};

// "International Criminal Court" -> "court".
std::string last_noun(std::string_view name) {
  const auto blank = name.find_last_of(' ');
  std::string word(blank == std::string_view::npos ? name : name.substr(blank + 1));
  for (char& c : word)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return word;
}

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

}  // namespace

std::string_view form_word(NameForm form) {
  switch (form) {
    case NameForm::kName:
      return "name";
    case NameForm::kAlias:
      return "alias";
    case NameForm::kAdjective:
    case NameForm::kDemonym:
      return "demonym";
    case NameForm::kMetonym:
    case NameForm::kCapital:
      return "metonym";
  }
  return "name";
}

Entity entity_of(const Candidate& candidate, std::string_view resolved_by) {
  Entity e;
  e.id = candidate.id;
  e.code = candidate.code;
  e.name = candidate.name;
  e.sectors = candidate.sectors.strings();
  e.resolved_by = resolved_by;
  e.row = candidate.row.to_string();
  return e;
}

std::string office_text(std::string_view title, std::string_view of) {
  std::string text(title);
  if (text.find(" of the ") != std::string::npos) return text;
  if (text.empty() || of.empty() || text.find(" of " + std::string(of)) != std::string::npos ||
      text.find(of) != std::string::npos)
    return text;
  return text + " of " + std::string(of);
}

Entity owner_part(Entity entity) {
  entity.person.reset();
  entity.antecedent.reset();
  return entity;
}

Description PhraseResolver::describe(std::uint32_t t) const {
  const PhraseTree& tree = view_.tree();
  Description d;
  if (Description joined = describe_joined(t); !joined.entities.empty()) return joined;
  const NameUse* name = view_.name_at(t);
  if (name != nullptr && name->head != t) {
    d.skip = true;
    return d;
  }
  if (view_.is_time(t) && name == nullptr) {
    d.kind = MentionKind::kTime;
    d.nature = Nature::kTime;
    return d;
  }
  if (name != nullptr) return describe_name(t, *name);
  const NameUse* role = view_.role_at(t);
  const bool long_role = role != nullptr && role->tokens.last - role->tokens.first > 1;
  if (!tree.is_nominal(t) && !(long_role && role->head == t)) {
    d.skip = true;
    return d;
  }
  if (tree.token(t).pos == Pos::kPron) {
    d.anaphoric = true;
    d.plural = tree.is_plural(t);
    return d;
  }
  if (role != nullptr && role->head == t) return describe_role(t, *role);
  if (role != nullptr) {
    d.skip = true;
    return d;
  }
  if (tree.is_proper(t) && tree.dep(t) == Dep::kCompound && tree.is_proper(tree.head(t)) &&
      view_.role_at(tree.head(t)) == nullptr) {
    d.skip = true;  // a first name
    return d;
  }
  // "the Kingdom", "the Council": a noun with a capital refers like one without.
  const bool common = tree.phrase(t).first + 1 == t && tree.is_definite(t) &&
                      is_class(tree.noun(t), kStateNoun | kBodyNoun | kAllianceNoun);
  if (tree.is_proper(t) && !common && !is_class(tree.noun(t), kDocumentNoun))
    return describe_unknown_name(t);
  return describe_noun(t);
}

Description PhraseResolver::describe_name(std::uint32_t t, const NameUse& name) const {
  const PhraseTree& tree = view_.tree();
  const bool thing = std::ranges::any_of(tree.children(t), [&](std::uint32_t c) {
    return tree.dep(c) == Dep::kCompound && is_class(tree.lower(c), kThingNoun);
  });
  if (thing) {  // "Hurricane Katrina"
    Description d;
    d.kind = MentionKind::kThing;
    d.nature = Nature::kThing;
    d.why = "name of a thing";
    return d;
  }
  const Candidate& best = name.best();
  switch (best.kind) {
    case NameKind::kState:
      return describe_state(t, best);
    case NameKind::kOrganisation:
    case NameKind::kGroup:
    case NameKind::kForce:
      return describe_organisation(t, best);
    case NameKind::kPerson:
      return describe_person(t, name);
    default:
      return describe_place(t, best);
  }
}

Description PhraseResolver::describe_state(std::uint32_t t, const Candidate& candidate) const {
  const PhraseTree& tree = view_.tree();
  Description d;
  d.nature = Nature::kState;
  Entity e = entity_of(candidate, form_word(candidate.form));
  if (e.sectors.empty()) e.sectors = {"GOV"};
  const bool modifier = tree.dep(t) == Dep::kAmod || tree.dep(t) == Dep::kCompound ||
                        tree.dep(t) == Dep::kNmod || !tree.is_nominal(t);
  const bool people =
      !modifier && (candidate.form == NameForm::kDemonym || candidate.form == NameForm::kAdjective);
  d.kind = MentionKind::kActor;
  if (people && candidate.form == NameForm::kDemonym && !tree.is_definite(t)) {
    // "Iraqis fled": people; "the Soviets offered": their state.
    d.nature = tree.is_plural(t) ? Nature::kPeople : Nature::kPerson;
    e.sectors = {"CVL"};
    d.nouns = {"people"};
  } else if (!people && !modifier && in_place_position(t, candidate.form == NameForm::kCapital)) {
    d.kind = MentionKind::kPlace;
  } else if (candidate.form == NameForm::kCapital && t + 1 < tree.size() &&
             is_class(tree.lower(t + 1), kThingNoun)) {
    d.kind = MentionKind::kPlace;  // the model hangs "underground" on "Moscow"
  } else if (modifier && candidate.form == NameForm::kCapital &&
             view_.role_at(tree.head(t)) == nullptr) {
    d.kind = MentionKind::kPlace;  // "the Moscow underground"
  }
  d.plural = people && tree.is_plural(t);
  d.why = std::string(form_word(candidate.form)) + " of " + std::string(candidate.name);
  d.entities.push_back(std::move(e));
  return d;
}

Description PhraseResolver::describe_organisation(std::uint32_t t,
                                                  const Candidate& candidate) const {
  Description d;
  d.kind = MentionKind::kActor;
  d.nature = candidate.kind == NameKind::kOrganisation ? Nature::kOrganisation : Nature::kGroup;
  if (candidate.subkind == "media") {
    d.kind = MentionKind::kMedia;
    d.nature = Nature::kMedia;
  }
  Entity e = entity_of(candidate, form_word(candidate.form));
  d.organisation = candidate.key;
  d.why = std::string(candidate.subkind) + " " + std::string(candidate.key);
  // "the court" may come back to the International Criminal Court.
  if (const std::string last = last_noun(candidate.name); is_class(last, kBodyNoun | kAllianceNoun))
    d.nouns = {last};
  d.plural = candidate.kind == NameKind::kForce && view_.tree().is_plural(t);
  d.entities.push_back(std::move(e));
  return d;
}

Description PhraseResolver::describe_place(std::uint32_t t, const Candidate& candidate) const {
  const PhraseTree& tree = view_.tree();
  Description d;
  d.kind = MentionKind::kPlace;
  d.nature = Nature::kPlace;
  d.why = "place";
  const auto place = knowledge_.place(candidate.entry);
  std::vector<std::string_view> countries;
  if (place && place->countries.size() > 1 && tree.is_plural(t) &&
      is_class(tree.noun(t), kStateNoun)) {
    countries = place->countries;  // "the Baltic states"
    d.kind = MentionKind::kActor;
    d.nature = Nature::kState;
    d.plural = true;
  } else if (!candidate.code.empty()) {
    countries = {candidate.code};
  }
  for (std::string_view code : countries) {
    const auto state = knowledge_.state(code);
    Entity e;
    e.id = code;
    e.code = code;
    e.name = state ? state->name : code;
    e.resolved_by = d.plural ? "region" : "place";
    e.row = candidate.row.to_string();
    if (d.plural) e.sectors = {"GOV"};
    d.entities.push_back(std::move(e));
  }
  return d;
}

// "in Beijing", "flew to Moscow", "visited Kyiv", "Rome, Italy": where, not who.
bool PhraseResolver::in_place_position(std::uint32_t t, bool capital) const {
  const PhraseTree& tree = view_.tree();
  std::uint32_t at = t;
  for (int up = 0; up < 4 && (tree.dep(at) == Dep::kConj || tree.dep(at) == Dep::kAppos); ++up)
    at = tree.head(at);
  if (tree.dep(at) == Dep::kNpadvmod) return true;
  const std::uint32_t governor = tree.head(at);
  const bool motion = contains(kMotion, tree.noun(governor));
  if (tree.dep(at) == Dep::kDobj) return capital && motion;
  if (tree.dep(at) != Dep::kPobj) return false;
  const auto preposition = tree.lower(governor);
  if (contains(kLocative, preposition)) return true;
  if (preposition != "to" && preposition != "from") return false;
  return contains(kMotion, tree.noun(tree.head(governor)));
}

// "Washington-backed", "US-led", "pro-Russian": an attribute of what follows, not its owner.
bool PhraseResolver::is_attribute(const NameUse& name) const {
  const PhraseTree& tree = view_.tree();
  if (name.partial) return true;
  if (name.tokens.first > 0) {
    const auto before = tree.lower(name.tokens.first - 1);
    if (before == "ethnic") return true;  // "ethnic Albanian rebels" are not Albania's
    if (before == "-" && name.tokens.first > 1 &&
        contains(kTowards, tree.lower(name.tokens.first - 2)))
      return true;
  }
  const auto next = name.tokens.last;
  if (next + 1 >= tree.size() || tree.lower(next) != "-") return false;
  const Token& after = tree.token(next + 1);
  return after.tag == Tag::kVBN || after.tag == Tag::kVBD || after.tag == Tag::kVBG ||
         tree.lower(next + 1).ends_with("ed") || tree.lower(next + 1) == "led" ||
         tree.lower(next + 1) == "born";
}

bool PhraseResolver::is_former(std::uint32_t t) const {
  const PhraseTree& tree = view_.tree();
  const TokenRange phrase = tree.phrase(t);
  for (auto i = phrase.first; i < t && i < phrase.first + 8; ++i)
    if (is_class(tree.lower(i), kFormerWord)) {
      // "the former French colony's president": the word must hang on this phrase.
      for (auto h = i, up = 0U; up < 6; h = tree.head(h), ++up) {
        if (h == t) return true;
        if (h != i && tree.dep(h) == Dep::kPoss) break;
      }
    }
  const auto word = tree.lower(t);
  return word.starts_with("ex-");
}

}  // namespace entente
