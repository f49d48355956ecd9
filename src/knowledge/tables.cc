#include "knowledge/tables.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <functional>
#include <optional>

#include "base/file.h"
#include "knowledge/atoms.h"
#include "knowledge/words.h"

namespace entente {
namespace {

// Reads the typed cells of one row and reports what is wrong with them.
class Cells {
 public:
  Cells(KnowledgeTables& tables, std::string_view file, const TsvTable::Row& row)
      : tables_(tables), file_(file), row_(row) {}

  std::uint64_t line() const { return row_.line; }
  std::string_view text(std::size_t i) const { return row_.cells[i]; }

  std::string_view required(std::size_t i, std::string_view what) {
    if (text(i).empty()) report(fmt::format("no {}", what));
    return text(i);
  }

  std::vector<std::string_view> list(std::size_t i) {
    std::vector<std::string_view> parts = split_list(text(i));
    for (std::string_view part : parts) {
      if (part.empty()) report(fmt::format("an empty part in the list '{}'", text(i)));
    }
    std::erase(parts, std::string_view());
    return parts;
  }

  std::vector<SectoredName> sectored(std::size_t i, std::string_view default_sector) {
    std::vector<SectoredName> names;
    for (std::string_view part : list(i)) {
      SectoredName name{part, default_sector};
      const std::size_t open = part.find('[');
      if (open != std::string_view::npos) {
        name.name = part.substr(0, open);
        name.sector = part.substr(open + 1, part.size() - open - 2);
        if (!part.ends_with(']') || !is_sector(name.sector)) {
          report(fmt::format("'{}' should end in a sector like [LEG]", part));
        }
      }
      names.push_back(name);
    }
    return names;
  }

  Period period(std::size_t from, std::size_t to, bool from_required = false) {
    Period period;
    if (from_required) required(from, "start");
    if (const auto first = date(from)) period.first = first->first.epoch_day();
    if (const auto last = date(to)) period.last = last->last.epoch_day();
    if (period.last < period.first) {
      report(fmt::format("ends {} before it starts {}", text(to), text(from)));
    }
    return period;
  }

  double degrees(std::size_t i, double limit) {
    double value = 0;
    const std::string_view cell = text(i);
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size() || value < -limit ||
        value > limit) {
      report(fmt::format("'{}' is no number from -{} to {}", cell, limit, limit));
    }
    return value;
  }

  std::uint32_t count(std::size_t i) {
    std::uint32_t value = 0;
    const std::string_view cell = text(i);
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size()) {
      report(fmt::format("'{}' is no count", cell));
    }
    return value;
  }

  // One of `words`, or empty where that is allowed.
  std::string_view word(std::size_t i, std::span<const std::string_view> words, bool optional) {
    const std::string_view cell = text(i);
    if (cell.empty() && optional) return cell;
    if (std::find(words.begin(), words.end(), cell) == words.end()) {
      report(fmt::format("'{}' is none of: {}", cell, fmt::join(words, " ")));
    }
    return cell;
  }

  std::string_view sector(std::size_t i) {
    if (!text(i).empty() && !is_sector(text(i))) report(fmt::format("no sector '{}'", text(i)));
    return text(i);
  }

  Office office(std::size_t i) {
    const auto office = parse_office(text(i));
    if (!office) report(fmt::format("no office '{}'", text(i)));
    return office.value_or(Office::kOther);
  }

  void report(std::string message) { tables_.error(file_, row_.line, std::move(message)); }

 private:
  std::optional<PartialDate> date(std::size_t i) {
    if (text(i).empty()) return std::nullopt;
    const auto date = PartialDate::parse(text(i));
    if (!date) {
      report(fmt::format("'{}' is no date YYYY-MM-DD, YYYY-MM or YYYY", text(i)));
    } else if (date->first.year() > kLastYear) {
      report(fmt::format("the date {} lies too far ahead", text(i)));
    }
    return date;
  }

  static constexpr int kLastYear = 2035;
  KnowledgeTables& tables_;
  std::string_view file_;
  const TsvTable::Row& row_;
};

using Columns = std::vector<std::string_view>;

// Reads one file and hands each row to `add`.  `source`: the column that
// names the source, kNoColumn where the head comment does.
constexpr std::size_t kNoColumn = ~std::size_t{0};

class Reader {
 public:
  Reader(std::string directory, TableSet set, KnowledgeTables& tables)
      : directory_(std::move(directory)), set_(set), tables_(tables) {}

  void read_sources() {
    const std::filesystem::path path = std::filesystem::path(directory_) / ".." / "SOURCES.tsv";
    if (set_ == TableSet::kSome) return;
    read_file_rows(path.string(), "SOURCES.tsv", {"id", "title", "licence", "note"}, kNoColumn,
                   [&](Cells& row) {
                     row.required(1, "title");
                     row.required(2, "licence");
                     sources_.push_back(row.required(0, "id"));
                   });
  }

  void read(std::string_view file, const Columns& columns, const std::function<void(Cells&)>& add) {
    const auto at = std::find(columns.begin(), columns.end(), "source");
    read_file_rows(directory_ + "/" + std::string(file), file, columns,
                   at == columns.end() ? kNoColumn : std::size_t(at - columns.begin()), add);
  }

 private:
  void read_file_rows(const std::string& path, std::string_view file, const Columns& columns,
                      std::size_t source, const std::function<void(Cells&)>& add) {
    if (set_ == TableSet::kSome && !std::filesystem::exists(path)) return;
    auto text = read_file(path);
    if (!text) return tables_.errors.push_back(text.error());
    auto table = TsvTable::parse(std::move(*text), path, columns);
    if (!table) return tables_.errors.push_back(table.error());
    tables_.files.push_back(std::move(*table));
    for (const TsvTable::Row& row : tables_.files.back().rows()) {
      Cells cells(tables_, file, row);
      if (source != kNoColumn) check_source(cells, source);
      add(cells);
    }
  }

  // "geonames+factbook": every part is an id of SOURCES.tsv.
  void check_source(Cells& cells, std::size_t column) {
    if (cells.required(column, "source").empty() || set_ == TableSet::kSome) return;
    for (std::string_view part : split_list(cells.text(column), '+')) {
      if (std::find(sources_.begin(), sources_.end(), part) == sources_.end()) {
        cells.report(fmt::format("the source '{}' is not in SOURCES.tsv", part));
      }
    }
  }

  std::string directory_;
  TableSet set_;
  KnowledgeTables& tables_;
  std::vector<std::string_view> sources_;
};

void read_states(Reader& reader, KnowledgeTables& t) {
  static constexpr std::array<std::string_view, 2> kLeaders = {"head_of_state",
                                                               "head_of_government"};
  const Columns columns = {"iso3",
                           "iso2",
                           "name",
                           "official_name",
                           "other_names",
                           "adjectives",
                           "demonyms",
                           "capital",
                           "metonyms",
                           "armed_forces",
                           "secret_services",
                           "region",
                           "neighbours",
                           "from",
                           "to",
                           "successor",
                           "code",
                           "leader",
                           "source"};
  reader.read(kStatesFile, columns, [&](Cells& c) {
    const bool rules = c.word(17, kLeaders, false) == "head_of_state";
    t.states.push_back(
        {c.line(), c.required(0, "iso3"), c.text(1), c.required(2, "name"), c.text(3), c.text(7),
         c.text(11), c.text(15), c.required(16, "code"), c.list(4), c.list(5), c.list(6),
         c.list(12), c.sectored(8, "GOV"), c.sectored(9, "MIL"), c.sectored(10, "SPY"),
         rules ? Office::kHeadOfState : Office::kHeadOfGovernment, c.period(13, 14)});
  });
}

void read_organisations(Reader& reader, KnowledgeTables& t) {
  const Columns columns = {"id",        "name",        "aliases",    "kind", "founded",
                           "dissolved", "hq_city",     "hq_country", "code", "sector",
                           "acts_for",  "state_owner", "wikidata",   "note", "source"};
  reader.read(kOrganisationsFile, columns, [&](Cells& c) {
    t.organisations.push_back({c.line(), c.required(0, "id"), c.required(1, "name"),
                               c.word(3, kOrganisationKinds, false), c.text(6), c.text(7),
                               c.required(8, "code"), c.sector(9), c.text(10), c.text(11),
                               c.list(2), c.period(4, 5)});
  });
  reader.read(kGroupsFile,
              {"id", "name", "aliases", "home", "code", "sector", "from", "to", "source"},
              [&](Cells& c) {
                c.required(5, "sector");
                t.groups.push_back({c.line(), c.required(0, "id"), c.required(1, "name"), c.text(3),
                                    c.required(4, "code"), c.sector(5), c.list(2), c.period(6, 7)});
              });
}

void read_terms(Reader& reader, KnowledgeTables& t) {
  reader.read(
      kLeadersFile,
      {"person", "aliases", "surname", "country", "office", "office_title", "sector", "from", "to",
       "source", "wikidata"},
      [&](Cells& c) {
        t.leaders.push_back({c.line(), c.required(0, "person"), c.text(2), c.required(3, "country"),
                             "", c.required(5, "title"), c.sector(6), c.text(10), c.list(1),
                             c.office(4), c.period(7, 8, true)});
      });
  reader.read(
      kOfficialsFile,
      {"person", "country", "unit", "office_title", "sector", "from", "to", "source", "wikidata"},
      [&](Cells& c) {
        t.officials.push_back({c.line(),
                               c.required(0, "person"),
                               "",
                               c.required(1, "country"),
                               c.text(2),
                               c.required(3, "title"),
                               c.sector(4),
                               c.text(8),
                               {},
                               Office::kOther,
                               c.period(5, 6)});
      });
}

void read_relations(Reader& reader, KnowledgeTables& t) {
  reader.read(
      kMembershipsFile, {"organisation", "member", "from", "to", "role", "source"}, [&](Cells& c) {
        t.memberships.push_back({c.line(), c.required(0, "organisation"), c.required(1, "member"),
                                 c.word(4, kMembershipRoles, false), c.period(2, 3, true)});
      });
  reader.read(kPactsFile, {"state_a", "state_b", "kind", "name", "from", "to", "source"},
              [&](Cells& c) {
                t.pacts.push_back({c.line(), c.required(0, "state"), c.required(1, "state"),
                                   c.word(2, kPactKinds, false), c.text(3), c.period(4, 5, true)});
              });
}

void read_words(Reader& reader, KnowledgeTables& t) {
  reader.read(kRolesFile, {"phrase", "sector", "office", "note", "source"}, [&](Cells& c) {
    RoleRow row{c.line(), c.required(0, "phrase"), c.text(3), c.list(1),
                c.text(2).empty() ? Office::kNone : c.office(2)};
    for (std::string_view sector : row.sectors) {
      if (!is_sector(sector)) c.report(fmt::format("no sector '{}'", sector));
    }
    if (row.sectors.empty() || row.sectors.size() > 2) {
      c.report(fmt::format("expected one or two sectors, found '{}'", c.text(1)));
    }
    t.roles.push_back(std::move(row));
  });
  reader.read(kAmbiguousFile, {"name", "note", "source"}, [&](Cells& c) {
    c.required(1, "note");
    t.ambiguous.push_back(c.required(0, "name"));
  });
  reader.read(kSpellingsFile, {"spelling", "variants", "source"}, [&](Cells& c) {
    SpellingRow row{c.line(), c.required(0, "spelling"), c.list(1)};
    for (std::string_view variant : row.variants) {
      if (fold_name(variant) != variant || variant.find(' ') != std::string_view::npos) {
        c.report(fmt::format("'{}' is not one word in lower case without marks", variant));
      }
    }
    t.spellings.push_back(std::move(row));
  });
  reader.read(kNounsFile, {"noun", "kinds", "source"}, [&](Cells& c) {
    NounRow row{c.line(), c.required(0, "noun"), c.list(1)};
    for (std::string_view kind : row.kinds) {
      if (kind != "group" && std::find(kOrganisationKinds.begin(), kOrganisationKinds.end(),
                                       kind) == kOrganisationKinds.end()) {
        c.report(fmt::format("no kind '{}'", kind));
      }
    }
    t.nouns.push_back(std::move(row));
  });
}

void read_places(Reader& reader, KnowledgeTables& t) {
  static constexpr std::array<std::string_view, 2> kFeatures = {"PPLC", "PPL"};
  reader.read(
      kCitiesFile,
      {"name", "aliases", "country", "admin1", "lat", "lon", "population", "feature", "geonameid"},
      [&](Cells& c) {
        const bool capital = c.word(7, kFeatures, false) == "PPLC";
        t.cities.push_back({c.line(),
                            c.required(0, "name"),
                            capital ? "capital" : "city",
                            c.text(3),
                            "",
                            c.list(1),
                            {c.required(2, "country")},
                            c.degrees(4, 90),
                            c.degrees(5, 180),
                            c.count(6)});
      });
  reader.read(kRegionsFile,
              {"name", "aliases", "kind", "countries", "sector", "lat", "lon", "source"},
              [&](Cells& c) {
                t.regions.push_back({c.line(), c.required(0, "name"),
                                     c.word(2, kRegionKinds, false), "", c.sector(4), c.list(1),
                                     c.list(3), c.degrees(5, 90), c.degrees(6, 180), 0});
              });
}

}  // namespace

void KnowledgeTables::error(std::string_view file, std::uint64_t line, std::string message) {
  errors.push_back({ErrorCode::kBadFormat, std::move(message), {std::string(file), line, {}}});
}

KnowledgeTables read_tables(const std::string& directory, TableSet set) {
  KnowledgeTables tables;
  Reader reader(directory, set, tables);
  reader.read_sources();
  read_states(reader, tables);
  read_organisations(reader, tables);
  read_terms(reader, tables);
  read_relations(reader, tables);
  read_words(reader, tables);
  read_places(reader, tables);
  return tables;
}

}  // namespace entente
