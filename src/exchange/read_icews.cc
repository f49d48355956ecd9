// ICEWS: the 20 columns with either head ("Event ID" or "event_id"), and the
// four columns without head (source, event text, target, day) of the
// benchmark files for temporal knowledge graphs.
//
// The key of a row in ICEWS is its id with its date.  Rows without id are
// known by their cells; equal rows of a file are counted.
#include <fmt/format.h>

#include "exchange/columns.h"
#include "exchange/import_values.h"
#include "exchange/record_parser.h"
#include "exchange/tab_table.h"

namespace entente {
namespace {

enum Column : std::size_t {  // of kIcewsColumns
  kEventId,
  kEventDate,
  kSourceName,
  kSourceSectors,
  kSourceCountry,
  kEventText,
  kCameoCode,
  kIntensity,
  kTargetName,
  kTargetSectors,
  kTargetCountry,
  kStoryId,
  kSentenceNumber,
  kPublisher,
  kCity,
  kDistrict,
  kProvince,
  kCountry,
  kLatitude,
  kLongitude
};

class IcewsParser : public RecordParser {
 public:
  explicit IcewsParser(ActorNames& names)
      : names_(names),
        table_({kIcewsColumns,
                {kEventDate, kSourceName, kEventText, kTargetName},
                {"", "NA", "NULL"},
                false}) {}

  Result<bool> start_file(std::string_view line) override {
    seen_.clear();
    const auto cells = TabTable::split(line, '\t');
    if (cells.size() == 4 && parse_day(cells[3])) {
      table_.set_columns({kSourceName, kEventText, kTargetName, kEventDate});
      return false;
    }
    ENTENTE_TRY(table_.read_head(line));
    return true;
  }

  bool is_whole(std::string_view line) const override { return !table_.has_open_quote(line); }

  Status read(std::string_view line, EventRecord& record) override {
    ENTENTE_TRY(table_.read_row(line));
    mark_imported(record, kIcewsOrigin);
    ENTENTE_TRY(set_date(record, table_.cell(kEventDate)));
    ENTENTE_TRY(read_type(record));
    set_id(record);
    record.report.id = table_.cell(kStoryId);
    record.report.source = table_.cell(kPublisher);
    record.sentence_number = table_.cell(kSentenceNumber);
    add_actor(record.event.actors, kSourceName, kSourceSectors, kSourceCountry);
    add_actor(record.event.recipients, kTargetName, kTargetSectors, kTargetCountry);
    read_location(record);
    record.fields = table_.fields();
    return {};
  }

 private:
  void set_id(EventRecord& record) {
    const std::string_view id = table_.cell(kEventId);
    if (!id.empty()) {
      record.id = fmt::format("{}@{}", id, table_.cell(kEventDate).substr(0, 10));
      return;
    }
    record.id = table_.hash();
    const std::size_t count = ++seen_[record.id];
    if (count > 1) record.id += fmt::format("-{}", count);
  }

  Status read_type(EventRecord& record) {
    const std::string_view code = table_.cell(kCameoCode);
    const CameoEvent* cameo = find_cameo(code, table_.cell(kEventText));
    if (cameo == nullptr) {
      return fail(ErrorCode::kBadFormat, fmt::format("no CAMEO event '{}' '{}'", code,
                                                     table_.cell(kEventText).substr(0, 80)));
    }
    record.cameo = cameo->code;
    record.has_type = cameo->type.has_value();
    if (cameo->type) record.event.type = *cameo->type;
    if (!cameo->mode.empty()) record.event.modes = {cameo->mode};
    const auto intensity = parse_optional_number(table_.cell(kIntensity), "the intensity");
    if (!intensity) return std::unexpected(intensity.error());
    record.score = *intensity ? **intensity : cameo->goldstein;
    return {};
  }

  // A spreadsheet makes "10" of 010: the text tells it from 10.
  const CameoEvent* find_cameo(std::string_view code, std::string_view text) const {
    const Vocabulary& vocabulary = names_.vocabulary();
    const CameoEvent* by_code = vocabulary.find_cameo(code);
    const CameoEvent* by_text = code.size() < 3 ? vocabulary.find_cameo_label(text) : nullptr;
    return by_text != nullptr ? by_text : by_code;
  }

  void add_actor(std::vector<Entity>& entities, Column name, Column sectors, Column country) {
    const std::string_view text = table_.cell(name);
    const std::string_view state = table_.cell(country);
    if (text.empty() && state.empty()) return;
    entities.push_back(
        names_.resolve(text.empty() ? state : text, state,
                       names_.sectors("icews", split_values(table_.cell(sectors), ','))));
  }

  void read_location(EventRecord& record) {
    const std::string_view country = table_.cell(kCountry);
    std::string_view name = country;
    std::string_view kind = "state";
    for (const Column column : {kProvince, kDistrict}) {
      if (table_.cell(column).empty()) continue;
      name = table_.cell(column);
      kind = "region";
    }
    if (!table_.cell(kCity).empty()) {
      name = table_.cell(kCity);
      kind = "city";
    }
    record.event.location = make_location(name, names_.country_code(country),
                                          table_.cell(kLatitude), table_.cell(kLongitude), kind);
  }

  ActorNames& names_;
  TabTable table_;
  StringMap<std::size_t> seen_;  // hashes of rows without id
};

}  // namespace

std::unique_ptr<RecordParser> make_icews_parser(ActorNames& names) {
  return std::make_unique<IcewsParser>(names);
}

}  // namespace entente
