// POLECAT: tab separated with a head and quotes, 40 columns in any order, more
// or fewer in some releases; lists joined by ';', None for what is missing.
//
// The parts of an actor stand in parallel lists.  Lists of different length
// cannot be paired: then each actor has what all lists of its length say, and
// sectors go to the first.
#include <fmt/format.h>

#include <algorithm>

#include "exchange/columns.h"
#include "exchange/import_values.h"
#include "exchange/record_parser.h"
#include "exchange/tab_table.h"

namespace entente {
namespace {

enum Column : std::size_t {  // of kPolecatColumns
  kEventId = 0,
  kEventDate = 1,
  kEventType = 2,
  kEventMode = 3,
  kIntensity = 4,
  kContexts = 6,
  kActor = 7,
  kRecipient = 15,
  kPlacename = 23,
  kCity = 24,
  kDistrict = 25,
  kProvince = 26,
  kCountry = 27,
  kLatitude = 28,
  kLongitude = 29,
  kFeatureType = 32,
  kSource = 33,
  kPublicationDate = 34,
  kStoryPeople = 35,
  kStoryOrganizations = 36,
  kStoryLocations = 37,
  kLanguage = 38,
};
// Behind kActor and kRecipient.
enum RoleColumn : std::size_t { kName, kCode, kCow, kPrimarySector, kSectors, kTitle, kRawName };

bool is_none(std::string_view value) { return value.empty() || value == "None"; }

std::vector<std::string> list_values(std::string_view cell) {
  std::vector<std::string> values;
  for (const std::string_view value : split_values(cell, ';')) {
    if (!is_none(value)) values.emplace_back(value);
  }
  return values;
}

class PolecatParser : public RecordParser {
 public:
  explicit PolecatParser(ActorNames& names)
      : names_(names),
        table_({kPolecatColumns,
                {kEventId, kEventDate, kEventType, kActor},
                {"", "None", "nan", "NA"},
                true}) {}

  Result<bool> start_file(std::string_view line) override {
    ENTENTE_TRY(table_.read_head(line));
    return true;
  }

  bool is_whole(std::string_view line) const override { return !table_.has_open_quote(line); }

  Status read(std::string_view line, EventRecord& record) override {
    ENTENTE_TRY(table_.read_row(line));
    mark_imported(record, kPolecatOrigin);
    record.id = table_.cell(kEventId);
    if (record.id.empty()) return fail(ErrorCode::kBadFormat, "no Event ID");
    ENTENTE_TRY(set_date(record, table_.cell(kEventDate)));
    ENTENTE_TRY(read_type(record));
    add_actors(record.event.actors, kActor);
    add_actors(record.event.recipients, kRecipient);
    read_location(record);
    read_report(record.report);
    record.fields = table_.fields();
    return {};
  }

 private:
  Status read_type(EventRecord& record) {
    const std::string_view type = table_.cell(kEventType);
    const auto known = parse_event_type(type);
    if (!known) return fail(ErrorCode::kBadFormat, fmt::format("no event type '{}'", type));
    record.event.type = *known;
    record.event.modes = list_values(table_.cell(kEventMode));
    record.event.contexts = list_values(table_.cell(kContexts));
    const auto intensity = parse_optional_number(table_.cell(kIntensity), "the intensity");
    if (!intensity) return std::unexpected(intensity.error());
    record.score = *intensity;
    return {};
  }

  void add_actors(std::vector<Entity>& entities, std::size_t first) {
    const auto list = [&](RoleColumn column) {
      return split_values(table_.cell(first + column), ';');
    };
    std::vector<std::string_view> names = list(kName);
    const auto codes = list(kCode);
    const auto raw = list(kRawName);
    const std::size_t count =
        std::max({names.size(), codes.size(), std::size_t{raw.empty() ? 0U : 1U}});
    const auto at = [count](const std::vector<std::string_view>& values, std::size_t i) {
      const bool paired = values.size() == count && !is_none(values[i]);
      return paired ? values[i] : std::string_view();
    };
    for (std::size_t i = 0; i < count; ++i) {
      std::string_view name = at(names, i);
      if (name.empty()) name = at(raw, i);
      if (name.empty()) name = at(codes, i);
      if (name.empty()) continue;
      Entity entity = names_.resolve(name, at(codes, i), sectors_of(first, i, count));
      if (!at(raw, i).empty()) entity.text = at(raw, i);
      const auto titles = list(kTitle);
      if (!at(titles, i).empty()) {
        if (!entity.person) entity.person = Person{std::string(name), ""};
        entity.person->office = at(titles, i);
      }
      entities.push_back(std::move(entity));
    }
  }

  // One a place when the lists have the actors' length; all of one actor.
  std::vector<std::string> sectors_of(std::size_t first, std::size_t i, std::size_t count) const {
    const std::vector<std::string_view> all = split_values(table_.cell(first + kSectors), ';');
    const auto primary = split_values(table_.cell(first + kPrimarySector), ';');
    std::vector<std::string> sectors;
    const auto add = [&](std::string_view sector) {
      const bool known = std::ranges::find(sectors, sector) != sectors.end();
      if (!is_none(sector) && !known) sectors.emplace_back(sector);
    };
    if (primary.size() == count) add(primary[i]);
    if (count == 1) {
      for (const std::string_view sector : all) add(sector);
    } else if (all.size() == count) {
      add(all[i]);
    } else if (i == 0 && primary.empty()) {
      for (const std::string_view sector : all) add(sector);
    }
    return sectors;
  }

  void read_location(EventRecord& record) {
    std::string_view name;
    for (const Column column : {kPlacename, kCity, kDistrict, kProvince, kCountry}) {
      if (name.empty()) name = table_.cell(column);
    }
    const bool city = !table_.cell(kCity).empty();
    record.event.location =
        make_location(name, names_.country_code(table_.cell(kCountry)), table_.cell(kLatitude),
                      table_.cell(kLongitude), city ? "city" : table_.cell(kFeatureType));
  }

  void read_report(ReportInfo& report) {
    report.source = table_.cell(kSource);
    report.published = parse_day(table_.cell(kPublicationDate));
    report.language = table_.cell(kLanguage);
    report.people = list_values(table_.cell(kStoryPeople));
    report.organisations = list_values(table_.cell(kStoryOrganizations));
    report.places = list_values(table_.cell(kStoryLocations));
  }

  ActorNames& names_;
  TabTable table_;
};

}  // namespace

std::unique_ptr<RecordParser> make_polecat_parser(ActorNames& names) {
  return std::make_unique<PolecatParser>(names);
}

}  // namespace entente
