// GDELT 2.0 Events: 61 tab separated columns without a head.
//
// All its time stamps but the day are those of its batches.  Countries are
// CAMEO codes in actors and FIPS codes in places.  It has no stories: the
// report is the page that is given as source.
#include <fmt/format.h>

#include <numeric>

#include "exchange/columns.h"
#include "exchange/import_values.h"
#include "exchange/record_parser.h"
#include "exchange/tab_table.h"

namespace entente {
namespace {

enum Column : std::size_t {  // of kGdeltColumns
  kGlobalEventId = 0,
  kDay = 1,
  kActor1 = 5,
  kActor2 = 15,
  kEventCode = 26,
  kGoldstein = 30,
  kActionGeo = 51,
  kSourceUrl = 60,
};
// Behind kActor1 and kActor2.
enum ActorColumn : std::size_t { kCode, kName, kCountry, kGroup, kType1 = 7, kType3 = 9 };
// Behind kActionGeo.
enum GeoColumn : std::size_t { kGeoType, kFullName, kGeoCountry, kLat = 5, kLong = 6 };

// By the cell of kGeoType: 1 country, 2 US state, 3 US city, 4 world city, 5 world state.
constexpr std::string_view kGeoKinds[] = {"", "state", "region", "city", "city", "region"};

// "http://news.example.org/a/b" -> "news.example.org"
std::string_view find_host(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  if (url.starts_with("www.")) url.remove_prefix(4);
  return url.substr(0, url.find_first_of("/?#:"));
}

class GdeltParser : public RecordParser {
 public:
  explicit GdeltParser(ActorNames& names)
      : names_(names), table_({kGdeltColumns, {}, {""}, false}) {
    std::vector<std::size_t> columns(kGdeltColumns.size());
    std::iota(columns.begin(), columns.end(), 0);
    table_.set_columns(columns);
  }

  Result<bool> start_file(std::string_view line) override {
    const auto cells = TabTable::split(line, '\t');
    // Some copies have the names of the columns on top.
    return cells.front() == "GlobalEventID" || cells.front() == "GLOBALEVENTID";
  }

  bool is_whole(std::string_view /*line*/) const override { return true; }

  Status read(std::string_view line, EventRecord& record) override {
    ENTENTE_TRY(table_.read_row(line));
    mark_imported(record, kGdeltOrigin);
    ENTENTE_TRY(set_date(record, table_.cell(kDay)));
    record.id = table_.cell(kGlobalEventId);
    if (record.id.empty()) return fail(ErrorCode::kBadFormat, "no GlobalEventID");
    ENTENTE_TRY(read_type(record));
    add_actor(record.event.actors, kActor1);
    add_actor(record.event.recipients, kActor2);
    read_location(record);
    record.report.url = record.report.id = table_.cell(kSourceUrl);
    record.report.source = find_host(record.report.url);
    record.fields = table_.fields();
    return {};
  }

 private:
  Status read_type(EventRecord& record) {
    const std::string_view code = table_.cell(kEventCode);
    const CameoEvent* cameo = names_.vocabulary().find_cameo(code);
    if (cameo == nullptr) {
      return fail(ErrorCode::kBadFormat, fmt::format("no CAMEO event '{}'", code.substr(0, 40)));
    }
    record.cameo = cameo->code;
    record.has_type = cameo->type.has_value();
    if (cameo->type) record.event.type = *cameo->type;
    if (!cameo->mode.empty()) record.event.modes = {cameo->mode};
    const auto goldstein = parse_optional_number(table_.cell(kGoldstein), "the Goldstein value");
    if (!goldstein) return std::unexpected(goldstein.error());
    record.score = *goldstein ? **goldstein : cameo->goldstein;
    return {};
  }

  void add_actor(std::vector<Entity>& entities, std::size_t first) {
    const std::string_view code = table_.cell(first + kCode);
    const std::string_view name = table_.cell(first + kName);
    if (code.empty() && name.empty()) return;
    std::vector<std::string_view> types;
    for (std::size_t i = first + kType1; i <= first + kType3; ++i) {
      if (!table_.cell(i).empty()) types.push_back(table_.cell(i));
    }
    Entity entity = names_.resolve(name.empty() ? code : name, table_.cell(first + kCountry),
                                   names_.sectors("cameo", types));
    if (entity.code.empty()) add_group(entity, table_.cell(first + kGroup), code);
    entities.push_back(std::move(entity));
  }

  void add_group(Entity& entity, std::string_view group, std::string_view code) const {
    const GroupCode* known = names_.vocabulary().find_group(group);
    if (known == nullptr) known = names_.vocabulary().find_group(code.substr(0, 3));
    if (known == nullptr) return;
    entity.code = known->code;
    entity.id = known->id;
  }

  std::string_view geo(GeoColumn column) const {
    return table_.cell(std::size_t{kActionGeo} + column);
  }

  void read_location(EventRecord& record) {
    const std::string_view name = geo(kFullName);
    const std::string_view country = names_.vocabulary().find_country("fips", geo(kGeoCountry));
    const std::string_view type = geo(kGeoType);
    const bool known = type.size() == 1 && type[0] >= '1' && type[0] <= '5';
    record.event.location =
        make_location(name, country, geo(kLat), geo(kLong), known ? kGeoKinds[type[0] - '0'] : "");
  }

  ActorNames& names_;
  TabTable table_;
};

}  // namespace

std::unique_ptr<RecordParser> make_gdelt_parser(ActorNames& names) {
  return std::make_unique<GdeltParser>(names);
}

}  // namespace entente
