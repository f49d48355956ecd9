#include "knowledge/check.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/contains.h"
#include "knowledge/atoms.h"
#include "knowledge/words.h"

namespace entente {
namespace {

// States with rival or several holders at a time (docs/knowledge.md).
constexpr std::array<std::string_view, 2> kSeveralHolders = {"AND", "SMR"};
constexpr std::array<std::string_view, 9> kByTitle = {"AFG", "BIH", "IRN", "LBY", "MMR",
                                                      "PRK", "SOM", "VEN", "YEM"};
// Codes of what belongs to no state.
constexpr std::array<std::string_view, 8> kBloccodes = {"UNO", "EUR", "IGO", "NGO",
                                                        "ISM", "IMG", "MNC", "WEST"};

class Checker {
 public:
  // `base`: tables under these, whose keys these may name.
  explicit Checker(const KnowledgeTables& tables, const KnowledgeTables* base = nullptr)
      : t_(tables), errors_(tables.errors) {
    if (base == nullptr) return;
    for (const StateRow& row : base->states) states_.emplace(row.iso3, &row);
    for (const OrganisationRow& row : base->organisations) ids_.insert(row.id);
    for (const GroupRow& row : base->groups) ids_.insert(row.id);
  }

  std::vector<Error> run() {
    check_keys();
    check_states();
    check_codes();
    check_terms();
    check_single_holders();
    check_memberships();
    check_shared_names();
    check_roles();
    return std::move(errors_);
  }

 private:
  void report(std::string_view file, std::uint64_t line, std::string message,
              ErrorCode code = ErrorCode::kBadFormat) {
    errors_.push_back({code, std::move(message), {std::string(file), line, {}}});
  }

  void check_keys() {
    std::map<std::string_view, std::uint64_t> seen;
    const auto add = [&](std::string_view key, std::string_view file, std::uint64_t line) {
      const auto [found, added] = seen.try_emplace(key, line);
      if (!added) {
        report(file, line, fmt::format("the key '{}' is taken by line {}", key, found->second),
               ErrorCode::kDuplicate);
      }
    };
    for (const StateRow& row : t_.states) {
      add(row.iso3, kStatesFile, row.line);
      states_.insert_or_assign(row.iso3, &row);
    }
    seen.clear();
    for (const OrganisationRow& row : t_.organisations) {
      add(row.id, kOrganisationsFile, row.line);
      ids_.insert(row.id);
    }
    for (const GroupRow& row : t_.groups) {
      add(row.id, kGroupsFile, row.line);
      ids_.insert(row.id);
    }
  }

  bool known_state(std::string_view key) const { return states_.contains(key); }

  void check_state(std::string_view key, std::string_view file, std::uint64_t line) {
    if (!key.empty() && !known_state(key)) report(file, line, fmt::format("no state '{}'", key));
  }

  void check_states() {
    for (const StateRow& row : t_.states) {
      if (row.iso3.size() != 3) report(kStatesFile, row.line, "a key has three letters");
      check_state(row.successor, kStatesFile, row.line);
      check_state(row.code, kStatesFile, row.line);
      for (std::string_view n : row.neighbours) {
        check_state(n, kStatesFile, row.line);
        const auto other = states_.find(n);
        if (other == states_.end() || row.period.last != Period::kOpen) continue;
        if (!contains(other->second->neighbours, row.iso3)) {
          report(kStatesFile, row.line,
                 fmt::format("{} is a neighbour here, but not the other way round", n));
        }
      }
    }
  }

  void check_code(std::string_view code, std::string_view file, std::uint64_t line) {
    if (!known_state(code) && !contains(kBloccodes, code)) {
      report(file, line, fmt::format("no code '{}'", code));
    }
  }

  void check_codes() {
    for (const OrganisationRow& row : t_.organisations) {
      check_code(row.code, kOrganisationsFile, row.line);
      check_state(row.hq_country, kOrganisationsFile, row.line);
      check_state(row.state_owner, kOrganisationsFile, row.line);
      if (!row.acts_for.empty() && !ids_.contains(row.acts_for) && !known_state(row.acts_for)) {
        report(kOrganisationsFile, row.line, fmt::format("no organisation '{}'", row.acts_for));
      }
    }
    for (const GroupRow& row : t_.groups) {
      check_code(row.code, kGroupsFile, row.line);
      check_state(row.home, kGroupsFile, row.line);
    }
    for (const PactRow& row : t_.pacts) {
      check_state(row.state_a, kPactsFile, row.line);
      check_state(row.state_b, kPactsFile, row.line);
    }
    for (const PlaceRow& row : t_.cities) check_state(row.countries[0], kCitiesFile, row.line);
    for (const PlaceRow& row : t_.regions) {
      for (std::string_view c : row.countries) check_state(c, kRegionsFile, row.line);
    }
  }

  void check_terms() {
    check_terms_of(t_.leaders, kLeadersFile);
    check_terms_of(t_.officials, kOfficialsFile);
  }

  void check_terms_of(const std::vector<TermRow>& rows, std::string_view file) {
    std::set<std::tuple<std::string_view, std::string_view, std::string_view, std::string_view,
                        Office, std::int32_t>>
        seen;
    for (const TermRow& row : rows) {
      if (!known_state(row.country) && !ids_.contains(row.country)) {
        report(file, row.line, fmt::format("no state or organisation '{}'", row.country));
      }
      if (!seen.emplace(row.person, row.country, row.unit, row.title, row.office, row.period.first)
               .second) {
        report(file, row.line, fmt::format("a second row of {} with this start", row.person),
               ErrorCode::kDuplicate);
      }
    }
  }

  // Offices with one holder at a time: no two terms run on one day, but the
  // day of the handover may be shared (and a month or year, when no day is known).
  void check_single_holders() {
    std::map<std::tuple<std::string_view, Office, std::string_view>, std::vector<const TermRow*>>
        terms;
    for (const TermRow& row : t_.leaders) {
      if (row.office >= Office::kOppositionLeader || contains(kSeveralHolders, row.country)) {
        continue;
      }
      const bool by_title = contains(kByTitle, row.country);
      terms[{row.country, row.office, by_title ? row.title : std::string_view()}].push_back(&row);
    }
    for (auto& [key, rows] : terms) {
      std::stable_sort(rows.begin(), rows.end(), [](const TermRow* a, const TermRow* b) {
        return std::pair(a->period.first, a->period.last) <
               std::pair(b->period.first, b->period.last);
      });
      for (std::size_t i = 1; i < rows.size(); ++i) check_handover(*rows[i - 1], *rows[i]);
    }
  }

  void check_handover(const TermRow& before, const TermRow& after) {
    constexpr std::int32_t kYear = 366;  // of a date without day
    if (before.period.last <= after.period.first) return;
    const bool vague = before.period.last - after.period.first < kYear &&
                       before.period.last != Period::kOpen &&
                       is_year_or_month_end(before.period.last);
    if (vague) return;
    report(kLeadersFile, after.line,
           fmt::format("{} is still in this office of {} (line {})", before.person, before.country,
                       before.line));
  }

  static bool is_year_or_month_end(std::int32_t day) {
    const Date date = Date::make(1970, 1, 1)->plus_days(day);
    return date.plus_days(1).day() == 1;
  }

  void check_memberships() {
    for (const MembershipRow& row : t_.memberships) {
      if (!ids_.contains(row.organisation)) {
        report(kMembershipsFile, row.line, fmt::format("no organisation '{}'", row.organisation));
      }
      if (!known_state(row.member) && !ids_.contains(row.member)) {
        report(kMembershipsFile, row.line, fmt::format("no state '{}'", row.member));
      }
    }
  }

  // A row that a word may name, or a term of a person.
  struct Owner {
    std::string_view id, file;
    std::uint64_t line;
    Period period;
  };
  using Owners = std::map<std::string, std::vector<Owner>, std::less<>>;

  // Two rows that one word names cannot be told apart: allowed only when they
  // never lived at the same time (a day may be shared), or declared in ambiguous.tsv.
  void add_owner(Owners& owners, std::string_view key, std::string_view name, const Owner& owner) {
    if (name.empty() || declared_.contains(fold_name(name))) return;
    auto& list = owners[std::string(key) + fold_name(name)];
    for (const Owner& other : list) {
      const bool apart =
          other.period.last <= owner.period.first || owner.period.last <= other.period.first;
      if (other.id == owner.id || apart) continue;
      report(owner.file, owner.line,
             fmt::format("'{}' names {} too ({}:{})", name, other.id, other.file, other.line),
             ErrorCode::kDuplicate);
    }
    list.push_back(owner);
  }

  void check_shared_names() {
    for (std::string_view name : t_.ambiguous) declared_.insert(fold_name(name));
    Owners owners;
    for (const StateRow& row : t_.states) {
      const Owner owner{row.iso3, kStatesFile, row.line, row.period};
      add_owner(owners, "", row.name, owner);
      add_owner(owners, "", row.official_name, owner);
      for (const auto* names : {&row.other_names, &row.adjectives, &row.demonyms}) {
        for (std::string_view name : *names) add_owner(owners, "", name, owner);
      }
      for (const auto* names : {&row.metonyms, &row.armed_forces, &row.secret_services}) {
        for (const SectoredName& name : *names) add_owner(owners, "", name.name, owner);
      }
    }
    const auto add_named = [&](const auto& rows, std::string_view file) {
      for (const auto& row : rows) {
        const Owner owner{row.id, file, row.line, row.period};
        add_owner(owners, "", row.name, owner);
        for (std::string_view alias : row.aliases) add_owner(owners, "", alias, owner);
      }
    };
    add_named(t_.organisations, kOrganisationsFile);
    add_named(t_.groups, kGroupsFile);
    check_shared_persons();
  }

  // Persons of one name in one country are told apart by their Wikidata ids.
  void check_shared_persons() {
    Owners owners;
    for (const TermRow& row : t_.leaders) {
      if (row.wikidata.empty()) continue;
      const Owner owner{row.wikidata, kLeadersFile, row.line, row.period};
      const std::string country = std::string(row.country) + " ";
      add_owner(owners, country, row.person, owner);
      for (std::string_view alias : row.aliases) {
        if (alias.find(' ') != std::string_view::npos) add_owner(owners, country, alias, owner);
      }
    }
  }

  void check_roles() {
    std::map<std::string, std::uint64_t> seen;
    for (const RoleRow& row : t_.roles) {
      const auto [found, added] = seen.try_emplace(fold_name(row.phrase), row.line);
      if (!added) {
        report(kRolesFile, row.line,
               fmt::format("'{}' stands in line {} already", row.phrase, found->second),
               ErrorCode::kDuplicate);
      }
    }
  }

  const KnowledgeTables& t_;
  std::vector<Error> errors_;
  std::map<std::string_view, const StateRow*> states_;
  std::set<std::string_view> ids_;
  std::set<std::string> declared_;  // folded names of ambiguous.tsv
};

}  // namespace

std::vector<Error> check_tables(const KnowledgeTables& tables) { return Checker(tables).run(); }

std::vector<Error> check_knowledge(const std::string& directory) {
  return check_tables(read_tables(directory, TableSet::kAll));
}

std::vector<Error> check_knowledge_overlay(const std::string& directory,
                                           const std::string& overlay) {
  const KnowledgeTables base = read_tables(directory, TableSet::kAll);
  KnowledgeTables own = read_tables(overlay, TableSet::kSome);
  if (own.files.empty() && own.errors.empty()) {
    return {{ErrorCode::kNotFound, "no table of ours in this directory", {overlay, 0, {}}}};
  }
  return Checker(own, &base).run();
}

Result<std::vector<TableCount>> knowledge_stats(const std::string& directory) {
  const KnowledgeTables t = read_tables(directory, TableSet::kAll);
  if (!t.errors.empty()) return std::unexpected(t.errors.front());
  std::vector<TableCount> out = {{std::string(kStatesFile), t.states.size()},
                                 {std::string(kOrganisationsFile), t.organisations.size()},
                                 {std::string(kGroupsFile), t.groups.size()},
                                 {std::string(kLeadersFile), t.leaders.size()},
                                 {std::string(kOfficialsFile), t.officials.size()},
                                 {std::string(kMembershipsFile), t.memberships.size()},
                                 {std::string(kPactsFile), t.pacts.size()},
                                 {std::string(kRolesFile), t.roles.size()},
                                 {std::string(kNounsFile), t.nouns.size()},
                                 {std::string(kCitiesFile), t.cities.size()},
                                 {std::string(kRegionsFile), t.regions.size()}};
  std::map<std::string, std::size_t> offices;
  for (const TermRow& row : t.leaders) ++offices[std::string(to_string(row.office))];
  for (const auto& [office, count] : offices) out.push_back({"leaders.tsv " + office, count});
  return out;
}

}  // namespace entente
