// Each name becomes a list of readings (a city, a region, a state), scored by
// size and by what the text says around it; the best one wins if it leads
// clearly, else the place is left open.
//
// Worked example: in "clashes in Tripoli, Lebanon said", the readings of Tripoli
// are LBY (1.1 m people, capital) and LBN (0.2 m); the state behind the comma
// takes LBN.  In "Tripoli said" with Libya elsewhere in the text it is LBY.
// Goes wrong: a small town in a state that the text does not name loses to its
// large namesake.  Cost: linear in names and readings.
#include "place/find_places.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "place/support.h"

namespace entente {
namespace {

constexpr double kClearLead = 0.6;  // of the best reading over the next, in score
constexpr double kSamePlaceDegrees = 0.7;

constexpr std::array<std::string_view, 12> kRegionNouns = {
    "region",     "province", "oblast",     "governorate", "state",  "district",
    "department", "county",   "prefecture", "territory",   "canton", "voivodeship"};
constexpr std::array<std::string_view, 12> kDirections = {
    "eastern",      "western",      "northern",     "southern",   "central",    "northeastern",
    "northwestern", "southeastern", "southwestern", "north-east", "north-west", "coastal"};
constexpr std::array<std::string_view, 7> kEdges = {"border", "frontier", "coast",    "airspace",
                                                    "waters", "soil",     "territory"};
constexpr std::array<std::string_view, 13> kLocatives = {
    "in",   "near", "at",      "from",    "to",     "outside", "around",
    "into", "of",   "towards", "between", "inside", "across"};

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// One place that a name may mean.
struct PlaceReading {
  const Candidate* candidate;
  PlaceInfo info;
  double score;
};

class Finder {
 public:
  Finder(const Analysis& analysis, const Knowledge& knowledge, std::span<const NameMatch> names)
      : analysis_(analysis), knowledge_(knowledge), support_(analysis, names) {
    for (const NameMatch& name : names) {
      if (name.candidates.front().kind != NameKind::kRole) names_.push_back(&name);
    }
  }

  std::vector<Toponym> run() {
    for (std::size_t n = 0; n < names_.size(); ++n) {
      const NameMatch& name = *names_[n];
      if (name.tokens.first < taken_) continue;
      if (add_edge(name)) continue;
      if (names_.size() > n + 1 && add_with_suffix(name, *names_[n + 1])) continue;
      add_plain(name);
    }
    return std::move(out_);
  }

 private:
  std::string word(std::uint32_t token) const {
    if (token >= analysis_.tokens.size()) return {};
    std::string out(analysis_.token_text(token));
    for (char& c : out) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return out;
  }

  void add(TokenRange tokens, std::optional<Location> location) {
    if (location) {
      location->span = analysis_.span(tokens);
      location->text = analysis_.span_text(location->span);
    }
    out_.push_back({tokens, std::move(location)});
    taken_ = tokens.last;
  }

  static Location locate(const PlaceInfo& info) {
    Location out;
    out.name = info.name;
    out.country = info.country;
    out.lat = info.lat;
    out.lon = info.lon;
    out.kind = info.kind == "admin1" ? "region" : info.kind;
    return out;
  }

  // "the Ukrainian border", "Iran's coast", "Syrian airspace".
  bool add_edge(const NameMatch& name) {
    const Candidate* state = state_of(name);
    if (state == nullptr || name.partial) return false;
    std::uint32_t at = name.tokens.last;
    if (word(at) == "'s" || word(at) == "’s" || word(at) == "’") ++at;
    if (contains(kDirections, word(at))) ++at;
    const std::string noun = word(at);
    if (!contains(kEdges, noun)) return false;
    auto info = knowledge_.place(state->entry);
    if (!info) return false;
    Location location = locate(*info);
    location.kind = noun;
    location.name = std::string(state->name) + " " + noun;
    add({name.tokens.first, at + 1}, std::move(location));
    return true;
  }

  static const Candidate* state_of(const NameMatch& name) {
    for (const Candidate& c : name.candidates) {
      if (c.kind == NameKind::kState && c.form != NameForm::kMetonym &&
          c.form != NameForm::kCapital && c.form != NameForm::kDemonym) {
        return &c;
      }
    }
    return nullptr;
  }

  // "Tripoli, Lebanon", "Paris, Texas": the second names where the first lies.
  bool add_with_suffix(const NameMatch& name, const NameMatch& next) {
    if (next.tokens.first != name.tokens.last + 1 || word(name.tokens.last) != ",") return false;
    if (is_person(name)) return false;
    std::optional<PlaceInfo> best;
    for (const Candidate& c : name.candidates) {
      if (c.kind != NameKind::kCity && c.kind != NameKind::kRegion) continue;
      const auto info = knowledge_.place(c.entry);
      if (!info || !lies_in(*info, next)) continue;
      if (!best || info->population > best->population) best = info;
    }
    if (!best) return false;
    add({name.tokens.first, next.tokens.last}, locate(*best));
    return true;
  }

  // Whether the place lies in the state or the region that `where` names.
  bool lies_in(const PlaceInfo& info, const NameMatch& where) const {
    for (const Candidate& c : where.candidates) {
      const bool place_name = c.form == NameForm::kName || c.form == NameForm::kAlias;
      if (!place_name || c.code != info.country || c.code.empty()) continue;
      if (c.kind == NameKind::kState) return true;
      if (c.kind == NameKind::kRegion && c.name == info.admin1) return true;
    }
    return false;
  }

  void add_plain(const NameMatch& name) {
    if (is_person(name) || is_other_name(name)) return;
    TokenRange tokens = name.tokens;
    const bool region = contains(kRegionNouns, word(tokens.last));
    std::vector<PlaceReading> readings = read(name, region);
    if (readings.empty()) return;
    std::stable_sort(
        readings.begin(), readings.end(),
        [](const PlaceReading& a, const PlaceReading& b) { return a.score > b.score; });
    const PlaceReading& best = readings.front();
    if (best.candidate->kind == NameKind::kCity && !is_likely(name, best)) return;
    std::optional<Location> location;
    if (leads(readings)) location = locate(best.info);
    if (region && best.candidate->kind == NameKind::kRegion) ++tokens.last;
    if (tokens.first > taken_ && contains(kDirections, word(tokens.first - 1)) && location &&
        best.candidate->kind != NameKind::kCity) {
      --tokens.first;
      location->name = analysis_.span_text(analysis_.span(tokens));
      location->kind = "region";
    }
    add(tokens, std::move(location));
  }

  // A word that the model takes for a person, or a person that the tables know.
  bool is_person(const NameMatch& name) const {
    if (name.candidates.front().kind == NameKind::kPerson) return true;
    const Token& first = analysis_.tokens[name.tokens.first];
    const Candidate& c = name.candidates.front();
    return first.entity_type == EntityType::kPerson && c.kind != NameKind::kState &&
           !(name.tokens.first > 0 && contains(kLocatives, word(name.tokens.first - 1)));
  }

  // An organisation or a house of government first of all ("Petra", "the White
  // House"), unless the model sees a place.
  bool is_other_name(const NameMatch& name) const {
    const NameKind kind = name.candidates.front().kind;
    if (kind == NameKind::kState && name.candidates.front().form == NameForm::kMetonym) return true;
    if (kind != NameKind::kOrganisation && kind != NameKind::kGroup && kind != NameKind::kForce) {
      return false;
    }
    const EntityType type = analysis_.tokens[name.tokens.first].entity_type;
    return type != EntityType::kGpe && type != EntityType::kLoc;
  }

  std::vector<PlaceReading> read(const NameMatch& name, bool region_follows) const {
    std::vector<PlaceReading> out;
    for (const Candidate& c : name.candidates) {
      const bool place_name = c.form == NameForm::kName || c.form == NameForm::kAlias;
      const bool state = c.kind == NameKind::kState && place_name;
      if (!state && c.kind != NameKind::kCity && c.kind != NameKind::kRegion) continue;
      auto info = knowledge_.place(c.entry);
      if (!info) continue;
      const double score = this->score(c, *info, name.tokens.first, region_follows);
      out.push_back({&c, std::move(*info), score});
    }
    return out;
  }

  double score(const Candidate& c, const PlaceInfo& info, std::uint32_t token,
               bool region_follows) const {
    constexpr double kState = 8, kRegion = 5, kDivision = 4, kCapital = 1.5, kNamedRegion = 5;
    constexpr double kOwnName = 0.5;  // over an alias: New Delhi is not Delhi
    double out = support_.of(info.country, token) + (c.form == NameForm::kName ? kOwnName : 0);
    switch (c.kind) {
      case NameKind::kState:
        return out + (region_follows ? 0 : kState);
      case NameKind::kRegion:
        if (region_follows) out += kNamedRegion;
        return out + (info.kind == "admin1" ? kDivision : kRegion);
      default:
        return out + std::log10(std::max<double>(info.population, 1000)) +
               (info.kind == "capital" ? kCapital : 0);
    }
  }

  // A small town that nothing but its spelling speaks for is left out.
  bool is_likely(const NameMatch& name, const PlaceReading& best) const {
    constexpr double kTown = 5;  // 100,000 people
    const Token& token = analysis_.tokens[name.tokens.first];
    const bool place = token.entity_type == EntityType::kGpe ||
                       token.entity_type == EntityType::kLoc ||
                       token.entity_type == EntityType::kFac;
    const bool led = name.tokens.first > 0 && contains(kLocatives, word(name.tokens.first - 1));
    return place || led || best.score >= kTown;
  }

  // Whether the best reading is clearly ahead of those of other places.
  static bool leads(const std::vector<PlaceReading>& readings) {
    const PlaceReading& best = readings.front();
    for (std::size_t i = 1; i < readings.size(); ++i) {
      const PlaceReading& other = readings[i];
      if (best.score - other.score >= kClearLead) return true;
      const bool same = best.info.country == other.info.country &&
                        std::abs(best.info.lat - other.info.lat) < kSamePlaceDegrees &&
                        std::abs(best.info.lon - other.info.lon) < kSamePlaceDegrees;
      if (!same) return false;
    }
    return true;
  }

  const Analysis& analysis_;
  const Knowledge& knowledge_;
  CountrySupport support_;
  std::vector<const NameMatch*> names_;
  std::vector<Toponym> out_;
  std::uint32_t taken_ = 0;
};

}  // namespace

std::vector<Toponym> find_places(const Analysis& analysis, const Knowledge& knowledge,
                                 std::span<const NameMatch> names) {
  return Finder(analysis, knowledge, names).run();
}

}  // namespace entente
