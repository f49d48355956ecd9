// The tables of data/knowledge as plain rows, read strictly (docs/knowledge.md).
//
// Every cell that has a type is checked: dates, codes, numbers, closed word
// lists, the source.  All errors of all files are collected.  One thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/tsv.h"
#include "knowledge/name.h"

namespace entente {

// "Bundestag[LEG]": the words and the power that they stand for.
struct SectoredName {
  std::string_view name;
  std::string_view sector;
};

struct StateRow {
  std::uint64_t line;
  std::string_view iso3, iso2, name, official_name, capital, region, successor, code;
  std::vector<std::string_view> other_names, adjectives, demonyms, neighbours;
  std::vector<SectoredName> metonyms, armed_forces, secret_services;
  Office leader;
  Period period;
};

struct OrganisationRow {
  std::uint64_t line;
  std::string_view id, name, kind, hq_city, hq_country, code, sector, acts_for, state_owner;
  std::vector<std::string_view> aliases;
  Period period;
};

struct GroupRow {
  std::uint64_t line;
  std::string_view id, name, home, code, sector;
  std::vector<std::string_view> aliases;
  Period period;
};

// A row of leaders.tsv or officials.tsv.
struct TermRow {
  std::uint64_t line;
  std::string_view person, surname, country, unit, title, sector, wikidata;
  std::vector<std::string_view> aliases;
  Office office;
  Period period;
};

struct MembershipRow {
  std::uint64_t line;
  std::string_view organisation, member, role;
  Period period;
};

struct PactRow {
  std::uint64_t line;
  std::string_view state_a, state_b, kind, name;
  Period period;
};

struct RoleRow {
  std::uint64_t line;
  std::string_view phrase, note;
  std::vector<std::string_view> sectors;
  Office office;
};

struct NounRow {
  std::uint64_t line;
  std::string_view noun;
  std::vector<std::string_view> kinds;
};

struct SpellingRow {
  std::uint64_t line;
  std::string_view spelling;
  std::vector<std::string_view> variants;
};

struct PlaceRow {
  std::uint64_t line;
  std::string_view name, kind, admin1, sector;
  std::vector<std::string_view> aliases, countries;
  double lat, lon;
  std::uint32_t population;
};

struct SourceRow {
  std::string_view id, title, licence, note;
};

// All tables of one directory.  The rows point into the files that it owns.
struct KnowledgeTables {
  std::vector<TsvTable> files;
  std::vector<StateRow> states;
  std::vector<OrganisationRow> organisations;
  std::vector<GroupRow> groups;
  std::vector<TermRow> leaders, officials;
  std::vector<MembershipRow> memberships;
  std::vector<PactRow> pacts;
  std::vector<RoleRow> roles;
  std::vector<NounRow> nouns;
  std::vector<SpellingRow> spellings;
  std::vector<PlaceRow> cities, regions;
  std::vector<std::string_view> ambiguous;  // names that several rows may share
  std::vector<Error> errors;

  void error(std::string_view file, std::uint64_t line, std::string message);
};

enum class TableSet {
  kAll,   // every file must be there
  kSome,  // an overlay: any of them
};

// Reads the tables; what is wrong is in `errors`, the good rows are all there.
KnowledgeTables read_tables(const std::string& directory, TableSet set);

// The word in the tables, "" for kNone: "head_of_state", "leader", "other" ...
std::string_view to_string(Office office);

inline constexpr std::string_view kStatesFile = "states.tsv";
inline constexpr std::string_view kOrganisationsFile = "organisations.tsv";
inline constexpr std::string_view kGroupsFile = "armed_groups.tsv";
inline constexpr std::string_view kLeadersFile = "leaders.tsv";
inline constexpr std::string_view kOfficialsFile = "officials.tsv";
inline constexpr std::string_view kMembershipsFile = "memberships.tsv";
inline constexpr std::string_view kPactsFile = "pacts.tsv";
inline constexpr std::string_view kRolesFile = "roles.tsv";
inline constexpr std::string_view kNounsFile = "nouns.tsv";
inline constexpr std::string_view kCitiesFile = "cities.tsv";
inline constexpr std::string_view kRegionsFile = "regions.tsv";
inline constexpr std::string_view kSpellingsFile = "spellings.tsv";
inline constexpr std::string_view kAmbiguousFile = "ambiguous.tsv";

}  // namespace entente
