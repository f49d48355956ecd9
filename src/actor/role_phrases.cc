// Roles and whose they are: "Iran's foreign minister", "the presidents of
// Egypt and Sudan", "French and German ministers", "police in Nairobi".
//
// The owner is looked for in the order modifiers, possessor, "of", "for",
// then the place ("in", "from", "at").  An office with one owner and one
// holder that day gets the person: "the German chancellor" on 2015-03-01 is
// DEU GOV, Angela Merkel.  A plural head with several owners stands for all.
//
// Wrong for "the French and German minister" of one shared post.
// Cost: O(modifiers + prepositions) a phrase.
#include <algorithm>
#include <array>
#include <cctype>
#include <span>

#include "actor/noun_classes.h"
#include "actor/phrase_resolver.h"

namespace entente {
namespace {

constexpr unsigned kMaxRoleDepth = 4;
constexpr std::size_t kMaxOwners = 12;

bool is_igo_code(std::string_view code) { return code == "UNO" || code == "EUR" || code == "IGO"; }

// The state behind a code, as the owner of a role.
bool is_state(const Entity& e) {
  return e.id.size() == 3 && e.id == e.code && !is_igo_code(e.code);
}

bool speaks_for_owner(std::string_view noun) {
  return is_class(noun, kLeadsNoun | kLeaderNoun) &&
         !is_class(noun, kForceNoun | kGovernmentNoun | kPeopleNoun);
}

// Whether the singular of a role is one person: "trucker" is, "bank" is not.
bool is_person_role(std::string_view noun) {
  if (is_class(noun, kPersonNoun | kOfficeNoun | kFemaleNoun | kMaleNoun | kLeaderNoun))
    return true;
  constexpr std::array<std::string_view, 13> kEndings = {
      "er", "or", "ist", "man", "ian", "ant", "ee", "yst", "eer", "ic", "ent", "ard", "ier"};
  constexpr std::array<std::string_view, 12> kNot = {
      "tanker",  "destroyer",  "bomber",     "carrier", "cruiser",   "helicopter",
      "trawler", "parliament", "government", "clinic",  "automaker", "centre"};
  if (std::ranges::find(kNot, noun) != kNot.end()) return false;
  return std::ranges::any_of(kEndings, [&](std::string_view e) { return noun.ends_with(e); });
}

Nature nature_of_role(std::string_view noun, bool plural) {
  if (is_class(noun, kBodyNoun | kGovernmentNoun | kAllianceNoun | kCompanyNoun) &&
      !is_class(noun, kOfficeNoun))
    return Nature::kOrganisation;
  if (is_class(noun, kForceNoun | kGroupNoun)) return Nature::kGroup;
  if (plural) return Nature::kPeople;
  return is_person_role(noun) ? Nature::kPerson : Nature::kOrganisation;
}

// "president" is not the title of a queen, "prime minister" not of a president.
bool title_fits(std::string_view wanted, std::string_view held) {
  std::string lower(held);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) {
    return static_cast<char>(c < 0x80 ? std::tolower(c) : c);
  });
  constexpr std::array<std::string_view, 7> kMonarchs = {"king",   "queen",   "emperor", "emir",
                                                         "sultan", "monarch", "pope"};
  const bool president = lower.find("president") != std::string::npos;
  if (wanted.find("president") != std::string_view::npos) return president;
  if (wanted.find("prime minister") != std::string_view::npos || wanted == "premier")
    return !president || lower.find("government") != std::string::npos;
  for (std::string_view m : kMonarchs)
    if (wanted == m) return !president && lower.find("minister") == std::string::npos;
  return true;
}

std::string role_words(const PhraseTree& tree, TokenRange range) {
  std::string words;
  for (auto i = range.first; i < range.last; ++i) {
    if (!words.empty()) words += ' ';
    words += i + 1 == range.last ? tree.noun(i) : tree.lower(i);
  }
  return words;
}

}  // namespace

// The key of the state that a mention names: SUN of "Soviet", whose code is RUS.
std::string PhraseResolver::key_of(const Entity& owner) const {
  const auto state = knowledge_.state(owner.id);
  if (!state || state->name == owner.name) return owner.id;
  for (const Candidate& c : knowledge_.find_phrase(owner.name))
    if (c.kind == NameKind::kState && c.code == owner.code && c.name == owner.name)
      return std::string(c.key);
  return owner.id;
}

// "NATO chief", "the head of the IAEA", "the president of the European Commission".
std::optional<Term> PhraseResolver::holder_of_body(Office office, const std::string& title,
                                                   const Entity& owner) const {
  if (auto term = knowledge_.holder_of_title(title + " of " + owner.name, owner.id, date_))
    return term;
  if (office != Office::kNone && office != Office::kOther)
    if (auto term = knowledge_.holder(office, owner.id, date_);
        term && title_fits(title, term->title))
      return term;
  constexpr std::array<std::string_view, 6> kHeads = {"head",   "chief",    "director",
                                                      "leader", "chairman", "boss"};
  if (std::ranges::find(kHeads, title) == kHeads.end() || owner.code == "EUR") return std::nullopt;
  if (auto term = knowledge_.holder(Office::kSecretaryGeneral, owner.id, date_)) return term;
  for (std::string_view word : {"leader", "Secretary-General", "chairman"})
    if (auto term = knowledge_.holder_of_title(word, owner.id, date_)) return term;
  return std::nullopt;
}

// "president" of Iran is not the head of state: the other of the two main
// offices, then the words of the title, when the first does not fit.
std::optional<Term> PhraseResolver::holder_of_state(Office office, const std::string& title,
                                                    const Entity& owner) const {
  const std::string key = key_of(owner);
  const auto fitting = [&](std::optional<Term> term) {
    return term && title_fits(title, term->title) ? term : std::nullopt;
  };
  if (office != Office::kNone && office != Office::kOther) {
    if (auto term = fitting(knowledge_.holder(office, key, date_))) return term;
    if (office == Office::kHeadOfState)
      if (auto term = fitting(knowledge_.holder(Office::kHeadOfGovernment, key, date_)))
        return term;
  }
  return title.empty() ? std::nullopt : fitting(knowledge_.holder_of_title(title, key, date_));
}

bool PhraseResolver::fill_holder(Office office, const std::string& title, Entity& owner) const {
  if (owner.id.empty()) return false;
  const auto term = is_state(owner) ? holder_of_state(office, title, owner)
                                    : holder_of_body(office, title, owner);
  if (!term) return false;
  owner.person = Person{std::string(term->name), office_text(term->title, owner.name)};
  owner.row = term->row.to_string();
  return true;
}

Description PhraseResolver::describe_role(std::uint32_t t, const NameUse& role) const {
  const PhraseTree& tree = view_.tree();
  const std::string_view noun = tree.noun(t);
  const Candidate& candidate = role.best();
  Description d;
  d.kind = MentionKind::kActor;
  d.plural = tree.is_plural(t);
  d.nouns = {std::string(noun)};
  d.office = candidate.office;
  d.title = role_words(tree, role.tokens);
  if (d.title != noun) d.nouns.push_back(d.title);
  if (is_class(noun, kFemaleNoun)) d.gender = Gender::kFemale;
  if (is_class(noun, kMaleNoun)) d.gender = Gender::kMale;
  d.nature = nature_of_role(noun, d.plural);

  if (is_no_role(t)) {
    d.kind = MentionKind::kThing;
    d.nature = Nature::kThing;
    d.why = "role word in another sense";
    return d;
  }
  // "a group of lawmakers": what counts is behind "of".
  if (is_class(noun, kQuantityNoun) && !is_class(noun, kLeadsNoun))
    if (auto object = tree.prep_object(t, "of")) return describe_quantity(t, *object);

  Owners owners = owners_of(t, true);
  d.entities = entities_of_role(candidate, owners, noun);
  take_modifier_role(t, d);
  const bool former = is_former(t);
  if (former)
    for (Entity& e : d.entities) e.sectors = {"ELI"};
  // One office, one owner, one holder.
  const bool one_holder = !former && !d.plural && !tree.is_indefinite(t);
  if (d.plural && d.entities.size() > 1 && !former) {
    for (Entity& e : d.entities)
      if (fill_holder(candidate.office, "", e)) e.resolved_by = "office";
  } else if (one_holder && d.entities.size() == 1 && owners.link != "place") {
    const bool office = candidate.office != Office::kNone || is_class(noun, kOfficeNoun);
    if (office && fill_holder(candidate.office, d.title, d.entities[0]))
      d.entities[0].resolved_by = "office";
  }
  if (d.nature == Nature::kPerson && name_person(t, d)) return d;
  if ((owners.link.empty() || d.plural) && d.nature != Nature::kPerson && name_body(t, d)) return d;
  d.why = "role \"" + d.title + "\"" + (owners.link.empty() ? "" : ", owner by " + owners.link) +
          (former ? ", former" : "");
  d.anaphoric = owners.link.empty() && !tree.is_indefinite(t);
  d.owner_unknown = d.anaphoric && has_unknown_owner(t);
  return d;
}

// "a bombing campaign", "bring to justice", "the province of X".
bool PhraseResolver::is_no_role(std::uint32_t t) const {
  const PhraseTree& tree = view_.tree();
  const auto noun = tree.noun(t);
  // "Syrian intelligence" is a service, "bring to justice" nobody.
  const bool owned = std::ranges::any_of(
      tree.children(t), [&](std::uint32_t c) { return view_.name_at(c) != nullptr; });
  if (noun == "justice" || noun == "intelligence" || noun == "market" || noun == "press")
    return !owned && !tree.is_definite(t) && tree.dep(t) != Dep::kCompound &&
           !tree.child(t, Dep::kCompound);
  if (noun == "campaign")
    return std::ranges::none_of(tree.children(t), [&](std::uint32_t c) {
      const auto w = tree.lower(c);
      return w == "election" || w == "reelection" || w == "presidential" || w == "electoral" ||
             view_.name_at(c) != nullptr;
    });
  return noun == "province";
}

// "union officials" LAB, "bank chief" BUS: who speaks for others has their sector.
// "White House chief of staff" GOV.
void PhraseResolver::take_modifier_role(std::uint32_t t, Description& d) const {
  const PhraseTree& tree = view_.tree();
  if (d.title == "chief of staff")
    for (Entity& e : d.entities)
      if (auto c = tree.child(t, Dep::kCompound);
          c && view_.name_at(*c) != nullptr && view_.name_at(*c)->best().form == NameForm::kMetonym)
        e.sectors = {"GOV"};
  if (!speaks_for_owner(tree.noun(t))) return;
  for (auto c : tree.children(t)) {
    const NameUse* role = view_.role_at(c);
    if (tree.dep(c) != Dep::kCompound || role == nullptr || role->head != c) continue;
    if (role == view_.role_at(t) || role->best().sectors.empty()) continue;
    for (Entity& e : d.entities) e.sectors = role->best().sectors.strings();
  }
}

// The sectors of the bare noun, those of offices aside.
std::vector<std::string> PhraseResolver::sectors_of_noun(std::string_view noun) const {
  for (const Candidate& c : knowledge_.find_phrase(noun)) {
    if (c.kind != NameKind::kRole || c.sectors.empty()) continue;
    const std::string_view first = *c.sectors.begin();
    if (first != "GOV" && first != "IGO" && first != "NGO") return c.sectors.strings();
  }
  return {};
}

// The persons or bodies: one for each owner, with the role's sectors.
std::vector<Entity> PhraseResolver::entities_of_role(const Candidate& role, const Owners& owners,
                                                     std::string_view noun) const {
  std::vector<std::string> sectors;
  std::string code;  // roles.tsv knows two codes that are no sectors
  for (std::string_view s : role.sectors) {
    if (s == "IGO" || s == "NGO")
      code = s;
    else
      sectors.emplace_back(s);
  }
  std::vector<Entity> out;
  for (const Entity& owner : owners.entities) {
    Entity e = owner_part(owner);
    const bool inherit = speaks_for_owner(noun) && !owner.sectors.empty() &&
                         owner.sectors[0] != "GOV" && owner.sectors[0] != "CVL";
    if (inherit) {
      // "a Taliban spokesman" is REB, not GOV.
    } else if (sectors.empty() && !code.empty()) {
      e.sectors = sectors_of_noun(noun);  // "NATO troops" stands in roles.tsv as IGO
    } else if (is_state(owner) || (!sectors.empty() && sectors[0] != "GOV")) {
      e.sectors = sectors;
    } else if (!is_state(owner)) {
      e.sectors.clear();
    }
    e.resolved_by = "role";
    out.push_back(std::move(e));
  }
  if (out.empty()) {
    Entity e;
    e.code = code;
    e.sectors = sectors;
    e.resolved_by = "role";
    e.row = role.row.to_string();
    out.push_back(std::move(e));
  }
  return out;
}

// `places`: whether "in Kenya" may say whose a role is.
PhraseResolver::Owners PhraseResolver::owners_of(std::uint32_t t, bool places) const {
  const PhraseTree& tree = view_.tree();
  Owners owners;
  add_modifier_owners(t, 0, owners);
  if (!owners.entities.empty()) {
    owners.link = "demonym";
    return owners;
  }
  if (auto possessor = tree.child(t, Dep::kPoss); possessor && add_owner(*possessor, owners)) {
    add_conjuncts(*possessor, owners);
    owners.link = "possessor";
    return owners;
  }
  constexpr std::array<std::string_view, 2> kOf = {"of", "for"};
  constexpr std::array<std::string_view, 5> kPlace = {"from", "in", "at", "within", "on"};
  for (std::string_view word : kOf)
    if (auto object = tree.prep_object(t, word); object && add_owner(*object, owners)) {
      add_conjuncts(*object, owners);
      owners.link = "of";
      return owners;
    }
  if (!places) return owners;
  // "met Okello in Osaka" says where, "Okello from Kenya" who.
  const bool named = tree.is_proper(t) && view_.role_at(t) == nullptr;
  for (std::string_view word : named ? std::span(kPlace).first(1) : std::span(kPlace))
    if (auto object = tree.prep_object(t, word); object && add_owner(*object, owners)) {
      owners.link = "place";
      return owners;
    }
  return owners;
}

// A possessor or a capitalised modifier that nothing resolved.
bool PhraseResolver::has_unknown_owner(std::uint32_t t) const {
  const PhraseTree& tree = view_.tree();
  for (auto c : tree.children(t)) {
    if (tree.dep(c) == Dep::kPoss) return true;
    if (tree.dep(c) == Dep::kCompound && tree.token(c).pos == Pos::kPropn &&
        view_.role_at(c) == nullptr && !view_.all_caps(tree.sentence(t)))
      return true;
  }
  const auto object = tree.prep_object(t, "of");
  return object && tree.token(*object).pos == Pos::kPropn;
}

// "French and German", "U.S. Treasury", "Obama" before the noun.
void PhraseResolver::add_modifier_owners(std::uint32_t t, unsigned depth, Owners& owners) const {
  const PhraseTree& tree = view_.tree();
  if (depth > kMaxRoleDepth) return;
  for (auto c : tree.children(t)) {
    const Dep label = tree.dep(c);
    if (label != Dep::kAmod && label != Dep::kCompound && label != Dep::kNmod &&
        !(depth > 0 && label == Dep::kConj))
      continue;
    const NameUse* name = view_.name_at(c);
    if (name != nullptr && is_attribute(*name)) continue;
    // "James" before a surname is no town.
    if (name != nullptr && depth == 0 && tree.token(t).pos == Pos::kPropn &&
        view_.role_at(t) == nullptr &&
        (name->best().kind == NameKind::kCity || name->best().kind == NameKind::kRegion) &&
        tree.token(t).entity_type == EntityType::kPerson)
      continue;
    if (name != nullptr && name->head == c) {
      add_owner(c, owners);
      add_modifier_owners(c, depth + 1, owners);
    } else if (name == nullptr && (label == Dep::kCompound || label == Dep::kNmod)) {
      if (tree.token(c).pos == Pos::kPropn && add_owner(c, owners)) continue;
      add_modifier_owners(c, depth + 1, owners);
    }
    if (owners.entities.size() >= kMaxOwners) return;
  }
}

// Takes what the token names as an owner; false when it names nobody.
bool PhraseResolver::add_owner(std::uint32_t t, Owners& owners) const {
  const Description& other = other_(t);
  if (other.kind == MentionKind::kTime || other.kind == MentionKind::kMedia) return false;
  bool added = false;
  for (const Entity& e : other.entities) {
    if (e.id.empty() || owners.entities.size() >= kMaxOwners) continue;
    Entity owner = owner_part(e);
    if (other.nature == Nature::kPerson || other.nature == Nature::kThing) {
      if (auto state = knowledge_.state(owner.id)) owner.name = state->name;
    }
    const auto same = [&](const Entity& o) { return o.id == owner.id; };
    if (std::ranges::none_of(owners.entities, same)) owners.entities.push_back(std::move(owner));
    added = true;
  }
  return added;
}

void PhraseResolver::add_conjuncts(std::uint32_t t, Owners& owners) const {
  const PhraseTree& tree = view_.tree();
  std::uint32_t at = t;
  for (std::size_t n = 0; n < kMaxOwners; ++n) {
    auto next = tree.child(at, Dep::kConj);
    if (!next) return;
    add_owner(*next, owners);
    at = *next;
  }
}

}  // namespace entente
