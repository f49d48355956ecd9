// Facts as the other stages see them: names, offices, states, organisations.
//
// Plain values; every string_view points into the Knowledge that gave it and
// lives as long.  Country codes are ISO 3166-1 alpha-3 as in the codebook,
// section 6: a state that is gone carries its successor's code and keeps its
// own name, a dependency carries the code of its state.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "record/analysis.h"

namespace entente {

// What the matched row is.
enum class NameKind : std::uint8_t {
  kState,         // states.tsv: the state, its adjective, demonym, metonyms
  kForce,         // states.tsv: armed forces, police and secret services of a state
  kOrganisation,  // organisations.tsv; `subkind` says which
  kGroup,         // armed_groups.tsv
  kPerson,        // leaders.tsv, officials.tsv: a full name
  kCity,          // cities.tsv
  kRegion,        // regions.tsv; `subkind`: region, territory, sea, strait, admin1 ...
  kRole,          // roles.tsv: "foreign minister", "rebels", "the central bank"
};

// How the words name it.
enum class NameForm : std::uint8_t {
  kName,       // "Russia", "NATO", "Angela Merkel"
  kAlias,      // "Great Britain", "Nato"
  kAdjective,  // "Russian"
  kDemonym,    // "Russians"
  kMetonym,    // "the Kremlin"; sectors say which power: GOV, LEG, MIL ...
  kCapital,    // "Moscow": a metonym that is also a city
};

// Offices with one holder at a time, and the rest.
enum class Office : std::uint8_t {
  kNone,
  kHeadOfState,
  kHeadOfGovernment,
  kForeignMinister,
  kDefenceMinister,
  kSecretaryGeneral,
  kOppositionLeader,
  kLeader,  // of a role only: "the Chinese leader", whoever rules there
  kOther,
};

// A row of the tables: to_string() gives "leaders.tsv:182".
struct RowRef {
  std::string_view file;
  std::uint32_t line = 0;
  std::string to_string() const;
};

// Days from 1970-01-01, both included.
struct Period {
  static constexpr std::int32_t kAlways = std::numeric_limits<std::int32_t>::min();
  static constexpr std::int32_t kOpen = std::numeric_limits<std::int32_t>::max();
  std::int32_t first = kAlways;
  std::int32_t last = kOpen;
  bool contains(Date date) const { return first <= date.epoch_day() && date.epoch_day() <= last; }
};

// At most two PLOVER sectors, primary first.
class Sectors {
 public:
  Sectors() = default;
  explicit Sectors(std::string_view first, std::string_view second = {})
      : list_{first, second},
        size_(first.empty()    ? 0
              : second.empty() ? 1
                               : 2) {}
  const std::string_view* begin() const { return list_.data(); }
  const std::string_view* end() const { return list_.data() + size_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  std::vector<std::string> strings() const { return {begin(), end()}; }

 private:
  std::array<std::string_view, 2> list_;
  std::uint8_t size_ = 0;
};

// Which row of which table: a handle that Knowledge understands.
struct EntryId {
  std::uint32_t layer = 0;
  std::uint32_t index = 0;
  bool operator==(const EntryId&) const = default;
};

// One thing that some words may name.
struct Candidate {
  NameKind kind = NameKind::kState;
  NameForm form = NameForm::kName;
  Office office = Office::kNone;  // of a role: "foreign minister" -> kForeignMinister
  std::string_view id;            // entity id: RUS, NATO, ISIL; "" for persons, cities, roles
  std::string_view key;      // the row's own key: SUN, EURCOM; `id` is what it acts for (RUS, EUR)
  std::string_view code;     // state it belongs to, or UNO EUR IGO NGO ISM IMG MNC; "" unknown
  std::string_view name;     // the usual name
  std::string_view subkind;  // alliance igo ngo company media party movement grouping; region kinds
  Sectors sectors;
  Period period;  // when the thing existed
  RowRef row;
  EntryId entry;
};

// Words that name something.  `candidates` is never empty; the likeliest first.
struct NameMatch {
  TokenRange tokens;
  // The match is a part of its only token: "U.S." in "U.S.-led".
  bool partial = false;
  std::vector<Candidate> candidates;
};

// One term of office.
struct Term {
  EntryId person;
  std::string_view name;     // of the person
  std::string_view country;  // code of the state, or id of the organisation or group
  std::string_view unit;     // territory within the state ("Scotland"), "" if none
  std::string_view title;    // "Minister of Foreign Affairs"
  Office office = Office::kOther;
  Sectors sectors;
  Period period;
  RowRef row;
};

// The office of a person on a day.
struct OfficeOnDay {
  Term term;
  bool current = false;  // false: a former holder, ELI
  bool future = false;   // takes the office only later
};

struct StateInfo {
  std::string_view id;    // SUN
  std::string_view code;  // RUS
  std::string_view name;
  std::string_view official_name;  // "Hashemite Kingdom of Jordan"; "" if not known
  std::string_view capital;
  std::string_view region;
  std::vector<std::string_view> neighbours;  // codes
  Office leader = Office::kHeadOfState;      // who rules: kHeadOfState or kHeadOfGovernment
  Period period;
  RowRef row;
};

// A state, former state or dependency with the place of its capital.
struct StateSite {
  std::string_view id;    // SUN
  std::string_view code;  // RUS
  bool has_place = false;
  double lat = 0;
  double lon = 0;
};

// One spell of membership, role "member" only.
struct MembershipSpell {
  std::string_view organisation;
  std::string_view member;  // id of a state or organisation
  Period period;
};

struct OrganisationInfo {
  std::string_view id;
  std::string_view code;
  std::string_view name;
  std::string_view kind;
  std::string_view seat;         // city
  std::string_view country;      // of the seat
  std::string_view state_owner;  // "" if none
  Period period;
  RowRef row;
};

struct Pact {
  std::string_view kind;  // mutual_defence, non_aggression ...
  std::string_view name;
  Period period;
  RowRef row;
};

// A city or region with its coordinates.
struct PlaceInfo {
  std::string_view name;
  std::string_view country;  // code; "" when it lies in several states
  std::vector<std::string_view> countries;
  std::string_view admin1;
  std::string_view kind;  // city, capital, region, territory, sea ...
  double lat = 0;
  double lon = 0;
  std::uint32_t population = 0;  // 0: not known
  RowRef row;
};

}  // namespace entente
