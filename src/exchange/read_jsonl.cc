// Our own event records (docs/events.md), as another database or another
// program wrote them.  A record that was imported there keeps its origin and
// its fields; one that was coded there gets the origin "jsonl", since it must
// not be mixed with what is coded here.
#include <fmt/format.h>

#include <limits>

#include "exchange/columns.h"
#include "exchange/import_values.h"
#include "exchange/json_values.h"
#include "exchange/record_parser.h"

namespace entente {
namespace {

Span read_span(const OrderedJson& object, const char* key, const char* in = "in") {
  Span span;
  const auto found = object.find(key);
  if (found == object.end() || !found->is_array() || found->size() != 2) return span;
  const auto& begin = (*found)[0];
  const auto& end = (*found)[1];
  if (!begin.is_number_unsigned() || !end.is_number_unsigned()) return span;
  constexpr std::uint64_t kMax = std::numeric_limits<std::uint32_t>::max();
  const auto first = begin.get<std::uint64_t>();
  const auto last = end.get<std::uint64_t>();
  if (first > last || last > kMax) return span;
  span = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), Section::kText};
  if (text_of(object, in) == "title") span.section = Section::kTitle;
  return span;
}

Entity read_entity(const OrderedJson& object) {
  Entity entity;
  entity.id = text_of(object, "id");
  entity.code = text_of(object, "code");
  entity.name = text_of(object, "name");
  entity.sectors = list_of(object, "sectors");
  entity.text = text_of(object, "text");
  entity.span = read_span(object, "span");
  entity.resolved_by = text_of(object, "resolved_by");
  if (const OrderedJson* person = object_of(object, "person")) {
    entity.person = Person{text_of(*person, "name"), text_of(*person, "office")};
  }
  if (const OrderedJson* antecedent = object_of(object, "antecedent")) {
    entity.antecedent = Antecedent{text_of(*antecedent, "text"), read_span(*antecedent, "span")};
  }
  return entity;
}

std::vector<Entity> read_entities(const OrderedJson& json, const char* key) {
  std::vector<Entity> entities;
  for (const OrderedJson* object : objects_of(json, key)) entities.push_back(read_entity(*object));
  return entities;
}

Status read_type(const OrderedJson& json, EventRecord& record) {
  const std::string type = text_of(json, "event");
  const auto known = parse_event_type(type);
  record.cameo = text_of(json, "cameo");
  if (!known && (!type.empty() || record.cameo.empty())) {
    return fail(ErrorCode::kBadFormat, fmt::format("no event type '{}'", type));
  }
  record.has_type = known.has_value();
  if (known) record.event.type = *known;
  record.event.modes = list_of(json, "mode");
  record.event.contexts = list_of(json, "context");
  record.score = number_of(json, "score");
  const std::string status = text_of(json, "status");
  const auto known_status = parse_event_status(status);
  if (!known_status && !status.empty()) {
    return fail(ErrorCode::kBadFormat, fmt::format("no status '{}'", status));
  }
  record.event.status = known_status.value_or(EventStatus::kAsserted);
  const std::string confidence = text_of(json, "confidence");
  for (const Confidence value : {Confidence::kHigh, Confidence::kMedium, Confidence::kLow}) {
    if (to_string(value) == confidence) record.event.confidence = value;
  }
  return {};
}

Status read_date(const OrderedJson& json, Event& event) {
  if (const std::string date = text_of(json, "date"); !date.empty()) {
    event.date = PartialDate::parse(date);
    if (!event.date) {
      return fail(ErrorCode::kBadFormat, fmt::format("'{}' is no date that exists", date));
    }
    event.date_precision = event.date->precision;
  }
  const std::string basis = text_of(json, "date_basis");
  for (const DateBasis value : {DateBasis::kText, DateBasis::kPublication, DateBasis::kInferred}) {
    if (to_string(value) == basis) event.date_basis = value;
  }
  const Span span = read_span(json, "date_span", "date_in");
  if (!span.empty()) event.date_span = span;
  return {};
}

void read_location(const OrderedJson& place, Event& event) {
  event.location =
      make_location(text_of(place, "name"), text_of(place, "country"), text_of(place, "lat"),
                    text_of(place, "lon"), text_of(place, "kind"));
  if (!event.location) return;
  event.location->text = text_of(place, "text");
  event.location->span = read_span(place, "span");
}

void read_quantity(const OrderedJson& json, const char* key, std::optional<Quantity>& quantity) {
  const OrderedJson* object = object_of(json, key);
  if (object == nullptr) return;
  const auto count = [&](const char* bound) -> std::optional<std::int64_t> {
    const auto found = object->find(bound);
    if (found == object->end() || !found->is_number_integer()) return std::nullopt;
    return found->get<std::int64_t>();
  };
  quantity = Quantity{count("min").value_or(0), count("max"), text_of(*object, "text"), {}};
}

EventMention read_mention(const OrderedJson& object) {
  return {read_span(object, "sentence"), read_span(object, "trigger")};
}

void read_evidence(const OrderedJson& json, EventRecord& record) {
  if (const OrderedJson* evidence = object_of(json, "evidence")) {
    record.event.evidence = read_mention(*evidence);
    record.event.rule = text_of(*evidence, "rule");
    record.quote = text_of(*evidence, "quote");
  }
  for (const OrderedJson* mention : objects_of(json, "mentions")) {
    record.event.mentions.push_back(read_mention(*mention));
    record.mention_quotes.push_back(text_of(*mention, "quote"));
  }
}

class JsonlParser : public RecordParser {
 public:
  Result<bool> start_file(std::string_view /*line*/) override { return false; }
  bool is_whole(std::string_view /*line*/) const override { return true; }

  Status read(std::string_view line, EventRecord& record) override {
    const Result<OrderedJson> json = parse_json_object(line);
    if (!json) return std::unexpected(json.error());
    record.id = text_of(*json, "id");
    if (record.id.empty()) return fail(ErrorCode::kBadFormat, "the event has no \"id\"");
    ENTENTE_TRY(read_type(*json, record));
    ENTENTE_TRY(read_date(*json, record.event));
    record.event.attribution = read_entities(*json, "attribution");
    record.event.actors = read_entities(*json, "actors");
    record.event.recipients = read_entities(*json, "recipients");
    if (const OrderedJson* place = object_of(*json, "location")) {
      read_location(*place, record.event);
    }
    read_quantity(*json, "dead", record.event.dead);
    read_quantity(*json, "injured", record.event.injured);
    read_quantity(*json, "arrested", record.event.arrested);
    read_quantity(*json, "size", record.event.size);
    read_evidence(*json, record);
    read_report(*json, record);
    read_origin(*json, line, record);
    return {};
  }

 private:
  static void read_report(const OrderedJson& json, EventRecord& record) {
    record.report.id = text_of(json, "document");
    record.report.source = text_of(json, "source");
    record.report.url = text_of(json, "url");
    record.report.published = Date::parse(text_of(json, "published"));
    record.sentence_number = text_of(json, "sentence_number");
    if (const OrderedJson* extra = object_of(json, "extra")) record.report.extra = extra->dump();
  }

  static void read_origin(const OrderedJson& json, std::string_view line, EventRecord& record) {
    record.origin = text_of(json, "origin");
    if (record.origin.empty() || record.origin == kOwnOrigin) {
      record.origin = kJsonlOrigin;
      record.fields = line;
    } else if (const OrderedJson* fields = object_of(json, "fields")) {
      record.fields = fields->dump();
    }
  }
};

}  // namespace

std::unique_ptr<RecordParser> make_jsonl_parser() { return std::make_unique<JsonlParser>(); }

}  // namespace entente
