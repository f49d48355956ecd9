// Names that no table has, and common nouns that refer: quantities, documents,
// heads and members, "the country", "the alliance".
//
// Wrong for a metaphor ("the head of the table") and for a capitalised common
// noun that the model takes for a name.
// Cost: O(modifiers) a phrase.
#include <algorithm>
#include <array>

#include "actor/noun_classes.h"
#include "actor/phrase_resolver.h"

namespace entente {
namespace {

constexpr NounClasses kRefersBack = kStateNoun | kAllianceNoun | kBodyNoun | kGroupNoun |
                                    kLeaderNoun | kPartyNoun | kGovernmentNoun | kOfficeNoun |
                                    kForceNoun | kCompanyNoun;

constexpr std::size_t kMaxNamed = 12;

bool is_state_id(const Entity& e) {
  return e.id.size() == 3 && e.id == e.code && e.code != "UNO" && e.code != "EUR" &&
         e.code != "IGO";
}

// The state of "Sino" in "Sino-Russian"; "" for other words.
std::string_view state_of_combining_form(std::string_view word) {
  constexpr std::array<std::array<std::string_view, 2>, 12> kForms = {{{"sino", "China"},
                                                                       {"franco", "France"},
                                                                       {"anglo", "Britain"},
                                                                       {"russo", "Russia"},
                                                                       {"indo", "India"},
                                                                       {"greco", "Greece"},
                                                                       {"turco", "Turkey"},
                                                                       {"austro", "Austria"},
                                                                       {"israelo", "Israel"},
                                                                       {"irano", "Iran"},
                                                                       {"serbo", "Serbia"},
                                                                       {"polono", "Poland"}}};
  for (const auto& [form, state] : kForms)
    if (form == word) return state;
  return {};
}

Nature nature_of(std::string_view noun, bool plural) {
  if (is_class(noun, kStateNoun)) return Nature::kState;
  if (is_class(noun, kOfficeNoun | kLeaderNoun)) return plural ? Nature::kPeople : Nature::kPerson;
  if (is_class(noun, kBodyNoun | kAllianceNoun | kGovernmentNoun | kCompanyNoun))
    return Nature::kOrganisation;
  if (is_class(noun, kGroupNoun | kForceNoun)) return Nature::kGroup;
  return Nature::kUnknown;
}

}  // namespace

// The body or state named behind the noun at `t`, by apposition; where the model
// takes the noun for a verb ("Estonia's neighbours Latvia"), as its object.
std::optional<std::uint32_t> PhraseResolver::name_behind(std::uint32_t t) const {
  const PhraseTree& tree = view_.tree();
  auto child = tree.child(t, Dep::kAppos);
  if (!child && tree.token(t).pos == Pos::kVerb) child = tree.child(t, Dep::kDobj);
  if (!child) return std::nullopt;
  const NameUse* name = view_.name_at(*child);
  if (name == nullptr || name->head != *child) return std::nullopt;
  const NameKind kind = name->best().kind;
  if (kind != NameKind::kOrganisation && kind != NameKind::kGroup && kind != NameKind::kForce &&
      kind != NameKind::kState)
    return std::nullopt;
  const Description& body = other_(*child);
  if (!body.resolved() || body.kind == MentionKind::kMedia) return std::nullopt;
  return child;
}

// "the terrorist group Shabab", "the pact, AUKUS", "its neighbours Chad and Niger".
bool PhraseResolver::name_body(std::uint32_t t, Description& d) const {
  const PhraseTree& tree = view_.tree();
  const auto child = name_behind(t);
  if (!child) return false;
  const Description known = d;
  d = other_(*child);
  d.nouns = known.nouns;
  d.anaphoric = false;
  if (known.plural) {
    std::uint32_t at = *child;
    while (auto next = tree.child(at, Dep::kConj)) {
      at = *next;
      for (const Entity& e : other_(at).entities)
        if (d.entities.size() < kMaxNamed) d.entities.push_back(e);
    }
    d.plural = true;
    d.coordination = true;
  }
  for (Entity& e : d.entities) e.resolved_by = "apposition";
  d.why = "name in apposition";
  return true;
}

// "U.S./Soviet", "Sino-Russian" in one token: the states of its parts; "Sino" and
// "-" as tokens of their own: the state of the first part.
Description PhraseResolver::describe_joined(std::uint32_t t) const {
  Description d;
  std::string_view text = view_.analysis().token_text(t);
  const PhraseTree& tree = view_.tree();
  const bool hyphen = t + 1 < tree.size() && (tree.lower(t + 1) == "-" || tree.lower(t + 1) == "–");
  if (const auto first = hyphen ? state_of_combining_form(tree.lower(t)) : "";
      !first.empty() && !tree.token(t).space_after) {
    const auto candidates = knowledge_.find_phrase(first);
    if (candidates.empty()) return d;
    d.entities.push_back(entity_of(candidates.front(), "demonym"));
    d.entities[0].sectors = {"GOV"};
    d.kind = MentionKind::kActor;
    d.nature = Nature::kState;
    d.why = "first part of a joined adjective";
    return d;
  }
  if (text.size() > 40 || text.find_first_of("/-") == std::string_view::npos) return d;
  while (!text.empty()) {
    const auto cut = text.find_first_of("/-");
    const auto candidates = knowledge_.find_phrase(text.substr(0, cut));
    const auto state = std::ranges::find(candidates, NameKind::kState, &Candidate::kind);
    if (state == candidates.end()) return {};
    Entity e = entity_of(*state, "demonym");
    if (e.sectors.empty()) e.sectors = {"GOV"};
    d.entities.push_back(std::move(e));
    text = cut == std::string_view::npos ? "" : text.substr(cut + 1);
  }
  if (d.entities.size() < 2) return {};
  d.kind = MentionKind::kActor;
  d.nature = Nature::kState;
  d.plural = true;
  d.coordination = true;
  d.why = "states joined in one word";
  return d;
}

// The phrase without its article.
std::string PhraseResolver::name_text(std::uint32_t t) const {
  const PhraseTree& tree = view_.tree();
  TokenRange range = tree.phrase(t);
  if (range.first < t && tree.dep(range.first) == Dep::kDet) ++range.first;
  return std::string(view_.analysis().span_text(view_.analysis().span(range)));
}

Description PhraseResolver::describe_unknown_name(std::uint32_t t) const {
  const PhraseTree& tree = view_.tree();
  const EntityType type = tree.token(t).entity_type;
  Description d;
  const bool titled = std::ranges::any_of(tree.children(t), [&](std::uint32_t c) {
    return tree.dep(c) == Dep::kCompound &&
           (is_class(tree.lower(c), kTitleWord) ||
            (view_.role_at(c) != nullptr && is_class(tree.noun(c), kOfficeNoun)));
  });
  if (is_class(tree.noun(t), kPortfolioNoun)) return describe_portfolio(t);
  if (type == EntityType::kPerson || titled) return describe_unknown_person(t);
  d.surname = name_text(t);
  switch (type) {
    case EntityType::kGpe:
    case EntityType::kLoc:
    case EntityType::kFac:
      d.kind = MentionKind::kPlace;
      d.nature = Nature::kPlace;
      break;
    case EntityType::kProduct:
    case EntityType::kEvent:
    case EntityType::kLaw:
    case EntityType::kWorkOfArt:
    case EntityType::kLanguage:
    case EntityType::kMoney:
    case EntityType::kPercent:
    case EntityType::kQuantity:
      d.kind = MentionKind::kThing;
      d.nature = Nature::kThing;
      d.why = "name of a thing";
      return d;
    case EntityType::kOther:
      d.kind = MentionKind::kOpen;
      d.nature = Nature::kUnknown;
      break;
    default:
      d.kind = MentionKind::kActor;
      d.nature = Nature::kOrganisation;
      break;
  }
  if (is_class(tree.noun(t), kThingNoun)) {
    d.kind = MentionKind::kThing;
    d.nature = Nature::kThing;
    d.why = "name of a thing";
    return d;
  }
  const bool owned = d.nature != Nature::kUnknown && !view_.all_caps(tree.sentence(t));
  const Owners owners = owned ? owners_of(t, true) : Owners{};
  d.nouns = {std::string(tree.noun(t))};
  for (const Entity& e : owners.entities) {
    if (d.entities.size() == 1) break;
    d.entities.push_back(e);
    d.entities.back().sectors.clear();
    d.entities.back().resolved_by = d.nature == Nature::kPlace ? "place" : "role";
  }
  d.anaphoric = true;  // an acronym or short name may have been introduced
  d.why = "name that no table has";
  return d;
}

// "the Agriculture Secretary", "Fisheries Minister": a post of government that
// roles.tsv does not list.
Description PhraseResolver::describe_portfolio(std::uint32_t t) const {
  const PhraseTree& tree = view_.tree();
  Description d;
  d.kind = MentionKind::kActor;
  d.plural = tree.is_plural(t);
  const auto noun = tree.noun(t);
  d.nature = is_class(noun, kBodyNoun) ? Nature::kOrganisation
             : d.plural                ? Nature::kPeople
                                       : Nature::kPerson;
  d.nouns = {std::string(noun)};
  d.title = noun;
  if (auto c = tree.child(t, Dep::kCompound); c && view_.name_at(*c) == nullptr)
    d.title = std::string(tree.lower(*c)) + " " + d.title;
  if (d.title != noun) d.nouns.push_back(d.title);
  Owners owners = owners_of(t, true);
  d.entities = std::move(owners.entities);
  d.anaphoric = d.entities.empty() && !tree.is_indefinite(t);
  if (d.entities.empty()) d.entities.emplace_back();
  for (Entity& e : d.entities) {
    e.sectors = {is_former(t) ? "ELI" : "GOV"};
    e.resolved_by = "role";
  }
  d.owner_unknown = d.anaphoric && has_unknown_owner(t);
  d.why = "post of government \"" + d.title + "\"";
  if (d.nature == Nature::kPerson) name_person(t, d);
  return d;
}

Description PhraseResolver::describe_noun(std::uint32_t t) const {
  const PhraseTree& tree = view_.tree();
  const std::string_view noun = tree.noun(t);
  Description d;
  d.plural = tree.is_plural(t);
  d.nouns = {std::string(noun)};
  if (is_class(noun, kDocumentNoun)) return describe_document(t);
  if (is_class(noun, kPortfolioNoun)) return describe_portfolio(t);
  if (noun == "counterpart") return describe_counterpart(t);
  const auto of = tree.prep_object(t, "of");
  if (is_class(noun, kStateNoun | kGovernmentNoun) && !d.plural && tree.dep(t) == Dep::kPobj &&
      !tree.child(t, Dep::kDet) && !tree.child(t, Dep::kPoss)) {
    d.kind = MentionKind::kThing;  // "heads of state"
    d.nature = Nature::kThing;
    d.why = "generic";
    return d;
  }
  if (of && is_class(noun, kQuantityNoun) && !is_class(noun, kLeadsNoun))
    return describe_quantity(t, *of);
  d.nature = nature_of(noun, d.plural);
  const bool leads = is_class(noun, kLeadsNoun | kLeaderNoun | kPartyNoun) ||
                     is_class(noun, kGovernmentNoun | kBodyNoun | kForceNoun | kCompanyNoun);
  const Owners owners = leads || noun == "capital" || is_class(noun, kStateNoun | kAllianceNoun)
                            ? owners_of(t, leads)
                            : Owners{};
  if (noun == "capital" && !owners.entities.empty()) {
    d.kind = in_place_position(t, true) ? MentionKind::kPlace : MentionKind::kActor;
    d.nature = Nature::kPlace;
    d.entities = {owner_part(owners.entities[0])};
    d.entities[0].resolved_by = "metonym";
    d.why = "capital of a state";
    return d;
  }
  if (is_class(noun, kCityNoun))
    if (auto place = describe_district(t); place.resolved()) return place;
  if (name_body(t, d)) return d;
  // "its neighbour", "Iran's allies" are other states than the owner.
  const bool others = is_class(noun, kPairNoun) && noun != "side" && noun != "counterpart";
  if (others && !owners.entities.empty() && is_state_id(owners.entities[0])) {
    d.anaphoric = true;
    d.kind = MentionKind::kOpen;
    d.beside = owners.entities[0].id;
    d.why = "another state than " + d.beside;
    return d;
  }
  if (leads && !owners.entities.empty()) {
    d.kind = MentionKind::kActor;
    for (const Entity& owner : owners.entities) {
      d.entities.push_back(owner_part(owner));
      d.entities.back().resolved_by = owners.link == "place" ? "place" : "role";
    }
    if (d.nature == Nature::kPerson && !tree.is_indefinite(t) && !is_former(t) &&
        d.entities.size() == 1 && fill_holder(Office::kNone, std::string(noun), d.entities[0]))
      d.entities[0].resolved_by = "office";
    d.why = "noun that stands for its owner, found by " + owners.link;
    return d;
  }
  const auto w = tree.lower(t);
  const bool pronoun_like = w == "both" || w == "two" || w == "three" || w == "others";
  if ((is_class(noun, kRefersBack) && !tree.is_indefinite(t)) || pronoun_like) {
    d.anaphoric = true;
    d.kind = is_class(noun, kCompanyNoun) ? MentionKind::kActor : MentionKind::kOpen;
    d.why = "refers back";
    return d;
  }
  d.kind = MentionKind::kThing;
  d.nature = Nature::kThing;
  d.why = "names no actor";
  return d;
}

// "the Kenyan city of Mombasa", "the province of Herat": a place.
Description PhraseResolver::describe_district(std::uint32_t t) const {
  const PhraseTree& tree = view_.tree();
  Description d;
  d.kind = MentionKind::kPlace;
  d.nature = Nature::kPlace;
  d.nouns = {std::string(tree.noun(t))};
  d.why = "place with its kind";
  Owners owners;
  if (auto name = tree.prep_object(t, "of"); name && other_(*name).kind == MentionKind::kPlace)
    add_owner(*name, owners);
  if (owners.entities.empty()) add_modifier_owners(t, 0, owners);
  for (const Entity& e : owners.entities) {
    d.entities.push_back(owner_part(e));
    d.entities.back().sectors.clear();
    d.entities.back().resolved_by = "place";
  }
  return d;
}

// "his Chinese counterpart": the office that "his" person holds, in China.
Description PhraseResolver::describe_counterpart(std::uint32_t t) const {
  const PhraseTree& tree = view_.tree();
  Description d;
  d.kind = MentionKind::kActor;
  d.plural = tree.is_plural(t);
  d.nature = d.plural ? Nature::kPeople : Nature::kPerson;
  d.nouns = {"counterpart"};
  d.why = "counterpart";
  Owners owners;
  add_modifier_owners(t, 0, owners);
  for (std::string_view word : {"of", "from", "in"})
    if (auto object = tree.prep_object(t, word); object && owners.entities.empty()) {
      add_owner(*object, owners);
      add_conjuncts(*object, owners);
    }
  d.entities = std::move(owners.entities);
  const auto possessor = tree.child(t, Dep::kPoss);
  if (possessor) d.office = other_(*possessor).office;
  for (Entity& e : d.entities) {
    e.sectors = {"GOV"};
    e.resolved_by = "counterpart";
    if (!d.plural) fill_holder(d.office, "", e);
  }
  name_person(t, d);
  return d;
}

// "dozens of Iraqi soldiers", "some of them", "members of NATO".
Description PhraseResolver::describe_quantity(std::uint32_t t, std::uint32_t object) const {
  Description d = other_(object);
  d.skip = false;
  d.plural = true;
  d.why = "quantity of: " + d.why;
  if (d.kind == MentionKind::kPlace) d.kind = MentionKind::kActor;
  d.nouns.push_back(std::string(view_.tree().noun(t)));
  return d;
}

// A document stands for its authors: possessor, "by", "adopted by", or the
// subject of the verb in "In a statement, X said".
Description PhraseResolver::describe_document(std::uint32_t t) const {
  const PhraseTree& tree = view_.tree();
  Description d;
  d.kind = MentionKind::kThing;
  d.nature = Nature::kDocument;
  d.nouns = {std::string(tree.noun(t))};
  d.why = "document";
  Owners authors;
  auto take = [&](std::optional<std::uint32_t> token) {
    if (!token || !authors.entities.empty()) return;
    add_owner(*token, authors);
    add_conjuncts(*token, authors);
  };
  take(tree.child(t, Dep::kPoss));
  take(tree.prep_object(t, "by"));
  take(tree.prep_object(t, "from"));
  for (auto c : tree.children(t)) {
    if (tree.dep(c) != Dep::kAcl) continue;
    if (auto by = tree.child(c, Dep::kAgent)) take(tree.child(*by, Dep::kPobj));
  }
  if (authors.entities.empty() && tree.dep(t) == Dep::kPobj && tree.lower(tree.head(t)) == "in") {
    const auto verb = tree.head(tree.head(t));
    take(tree.child(verb, Dep::kNsubj));
  }
  // "the Paris agreement" is not by Paris.
  const bool named_after = std::ranges::any_of(tree.children(t), [&](std::uint32_t c) {
    const NameUse* name = view_.name_at(c);
    return name != nullptr &&
           (name->best().form == NameForm::kCapital || name->best().kind == NameKind::kCity);
  });
  if (authors.entities.empty() && !named_after) add_modifier_owners(t, 0, authors);
  d.entities = std::move(authors.entities);
  for (Entity& e : d.entities) e.resolved_by = "document";
  d.anaphoric = d.entities.empty() && tree.is_definite(t);
  return d;
}

}  // namespace entente
