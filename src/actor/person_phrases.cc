// Persons: names that the tables know, names that they do not, and the titles,
// appositions and copulas that say who somebody is.
//
// The text outweighs the tables: "Mayor John Biden of Dayton" is a mayor, and
// "former president X" ELI even while the tables still have X in office.
// A surname alone is somebody in the tables only when one reading fits.
//
// Wrong for two office holders of one surname whose countries are both in the
// text and who are not told apart there.
// Cost: O(modifiers) a phrase.
#include <algorithm>
#include <array>

#include "actor/noun_classes.h"
#include "actor/phrase_resolver.h"

namespace entente {
namespace {

bool is_main_office(Office office) {
  return office == Office::kHeadOfState || office == Office::kHeadOfGovernment ||
         office == Office::kForeignMinister || office == Office::kDefenceMinister ||
         office == Office::kSecretaryGeneral || office == Office::kOppositionLeader;
}

// Heads of state and government and the like, of the day or of the dozen years
// before, need no introduction.
bool is_famous(const OfficeOnDay& office, Date date) {
  constexpr std::int32_t kRemembered = 12 * 365;
  if (!is_main_office(office.term.office) || office.future) return false;
  return office.current || office.term.period.last > date.epoch_day() - kRemembered;
}

// "Mayor Johnson" and "Professor Putin" are others.
bool title_allows(const Description& d) {
  constexpr std::array<std::string_view, 16> kHigh = {
      "president", "minister", "premier", "chancellor", "secretary", "leader",  "king",    "queen",
      "sultan",    "emir",     "sheikh",  "ayatollah",  "general",   "colonel", "marshal", "pope"};
  return d.nouns.empty() || std::ranges::find(kHigh, d.nouns[0]) != kHigh.end();
}

std::string last_word(std::string_view name) {
  const auto blank = name.find_last_of(' ');
  return std::string(blank == std::string_view::npos ? name : name.substr(blank + 1));
}

bool is_capital_letter(std::string_view text) {
  return !text.empty() && ((text[0] >= 'A' && text[0] <= 'Z') || (text[0] & 0x80) != 0);
}

// The person in office, or ELI when it is over.
Entity entity_in_office(const OfficeOnDay& office, const Knowledge& knowledge) {
  const Term& term = office.term;
  Entity e;
  e.id = term.country;
  e.code = term.country;
  e.name = term.country;
  if (auto state = knowledge.state(term.country)) {
    e.id = state->code;
    e.code = state->code;
    e.name = state->name;
  } else if (auto body = knowledge.organisation(term.country)) {
    e.code = body->code;
    e.name = body->name;
  }
  e.sectors = term.sectors.strings();
  if (e.sectors.empty() && e.id.size() == 3) e.sectors = {"GOV"};
  if (!office.current)
    e.sectors = office.future ? std::vector<std::string>{} : std::vector<std::string>{"ELI"};
  e.person = Person{std::string(term.name), office_text(term.title, e.name)};
  e.resolved_by = "person";
  e.row = term.row.to_string();
  return e;
}

}  // namespace

Description PhraseResolver::describe_person(std::uint32_t t, const NameUse& name) const {
  Description d;
  d.kind = MentionKind::kActor;
  d.nature = Nature::kPerson;
  take_titles(t, d);
  const bool told = !d.entities.empty() && !d.entities[0].id.empty();
  std::optional<OfficeOnDay> chosen;
  for (const Candidate& candidate : name.candidates) {
    if (candidate.kind != NameKind::kPerson) continue;
    auto office = knowledge_.office_on(candidate.entry, date_);
    if (!office) continue;
    const auto state = knowledge_.state(office->term.country);
    const std::string_view id = state ? state->code : office->term.country;
    if (told && id != d.entities[0].id) continue;
    // The tables may have one person twice, once for each state: who is in office counts.
    if (!chosen || (office->current && !chosen->current)) chosen = office;
  }
  const std::string full(name.best().name);
  d.surname = last_word(view_.analysis().token_text(name.tokens.last - 1));
  if (!chosen) {
    // A namesake, or the tables are silent: what the text says stands.
    if (d.entities.empty()) d.entities.emplace_back();
    d.entities[0].person = Person{full, ""};
    if (d.entities[0].resolved_by.empty()) d.entities[0].resolved_by = "person";
    d.why = "person of the tables, office by the text";
    return d;
  }
  if (!chosen->current && d.office != Office::kNone && !is_former(t))
    if (auto told_term = term_with_office(chosen->term.person, d.office))
      chosen = OfficeOnDay{*told_term, true, false};
  Entity e = entity_in_office(*chosen, knowledge_);
  d.office = chosen->current ? chosen->term.office : Office::kNone;
  const bool then = told && view_.tree().phrase(t).first < t &&
                    view_.tree().lower(view_.tree().phrase(t).first) == "then";
  const bool told_role = !d.entities.empty() && !d.entities[0].sectors.empty();
  if (is_former(t))
    e.sectors = {"ELI"};
  else if ((then && told) || (!chosen->current && told_role))
    e.sectors = d.entities[0].sectors;
  else if (told_role && d.entities[0].sectors[0] == "GOV" && !e.sectors.empty() &&
           e.sectors[0] == "PTY")
    e.sectors = {"GOV", "PTY"};  // the party's head leads the state
  d.entities = {std::move(e)};
  d.why = "full name of a person in the tables";
  return d;
}

// The last term of the person in that office.
std::optional<Term> PhraseResolver::term_with_office(EntryId person, Office office) const {
  std::optional<Term> found;
  for (const Term& term : knowledge_.terms(person))
    if (term.office == office) found = term;
  return found;
}

// Adds what titles, an apposition or a copula say about the person that t names.
void PhraseResolver::take_titles(std::uint32_t t, Description& d) const {
  const PhraseTree& tree = view_.tree();
  for (auto c : tree.children(t)) {
    const Dep label = tree.dep(c);
    const bool title = label == Dep::kCompound || label == Dep::kNmod || label == Dep::kAmod;
    const NameUse* role = view_.role_at(c);
    if (title && is_class(tree.lower(c), kFemaleNoun)) d.gender = Gender::kFemale;
    if (title && is_class(tree.lower(c), kMaleNoun)) d.gender = Gender::kMale;
    const bool post = (role != nullptr && role->head == c) ||
                      (view_.name_at(c) == nullptr && is_class(tree.noun(c), kPortfolioNoun));
    if (post && (title || label == Dep::kAppos)) take_role(c, d);
  }
  if (d.nouns.empty() && tree.dep(t) == Dep::kAppos) {
    const NameUse* role = view_.role_at(tree.head(t));
    if (role != nullptr && role->head == tree.head(t)) take_role(tree.head(t), d);
  }
  if (d.nouns.empty() && tree.dep(t) == Dep::kNsubj && tree.token(tree.head(t)).lemma == "be")
    if (auto attribute = tree.child(tree.head(t), Dep::kAttr)) {
      const NameUse* role = view_.role_at(*attribute);
      if (role != nullptr && role->head == *attribute) take_role(*attribute, d);
    }
  if (d.entities.empty() || d.entities[0].id.empty()) {
    Owners owners = owners_of(t, view_.name_at(t) == nullptr);
    if (!owners.entities.empty()) {
      const auto sectors = d.entities.empty() ? std::vector<std::string>{} : d.entities[0].sectors;
      d.entities = {owner_part(owners.entities[0])};
      d.entities[0].sectors = sectors;
      d.entities[0].resolved_by = "role";
    }
  }
  if (is_former(t))
    for (Entity& e : d.entities) e.sectors = {"ELI"};
}

// Takes the role at token `t` over to the person that it describes.
void PhraseResolver::take_role(std::uint32_t t, Description& d) const {
  const Description& role = other_(t);
  if (role.entities.empty() || (!d.entities.empty() && !d.entities[0].id.empty())) return;
  d.nouns.insert(d.nouns.end(), role.nouns.begin(), role.nouns.end());
  if (d.gender == Gender::kUnknown) d.gender = role.gender;
  d.office = role.office;
  d.entities = {owner_part(role.entities[0])};
  d.entities[0].resolved_by = view_.tree().dep(t) == Dep::kAppos ? "apposition" : "role";
}

// "the foreign minister, Javad Zarif": the role's person is named behind it.
bool PhraseResolver::name_person(std::uint32_t t, Description& d) const {
  const PhraseTree& tree = view_.tree();
  const auto child = tree.child(t, Dep::kAppos);
  if (!child || d.entities.empty()) return false;
  const NameUse* name = view_.name_at(*child);
  const bool known = name != nullptr && name->best().kind == NameKind::kPerson;
  if (!known && !(name == nullptr && tree.token(*child).entity_type == EntityType::kPerson))
    return false;
  const std::string full = known ? std::string(name->best().name) : person_text(*child);
  Entity& e = d.entities[0];
  if (!e.person || e.person->name != full) {
    std::string office;
    if (known)
      if (auto term = knowledge_.office_on(name->best().entry, date_);
          term && (term->term.country == e.id || e.id.empty())) {
        if (e.id.empty()) e = entity_in_office(*term, knowledge_);
        office = office_text(term->term.title, e.name);
      }
    e.person = Person{full, office};
  }
  if (e.resolved_by != "office") e.resolved_by = "apposition";
  d.surname = last_word(full);
  d.why = "role and name in apposition";
  return true;
}

// The name as the text writes it, without titles.
std::string PhraseResolver::person_text(std::uint32_t t) const {
  const PhraseTree& tree = view_.tree();
  auto first = t;
  while (first > 0 && t - first < 8) {
    const auto before = first - 1;
    const Token& token = tree.token(before);
    const bool hyphen = tree.lower(before) == "-" && token.entity_type == EntityType::kPerson;
    if (!hyphen && (token.pos != Pos::kPropn || view_.role_at(before) != nullptr ||
                    is_class(tree.lower(before), kTitleWord | kTimeNoun) ||
                    view_.name_at(before) != nullptr || tree.sentence(before) != tree.sentence(t)))
      break;
    first = before;
  }
  return std::string(view_.analysis().span_text(view_.analysis().span({first, t + 1})));
}

namespace {

// "Joseph R. Biden" -> "Joseph Biden"; "" when there is no initial in the middle.
std::string without_initials(std::string_view name) {
  std::string out;
  std::size_t dropped = 0;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, end - at);
    const bool initial = word.size() == 2 && word[1] == '.' && at > 0 && end < name.size();
    if (initial)
      ++dropped;
    else
      out += (out.empty() ? "" : " ") + std::string(word);
    at = end + 1;
  }
  return dropped == 0 ? std::string() : out;
}

}  // namespace

Description PhraseResolver::describe_unknown_person(std::uint32_t t) const {
  Description d;
  d.kind = MentionKind::kActor;
  d.nature = Nature::kPerson;
  const std::string full = person_text(t);
  if (const std::string plain = without_initials(full); !plain.empty()) {
    NameUse use{view_.tree().phrase(t), t, false, knowledge_.find_phrase(plain)};
    std::erase_if(use.candidates, [](const Candidate& c) { return c.kind != NameKind::kPerson; });
    use.tokens.last = t + 1;
    if (!use.candidates.empty()) return describe_person(t, use);
  }
  const auto is_thing = [&](std::uint32_t c) {
    return is_class(view_.tree().lower(c), kThingNoun);
  };
  if (std::ranges::any_of(view_.tree().children(t), is_thing)) {  // "Typhoon Haiyan"
    d.kind = MentionKind::kThing;
    d.nature = Nature::kThing;
    d.why = "name of a thing";
    return d;
  }
  take_titles(t, d);
  d.surname = last_word(full);
  if (d.entities.empty()) d.entities.emplace_back();
  d.entities[0].person = Person{full, ""};
  if (d.entities[0].resolved_by.empty()) d.entities[0].resolved_by = "unknown";
  d.anaphoric = true;  // the document or the tables may know the surname
  d.why = "name of a person that no table has";
  return d;
}

namespace {

// Of the persons who share a surname the one that is meant: first those whose
// country the text names (`mentioned`), else the famous; nothing when two are left.
class SurnameChoice {
 public:
  explicit SurnameChoice(Date date) : date_(date) {}

  // False: two readings.
  bool offer(const OfficeOnDay& office, bool here) {
    if (!chosen_ || (here && !chosen_here_)) {
      chosen_ = office;
      chosen_here_ = here;
      return true;
    }
    const bool rival = here == chosen_here_ && office.term.country != chosen_->term.country;
    return !(rival && (is_famous(office, date_) || !is_famous(*chosen_, date_)));
  }
  const std::optional<OfficeOnDay>& chosen() const { return chosen_; }

 private:
  Date date_;
  std::optional<OfficeOnDay> chosen_;
  bool chosen_here_ = false;
};

}  // namespace

bool PhraseResolver::name_by_surname(Description& d,
                                     const std::function<bool(std::string_view)>& mentioned) const {
  // "Brian Mulroney" is the Mulroney whose full name has a Brian in it.
  std::string first_name;
  if (!d.entities.empty() && d.entities[0].person)
    if (const auto blank = d.entities[0].person->name.find(' '); blank != std::string::npos)
      first_name = d.entities[0].person->name.substr(0, blank);
  if (d.surname.size() < 2 || !is_capital_letter(d.surname)) return false;
  const std::string told = d.entities.empty() ? "" : d.entities[0].id;
  SurnameChoice choice(date_);
  for (const OfficeOnDay& office : knowledge_.persons_by_surname(d.surname, date_)) {
    const auto state = knowledge_.state(office.term.country);
    const std::string_view id = state ? state->code : office.term.country;
    if (!told.empty() && id != told) continue;
    if (office.term.name.find(first_name) == std::string_view::npos) continue;
    const bool here = !told.empty() || mentioned(id);
    if (!here && !(is_famous(office, date_) && title_allows(d))) continue;
    if (!choice.offer(office, here)) return false;
  }
  const auto& chosen = choice.chosen();
  if (!chosen) return false;
  const Gender gender = d.gender;
  Entity e = entity_in_office(*chosen, knowledge_);
  const bool former =
      !d.entities.empty() && d.entities[0].sectors == std::vector<std::string>{"ELI"};
  if (former) e.sectors = {"ELI"};
  d.entities = {std::move(e)};
  d.office = chosen->current ? chosen->term.office : Office::kNone;
  d.gender = gender;
  d.why = "surname of a person in the tables";
  return true;
}

std::optional<Entity> find_famous(std::string_view surname, const Knowledge& knowledge, Date date) {
  if (surname.size() < 2 || !is_capital_letter(surname)) return std::nullopt;
  SurnameChoice choice(date);
  for (const OfficeOnDay& office : knowledge.persons_by_surname(surname, date))
    if (is_famous(office, date) && !choice.offer(office, false)) return std::nullopt;
  if (!choice.chosen()) return std::nullopt;
  return entity_in_office(*choice.chosen(), knowledge);
}

}  // namespace entente
