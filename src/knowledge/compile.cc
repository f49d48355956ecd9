// One pass a table: each row becomes an entry (what a candidate shows), its
// words go to the name index, its facts to a detail array.  Persons are rows of
// leaders.tsv and officials.tsv that share a Wikidata id, or name and country.
#include "knowledge/compile.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "knowledge/atoms.h"
#include "knowledge/image.h"
#include "knowledge/name_index.h"
#include "knowledge/short_name.h"
#include "knowledge/words.h"

namespace entente {
namespace {

constexpr std::uint32_t kNone = ~0U;

std::uint8_t file_index(std::string_view file) {
  const auto* found = std::find(std::begin(kImageFiles), std::end(kImageFiles), file);
  return static_cast<std::uint8_t>(found - std::begin(kImageFiles));
}

class Compiler {
 public:
  explicit Compiler(const KnowledgeTables& tables) : tables_(tables), index_(pool_) {}

  std::vector<std::byte> run() {
    for (const StateRow& row : tables_.states) codes_.emplace(row.iso3, row.code);
    add_spellings();
    find_city_names();
    add_states();
    add_organisations();
    add_roles();
    add_persons();
    add_places(tables_.regions, kRegionsFile, NameKind::kRegion);
    add_places(tables_.cities, kCitiesFile, NameKind::kCity);
    find_middles();
    add_relations();
    index_.build();
    return write();
  }

 private:
  // --- entries ---------------------------------------------------------

  ImageEntry entry(NameKind kind, std::string_view file, std::uint64_t line,
                   std::string_view name) {
    ImageEntry e;
    e.kind = static_cast<std::uint8_t>(kind);
    e.file = file_index(file);
    e.line = static_cast<std::uint32_t>(line);
    e.name = pool_.add(name);
    e.first = Period::kAlways;
    e.last = Period::kOpen;
    return e;
  }

  std::uint32_t add(const ImageEntry& e) {
    entries_.push_back(e);
    return static_cast<std::uint32_t>(entries_.size() - 1);
  }

  void add_names(std::uint32_t e, const std::vector<std::string_view>& names, NameForm form) {
    for (std::string_view name : names) index_.add(e, name, form);
  }

  void add_key(std::string_view key, std::uint32_t e) { keys_.push_back({pool_.add(key), e}); }

  ImageList list(const std::vector<std::string_view>& strings) {
    const ImageList out{std::uint32_t(lists_.size()), std::uint32_t(strings.size())};
    for (std::string_view s : strings) lists_.push_back(pool_.add(s));
    return out;
  }

  std::string_view code_of(std::string_view iso3) const {
    const auto found = codes_.find(iso3);
    return found == codes_.end() ? iso3 : found->second;
  }

  // Each spelling to all others of its word, for the short names of persons.
  void add_spellings() {
    for (const SpellingRow& row : tables_.spellings) {
      std::vector<std::string_view> all = row.variants;
      all.push_back(row.spelling);
      for (std::string_view variant : row.variants) index_.add_spelling(row.spelling, variant);
      for (std::string_view one : all) {
        for (std::string_view other : all) {
          if (one != other) spellings_.emplace(one, other);
        }
      }
    }
  }

  // --- states ----------------------------------------------------------

  void find_city_names() {
    for (const PlaceRow& row : tables_.cities) {
      city_names_.insert({code_of(row.countries.front()), fold_name(row.name)});
      for (std::string_view alias : row.aliases) {
        city_names_.insert({code_of(row.countries.front()), fold_name(alias)});
      }
    }
  }

  void add_states() {
    for (const StateRow& row : tables_.states) {
      ImageEntry e = entry(NameKind::kState, kStatesFile, row.line, row.name);
      e.id = e.code = pool_.add(row.code);
      e.key = pool_.add(row.iso3);
      e.sector1 = sector_index("GOV");
      e.first = row.period.first;
      e.last = row.period.last;
      e.detail = static_cast<std::uint32_t>(states_.size());
      states_.push_back({pool_.add(row.capital), pool_.add(row.region),
                         pool_.add(row.official_name), list(row.neighbours),
                         static_cast<std::uint32_t>(row.leader), 0, 0});
      const std::uint32_t state = add(e);
      add_key(row.iso3, state);
      add_names(state, {row.name}, NameForm::kName);
      add_names(state, {row.official_name}, NameForm::kAlias);
      add_names(state, row.other_names, NameForm::kAlias);
      add_names(state, row.adjectives, NameForm::kAdjective);
      add_names(state, row.demonyms, NameForm::kDemonym);
      add_metonyms(row, e);
      add_forces(row, e);
    }
  }

  void add_metonyms(const StateRow& row, ImageEntry e) {
    std::vector<SectoredName> metonyms = row.metonyms;
    const auto same = [&](const SectoredName& m) { return m.name == row.capital; };
    if (row.period.last == Period::kOpen && row.capital != row.name && row.iso3 == row.code &&
        std::none_of(metonyms.begin(), metonyms.end(), same)) {
      metonyms.push_back({row.capital, "GOV"});
    }
    for (const SectoredName& metonym : metonyms) {
      e.sector1 = sector_index(metonym.sector);
      const bool city = city_names_.contains({row.code, fold_name(metonym.name)});
      index_.add(add(e), metonym.name, city ? NameForm::kCapital : NameForm::kMetonym);
    }
  }

  void add_forces(const StateRow& row, ImageEntry e) {
    e.kind = static_cast<std::uint8_t>(NameKind::kForce);
    for (const auto* names : {&row.armed_forces, &row.secret_services}) {
      for (const SectoredName& force : *names) {
        e.name = pool_.add(force.name);
        e.sector1 = sector_index(force.sector);
        index_.add(add(e), force.name, NameForm::kName);
      }
    }
  }

  // --- organisations, groups, roles ------------------------------------

  void add_organisations() {
    for (const OrganisationRow& row : tables_.organisations) {
      ImageEntry e = entry(NameKind::kOrganisation, kOrganisationsFile, row.line, row.name);
      e.key = pool_.add(row.id);
      e.id = pool_.add(row.acts_for.empty() ? row.id : row.acts_for);
      e.code = pool_.add(row.code);
      e.subkind = pool_.add(row.kind);
      e.sector1 = sector_index(row.sector);
      e.first = row.period.first;
      e.last = row.period.last;
      e.detail = static_cast<std::uint32_t>(organisations_.size());
      organisations_.push_back(
          {pool_.add(row.hq_city), pool_.add(row.hq_country), pool_.add(row.state_owner)});
      add_named(e, row.id, row.name, row.aliases);
    }
    for (const GroupRow& row : tables_.groups) {
      ImageEntry e = entry(NameKind::kGroup, kGroupsFile, row.line, row.name);
      e.key = e.id = pool_.add(row.id);
      e.code = pool_.add(row.code);
      e.subkind = pool_.add("group");
      e.sector1 = sector_index(row.sector);
      e.first = row.period.first;
      e.last = row.period.last;
      e.detail = static_cast<std::uint32_t>(organisations_.size());
      organisations_.push_back({0, pool_.add(row.home), 0});
      add_named(e, row.id, row.name, row.aliases);
    }
  }

  void add_named(const ImageEntry& e, std::string_view key, std::string_view name,
                 const std::vector<std::string_view>& aliases) {
    const std::uint32_t index = add(e);
    add_key(key, index);
    add_names(index, {name}, NameForm::kName);
    add_names(index, aliases, NameForm::kAlias);
  }

  void add_roles() {
    for (const RoleRow& row : tables_.roles) {
      ImageEntry e = entry(NameKind::kRole, kRolesFile, row.line, row.phrase);
      e.office = static_cast<std::uint8_t>(row.office);
      e.sector1 = sector_index(row.sectors.empty() ? "" : row.sectors[0]);
      e.sector2 = sector_index(row.sectors.size() < 2 ? "" : row.sectors[1]);
      index_.add(add(e), row.phrase, NameForm::kName);
    }
  }

  // --- persons ---------------------------------------------------------

  struct PersonRows {
    std::string_view name;
    std::set<std::string_view> names;  // all spellings
    std::set<std::string> short_names;
    std::vector<std::pair<const TermRow*, std::string_view>> terms;  // row, file
  };

  // The person of a row: by Wikidata id, else by name and country; a row
  // without id joins one with the same name and country.
  PersonRows& person_of(const TermRow& row) {
    const std::pair<std::string_view, std::string_view> by_name = {row.person, row.country};
    std::uint32_t index = kNone;
    if (!row.wikidata.empty()) {
      if (const auto found = by_wikidata_.find(row.wikidata); found != by_wikidata_.end()) {
        index = found->second;
      }
    }
    if (index == kNone) {
      const auto found = by_name_.find(by_name);
      const bool other = found != by_name_.end() && !row.wikidata.empty() &&
                         !person_ids_[found->second].empty() &&
                         person_ids_[found->second] != row.wikidata;
      if (found != by_name_.end() && !other) index = found->second;
    }
    if (index == kNone) {
      index = static_cast<std::uint32_t>(persons_by_row_.size());
      persons_by_row_.push_back({row.person, {}, {}, {}});
      person_ids_.push_back(row.wikidata);
    }
    by_name_.try_emplace(by_name, index);
    if (!row.wikidata.empty()) {
      by_wikidata_.try_emplace(row.wikidata, index);
      person_ids_[index] = row.wikidata;
    }
    return persons_by_row_[index];
  }

  void collect(const std::vector<TermRow>& rows, std::string_view file) {
    for (const TermRow& row : rows) {
      PersonRows& person = person_of(row);
      person.names.insert(row.person);
      for (std::string_view alias : row.aliases) person.names.insert(alias);
      const std::string_view short_name =
          row.surname.empty() ? find_short_name(row.person, row.country) : row.surname;
      person.short_names.insert(fold_name(short_name));
      if (const std::string spelt = spell_umlauts_out(short_name); !spelt.empty())
        person.short_names.insert(fold_name(spelt));
      for (std::string_view other : find_other_short_names(row.person, row.country)) {
        person.short_names.insert(fold_name(other));
      }
      person.terms.push_back({&row, file});
    }
  }

  void add_persons() {
    collect(tables_.leaders, kLeadersFile);
    collect(tables_.officials, kOfficialsFile);
    for (PersonRows& person : persons_by_row_) {
      std::stable_sort(person.terms.begin(), person.terms.end(), [](const auto& a, const auto& b) {
        return a.first->period.first < b.first->period.first;
      });
      const auto& [row, file] = person.terms.front();
      ImageEntry e = entry(NameKind::kPerson, file, row->line, person.name);
      e.code = pool_.add(code_of(row->country));
      e.detail = static_cast<std::uint32_t>(persons_.size());
      const std::uint32_t index = add(e);
      persons_.push_back({std::uint32_t(terms_.size()), std::uint32_t(person.terms.size())});
      for (const auto& [term, term_file] : person.terms) add_term(*term, term_file, index);
      add_person_names(person, index, file == kLeadersFile);
    }
  }

  // A single word names no person by itself: the reader asks by surname.
  void add_person_names(const PersonRows& person, std::uint32_t index, bool leader) {
    const auto add_name = [&](std::string_view name, NameForm form) {
      if (name.find_first_of(" -") != std::string_view::npos) index_.add(index, name, form);
    };
    add_name(person.name, NameForm::kName);
    for (std::string_view name : person.names) {
      if (name != person.name) add_name(name, NameForm::kAlias);
      if (!leader) continue;
      for (const std::string& variant : find_name_variants(name)) {
        add_name(variant, NameForm::kAlias);
      }
    }
    for (const std::string& name : person.short_names) {
      surnames_.push_back({pool_.add(name), index});
      const auto [first, last] = spellings_.equal_range(name);
      for (auto it = first; it != last; ++it) {
        surnames_.push_back({pool_.add(it->second), index});
      }
    }
  }

  void add_term(const TermRow& row, std::string_view file, std::uint32_t person) {
    ImageTerm term;
    term.person = person;
    term.country = pool_.add(row.country);
    term.unit = pool_.add(row.unit);
    term.title = pool_.add(row.title);
    term.office = static_cast<std::uint8_t>(row.office);
    term.sector = sector_index(row.sector);
    term.file = file_index(file);
    term.first = row.period.first;
    term.last = row.period.last;
    term.line = static_cast<std::uint32_t>(row.line);
    terms_.push_back(term);
  }

  // --- places ----------------------------------------------------------

  void add_places(const std::vector<PlaceRow>& rows, std::string_view file, NameKind kind) {
    for (const PlaceRow& row : rows) {
      ImageEntry e = entry(kind, file, row.line, row.name);
      const std::string_view code = row.countries.size() == 1 ? code_of(row.countries[0]) : "";
      e.code = pool_.add(code);
      if (kind == NameKind::kRegion) e.id = e.code;
      // The seat of a dependency is no capital of a state.
      const bool seat = row.kind == "capital" && code != row.countries.front();
      e.subkind = pool_.add(seat ? "city" : row.kind);
      e.sector1 = sector_index(row.sector);
      e.detail = static_cast<std::uint32_t>(places_.size());
      places_.push_back({static_cast<float>(row.lat), static_cast<float>(row.lon), row.population,
                         pool_.add(row.admin1), list(row.countries)});
      const std::uint32_t index = add(e);
      add_names(index, {without_bracket(row.name)}, NameForm::kName);
      add_names(index, row.aliases, NameForm::kAlias);
    }
  }

  // "Punjab (India)" is written "Punjab" in a text.
  static std::string_view without_bracket(std::string_view name) {
    return name.substr(0, name.find(" ("));
  }

  // The middle of a state: the mean of its cities; of a state that is gone, its successor's.
  void find_middles() {
    struct Sum {
      double lat = 0, lon = 0;
      int count = 0;
    };
    std::map<std::string_view, Sum> sums;
    for (const PlaceRow& row : tables_.cities) {
      Sum& sum = sums[row.countries.front()];
      sum.lat += row.lat;
      sum.lon += row.lon;
      ++sum.count;
    }
    for (std::size_t i = 0; i < states_.size(); ++i) {
      const StateRow& row = tables_.states[i];
      auto found = sums.find(row.iso3);
      if (found == sums.end()) found = sums.find(row.code);
      if (found == sums.end()) continue;
      states_[i].lat = static_cast<float>(found->second.lat / found->second.count);
      states_[i].lon = static_cast<float>(found->second.lon / found->second.count);
    }
  }

  // --- relations -------------------------------------------------------

  void add_relations() {
    for (const MembershipRow& row : tables_.memberships) {
      memberships_.push_back({pool_.add(row.organisation), pool_.add(code_of(row.member)),
                              pool_.add(row.role), row.period.first, row.period.last});
    }
    for (const PactRow& row : tables_.pacts) {
      pacts_.push_back({pool_.add(code_of(row.state_a)), pool_.add(code_of(row.state_b)),
                        pool_.add(row.kind), pool_.add(row.name), row.period.first, row.period.last,
                        static_cast<std::uint32_t>(row.line)});
    }
    for (const NounRow& row : tables_.nouns)
      nouns_.push_back({pool_.add(row.noun), list(row.kinds)});
    std::stable_sort(memberships_.begin(), memberships_.end(), [&](const auto& a, const auto& b) {
      return std::pair(pool_.text(a.organisation), pool_.text(a.member)) <
             std::pair(pool_.text(b.organisation), pool_.text(b.member));
    });
    std::sort(nouns_.begin(), nouns_.end(), [&](const auto& a, const auto& b) {
      return pool_.text(a.noun) < pool_.text(b.noun);
    });
    for (auto* keys : {&surnames_, &keys_}) {
      std::stable_sort(keys->begin(), keys->end(), [&](const ImageKey& a, const ImageKey& b) {
        return pool_.text(a.text) < pool_.text(b.text);
      });
    }
    for (std::uint32_t i = 0; i < terms_.size(); ++i) terms_by_country_.push_back(i);
    std::stable_sort(terms_by_country_.begin(), terms_by_country_.end(),
                     [&](std::uint32_t a, std::uint32_t b) {
                       const auto key = [&](const ImageTerm& t) {
                         return std::tuple(pool_.text(t.country), t.office, t.first);
                       };
                       return key(terms_[a]) < key(terms_[b]);
                     });
  }

  // --- output ----------------------------------------------------------

  template <typename T>
  void put(SectionId id, const T* data, std::size_t count) {
    image_.resize((image_.size() + 7) / 8 * 8);
    header_.sections[static_cast<std::size_t>(id)] = {image_.size(), count * sizeof(T)};
    const auto* bytes = reinterpret_cast<const std::byte*>(data);
    image_.insert(image_.end(), bytes, bytes + count * sizeof(T));
  }
  template <typename T>
  void put(SectionId id, const std::vector<T>& records) {
    put(id, records.data(), records.size());
  }

  std::vector<std::byte> write() {
    image_.resize(sizeof(ImageHeader));
    put(SectionId::kText, pool_.bytes().data(), pool_.bytes().size());
    put(SectionId::kEntries, entries_);
    put(SectionId::kNames, index_.names);
    put(SectionId::kNodes, index_.nodes);
    put(SectionId::kEdges, index_.edges);
    put(SectionId::kAtoms, index_.atoms);
    put(SectionId::kRootNodes, index_.root_nodes);
    put(SectionId::kLists, lists_);
    put(SectionId::kStates, states_);
    put(SectionId::kOrganisations, organisations_);
    put(SectionId::kPlaces, places_);
    put(SectionId::kPersons, persons_);
    put(SectionId::kTerms, terms_);
    put(SectionId::kTermsByCountry, terms_by_country_);
    put(SectionId::kSurnames, surnames_);
    put(SectionId::kKeys, keys_);
    put(SectionId::kMemberships, memberships_);
    put(SectionId::kPacts, pacts_);
    put(SectionId::kNouns, nouns_);
    header_.version = kImageVersion;
    header_.section_count = kSectionCount;
    header_.size = image_.size();
    std::memcpy(image_.data(), &header_, sizeof(header_));
    header_.checksum = image_checksum(std::span(image_).subspan(kChecksumFrom));
    std::memcpy(image_.data(), &header_, sizeof(header_));
    return std::move(image_);
  }

  const KnowledgeTables& tables_;
  StringPool pool_;
  NameIndex index_;
  std::map<std::string_view, std::string_view> codes_;  // key of a state -> code
  std::multimap<std::string, std::string_view, std::less<>> spellings_;
  std::set<std::pair<std::string_view, std::string>> city_names_;
  std::vector<ImageEntry> entries_;
  std::vector<StringId> lists_;
  std::vector<ImageState> states_;
  std::vector<ImageOrganisation> organisations_;
  std::vector<ImagePlace> places_;
  std::vector<ImagePerson> persons_;
  std::vector<ImageTerm> terms_;
  std::vector<std::uint32_t> terms_by_country_;
  std::vector<ImageKey> surnames_, keys_;
  std::vector<ImageMembership> memberships_;
  std::vector<ImagePact> pacts_;
  std::vector<ImageNoun> nouns_;
  std::vector<PersonRows> persons_by_row_;
  std::vector<std::string_view> person_ids_;  // Wikidata ids of persons_by_row_
  std::unordered_map<std::string_view, std::uint32_t> by_wikidata_;
  std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> by_name_;
  ImageHeader header_;
  std::vector<std::byte> image_;
};

}  // namespace

std::vector<std::byte> compile_image(const KnowledgeTables& tables) {
  return Compiler(tables).run();
}

}  // namespace entente
