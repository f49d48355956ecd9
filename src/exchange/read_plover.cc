// PLOVER's JSON, one object a line, and the older one of its gold records
// (source, target, eventText).  Of several event types the first is taken; all
// stay in the fields.
#include <fmt/format.h>

#include <limits>

#include "exchange/columns.h"
#include "exchange/import_values.h"
#include "exchange/json_values.h"
#include "exchange/record_parser.h"

namespace entente {
namespace {

std::string first_text(const OrderedJson& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    if (std::string text = text_of(object, key); !text.empty()) return text;
  }
  return "";
}

class PloverParser : public RecordParser {
 public:
  explicit PloverParser(ActorNames& names) : names_(names) {}

  Result<bool> start_file(std::string_view /*line*/) override { return false; }
  bool is_whole(std::string_view /*line*/) const override { return true; }

  Status read(std::string_view line, EventRecord& record) override {
    const Result<OrderedJson> json = parse_json_object(line);
    if (!json) return std::unexpected(json.error());
    mark_imported(record, kPloverOrigin);
    record.id = text_of(*json, "id");
    if (record.id.empty()) return fail(ErrorCode::kBadFormat, "the event has no \"id\"");
    ENTENTE_TRY(set_date(record, text_of(*json, "date")));
    ENTENTE_TRY(read_type(*json, record));
    for (const char* key : {"actor", "source"}) add_entities(*json, key, record.event.actors);
    for (const char* key : {"recipient", "target"}) {
      add_entities(*json, key, record.event.recipients);
    }
    read_text(*json, record);
    if (const OrderedJson* place = object_of(*json, "event_loc")) read_location(*place, record);
    if (const OrderedJson* size = object_of(*json, "size")) read_sizes(*size, record.event);
    if (const OrderedJson* cite = object_of(*json, "cite_info")) read_citation(*cite, record);
    record.fields = line;
    return {};
  }

 private:
  static Status read_type(const OrderedJson& json, EventRecord& record) {
    const std::vector<std::string> types = list_of(json, "event");
    if (types.empty()) return fail(ErrorCode::kBadFormat, "the event has no \"event\"");
    const auto type = parse_event_type(types.front());
    if (!type) {
      return fail(ErrorCode::kBadFormat, fmt::format("no event type '{}'", types.front()));
    }
    record.event.type = *type;
    record.event.modes = list_of(json, "mode");
    record.event.contexts = list_of(json, "context");
    record.score = number_of(json, "event_scale");
    return {};
  }

  void add_entities(const OrderedJson& json, const char* key, std::vector<Entity>& entities) {
    for (const OrderedJson* object : objects_of(json, key)) {
      const std::string code = text_of(*object, "code");
      const std::string text =
          first_text(*object, {"entity_text", "actorText", "identifier_text", "code"});
      if (text.empty()) continue;
      // The older code has the sector behind the state: "RUSGOV".
      std::vector<std::string> sectors = list_of(*object, "sector");
      for (std::size_t i = 3; sectors.empty() && i + 3 <= code.size(); i += 3) {
        sectors.push_back(code.substr(i, 3));
      }
      Entity entity =
          names_.resolve(first_text(*object, {"identifier_text", "entity_text", "code"}),
                         std::string_view(code).substr(0, 3), std::move(sectors));
      entity.text = text;
      if (std::string office = text_of(*object, "office"); !office.empty()) {
        if (!entity.person) entity.person = Person{};
        entity.person->office = std::move(office);
      }
      entities.push_back(std::move(entity));
    }
  }

  static void read_text(const OrderedJson& json, EventRecord& record) {
    record.quote = text_of(json, "text");
    const std::vector<std::string> triggers = list_of(json, "event_text");
    record.trigger = triggers.empty() ? text_of(json, "eventText") : triggers.front();
    const OrderedJson* info = object_of(json, "text_info");
    if (info == nullptr) return;
    record.sentence_number = text_of(*info, "sequence");
    Span& sentence = record.event.evidence.sentence;
    const double begin = number_of(*info, "start").value_or(0);
    const double end = number_of(*info, "end").value_or(0);
    constexpr double kMax = std::numeric_limits<std::uint32_t>::max();
    if (begin < 0 || end <= begin || end > kMax) return;
    sentence.begin = static_cast<std::uint32_t>(begin);
    sentence.end = static_cast<std::uint32_t>(end);
  }

  void read_location(const OrderedJson& place, EventRecord& record) {
    const std::string name =
        first_text(place, {"resolved_place", "extracted_place", "city", "province", "country"});
    const std::string country = first_text(place, {"country_code", "country"});
    record.event.location = make_location(name, names_.country_code(country), text_of(place, "lat"),
                                          text_of(place, "lon"), text_of(place, "feature_code"));
  }

  static void read_sizes(const OrderedJson& size, Event& event) {
    const auto read = [&](const char* key, std::optional<Quantity>& quantity) {
      constexpr double kMax = 1e12;
      const auto value = number_of(size, key);
      if (!value || *value < 0 || *value > kMax) return;
      quantity = Quantity{static_cast<std::int64_t>(*value), std::nullopt, "", {}};
    };
    read("dead", event.dead);
    read("injured", event.injured);
    read("arrested", event.arrested);
  }

  static void read_citation(const OrderedJson& cite, EventRecord& record) {
    record.report.id = text_of(cite, "citation");
    record.report.url = text_of(cite, "url");
    record.report.title = text_of(cite, "title");
    record.report.language = text_of(cite, "language");
    record.report.source = text_of(cite, "publication");
  }

  ActorNames& names_;
};

}  // namespace

std::unique_ptr<RecordParser> make_plover_parser(ActorNames& names) {
  return std::make_unique<PloverParser>(names);
}

}  // namespace entente
