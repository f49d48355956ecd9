// A name is looked up as a whole ("NATO", "Angela Merkel", "Japan"); else its
// bracket names the country and its head the role ("Police (India)"); else its
// first and last word may name a person.  When one
// name stands for things in several countries, it says nothing.  The country
// that the source gives always wins over what the name says.
//
// Gets wrong: a namesake of a politician that the source puts in no country.
#include "exchange/actor_names.h"

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr std::array<std::string_view, 7> kKinds = {"UNO", "EUR", "IGO", "NGO",
                                                    "ISM", "IMG", "MNC"};

// Bounds what is remembered of a file of a million different names.
constexpr std::size_t kMaxRemembered = 1 << 18;

bool is_code(std::string_view text) {
  return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "Police (India)": the words before the bracket, and those in it.
std::optional<std::pair<std::string_view, std::string_view>> split_bracket(std::string_view name) {
  const std::size_t open = name.rfind(" (");
  if (!name.ends_with(')') || open == std::string_view::npos) return std::nullopt;
  return std::pair(name.substr(0, open), name.substr(open + 2, name.size() - open - 3));
}

bool is_whole_name(const Candidate& candidate) {
  return candidate.form == NameForm::kName || candidate.form == NameForm::kAlias;
}

bool names_actor(const Candidate& candidate) {
  switch (candidate.kind) {
    case NameKind::kState:
    case NameKind::kForce:
    case NameKind::kOrganisation:
    case NameKind::kGroup:
    case NameKind::kPerson:
      return is_whole_name(candidate);
    default:
      return false;
  }
}

}  // namespace

const std::string& ActorNames::country_code(std::string_view text) {
  const auto found = countries_.find(text);
  if (found != countries_.end()) return found->second;
  if (countries_.size() > kMaxRemembered) countries_.clear();
  return countries_.emplace(text, find_country_code(text)).first->second;
}

std::string ActorNames::find_country_code(std::string_view text) const {
  if (text.empty()) return "";
  if (const auto code = vocabulary_.find_country("name", text); !code.empty()) {
    return std::string(code);
  }
  if (is_code(text)) {
    if (const auto code = vocabulary_.find_country("cameo", text); !code.empty()) {
      return std::string(code);
    }
    if (std::ranges::find(kKinds, text) != kKinds.end()) return std::string(text);
    if (const auto state = knowledge_.state(text)) return std::string(state->code);
  }
  std::string code;
  for (const Candidate& candidate : knowledge_.find_phrase(text)) {
    if (candidate.kind != NameKind::kState || !is_whole_name(candidate)) continue;
    if (!code.empty() && code != candidate.code) return "";
    code = candidate.code;
  }
  return code;
}

Entity ActorNames::resolve(std::string_view name, std::string_view country,
                           std::vector<std::string> sectors) {
  Entity entity;
  const Known& known = this->known(name);
  const std::string& given = country_code(country);
  entity.code = given.empty() ? known.code : given;
  entity.name = known.name.empty() ? std::string(name) : known.name;
  entity.text = name;
  entity.resolved_by = "import";
  if (known.person) entity.person = Person{std::string(name), ""};
  const bool agrees = entity.code == known.code;
  const bool state = is_code(entity.code) && std::ranges::find(kKinds, entity.code) == kKinds.end();
  if (agrees && !known.id.empty()) {
    entity.id = known.id;
  } else if (state) {
    entity.id = entity.code;
  }
  if (!agrees) entity.name = name;
  entity.sectors = std::move(sectors);
  if (entity.sectors.empty() && agrees) entity.sectors = known.sectors;
  return entity;
}

std::vector<std::string> ActorNames::sectors(std::string_view scheme,
                                             const std::vector<std::string_view>& words) const {
  std::vector<const SectorRank*> found;
  for (const std::string_view word : words) {
    const SectorRank* sector = vocabulary_.find_sector(scheme, word);
    if (sector != nullptr) found.push_back(sector);
  }
  std::ranges::stable_sort(found, {}, &SectorRank::rank);
  std::vector<std::string> sectors;
  for (const SectorRank* sector : found) {
    if (std::ranges::find(sectors, sector->sector) == sectors.end()) {
      sectors.push_back(sector->sector);
    }
  }
  return sectors;
}

const ActorNames::Known& ActorNames::known(std::string_view name) {
  const auto found = names_.find(name);
  if (found != names_.end()) return found->second;
  if (names_.size() > kMaxRemembered) names_.clear();
  return names_.emplace(name, look_up(name)).first->second;
}

// Nothing when the name stands for things of several countries.
ActorNames::Known ActorNames::find_whole(std::string_view name) const {
  Known known;
  const std::string_view listed = vocabulary_.find_country("name", name);
  for (const Candidate& candidate : knowledge_.find_phrase(name)) {
    if (!names_actor(candidate) || (!listed.empty() && candidate.code != listed)) continue;
    if (known.name.empty()) {
      known = {std::string(candidate.id), std::string(candidate.code), std::string(candidate.name),
               candidate.sectors.strings(), candidate.kind == NameKind::kPerson};
    } else if (candidate.code != known.code) {
      return {};
    }
  }
  if (known.name.empty() && !listed.empty()) {
    known.code = listed;
    known.sectors = {"GOV"};
  }
  return known;
}

ActorNames::Known ActorNames::look_up(std::string_view name) const {
  Known known = find_whole(name);
  if (!known.code.empty() || !known.id.empty()) return known;
  if (const auto parts = split_bracket(name)) {
    known = find_whole(parts->second);
    const std::string code = find_country_code(parts->second);
    if (!code.empty()) known.code = code;
    known.name.clear();
    known.person = false;
    known.sectors.clear();
    add_role(parts->first, known);
    return known;
  }
  // "Dmitry Anatolyevich Medvedev": the tables have first and last name.
  const std::size_t first = name.find(' ');
  const std::size_t last = name.rfind(' ');
  if (first == last) return known;
  Known person = find_whole(std::string(name.substr(0, first)) + std::string(name.substr(last)));
  return person.person ? person : known;
}

void ActorNames::add_role(std::string_view words, Known& known) const {
  for (const Candidate& candidate : knowledge_.find_phrase(words)) {
    if (candidate.kind != NameKind::kRole) continue;
    known.sectors = candidate.sectors.strings();
    return;
  }
}

}  // namespace entente
