// Event records as JSON, one line an event: the form that other programs read
// (docs/events.md lists every field).  Same record, same bytes.
#include <string_view>

#include "base/date.h"
#include "exchange/columns.h"
#include "exchange/event_form.h"
#include "exchange/record_json.h"
#include "record/span_json.h"

namespace entente {
namespace {

void write_person(JsonWriter& json, const Person& person) {
  json.key("person");
  json.begin_object();
  json.string_or_null("name", person.name);
  json.string_or_null("office", person.office);
  json.end_object();
}

void write_entity(JsonWriter& json, const Entity& entity) {
  json.begin_object();
  json.string_or_null("id", entity.id);
  json.string_or_null("code", entity.code);
  json.string_or_null("name", entity.name);
  write_strings(json, "sectors", entity.sectors);
  if (entity.person) write_person(json, *entity.person);
  json.string_or_null("text", entity.text);
  if (!entity.span.empty()) write_span_and_section(json, "span", entity.span);
  json.string_or_null("resolved_by", entity.resolved_by);
  if (entity.antecedent) {
    json.key("antecedent");
    json.begin_object();
    json.string("text", entity.antecedent->text);
    write_span_and_section(json, "span", entity.antecedent->span);
    json.end_object();
  }
  json.end_object();
}

void write_entities(JsonWriter& json, std::string_view name, const std::vector<Entity>& entities) {
  json.key(name);
  json.begin_array();
  for (const Entity& entity : entities) write_entity(json, entity);
  json.end_array();
}

void write_date(JsonWriter& json, const Event& event) {
  json.string_or_null("date", event.date ? event.date->to_string() : "");
  json.string("date_precision", to_string(event.date_precision));
  json.string("date_basis", to_string(event.date_basis));
  if (!event.date_span) return;
  write_span(json, "date_span", *event.date_span);
  if (event.date_span->section == Section::kTitle) json.string("date_in", "title");
}

void write_location(JsonWriter& json, const std::optional<Location>& location) {
  json.key("location");
  if (!location) return json.null();
  json.begin_object();
  json.string_or_null("name", location->name);
  json.string_or_null("country", location->country);
  write_degrees(json, "lat", location->lat);
  write_degrees(json, "lon", location->lon);
  json.string_or_null("kind", location->kind);
  json.string_or_null("text", location->text);
  if (!location->span.empty()) write_span_and_section(json, "span", location->span);
  json.end_object();
}

void write_quantity(JsonWriter& json, std::string_view name,
                    const std::optional<Quantity>& quantity) {
  json.key(name);
  if (!quantity) return json.null();
  json.begin_object();
  json.integer("min", quantity->min);
  json.key("max");
  if (quantity->max) {
    json.integer(*quantity->max);
  } else {
    json.null();
  }
  json.string_or_null("text", quantity->text);
  json.end_object();
}

void write_mention(JsonWriter& json, const EventMention& mention) {
  write_span(json, "sentence", mention.sentence);
  write_span(json, "trigger", mention.trigger);
  write_section(json, mention.trigger);
}

void write_evidence(JsonWriter& json, const EventRecord& record) {
  json.key("evidence");
  if (record.quote.empty()) return json.null();
  json.begin_object();
  write_mention(json, record.event.evidence);
  json.string_or_null("rule", record.event.rule);
  json.string("quote", record.quote);
  json.end_object();
}

void write_mentions(JsonWriter& json, const EventRecord& record) {
  json.key("mentions");
  json.begin_array();
  for (std::size_t i = 0; i < record.event.mentions.size(); ++i) {
    json.begin_object();
    write_mention(json, record.event.mentions[i]);
    json.string("quote", i < record.mention_quotes.size() ? record.mention_quotes[i] : "");
    json.end_object();
  }
  json.end_array();
}

void write_class(JsonWriter& json, const EventRecord& record) {
  json.key("quad");
  if (record.has_type) {
    json.integer(quad_class(record.event.type));
  } else {
    json.null();
  }
  json.key("score");
  if (record.has_type || record.score) {
    json.number(record.intensity());
  } else {
    json.null();
  }
}

// What only imported events have.
void write_origin(JsonWriter& json, const EventRecord& record) {
  json.string("origin", record.origin);
  json.string_or_null("cameo", record.cameo);
  json.string_or_null("published",
                      record.report.published ? record.report.published->to_string() : "");
  json.string_or_null("source", record.report.source);
  json.string_or_null("url", record.report.url);
  json.string_or_null("sentence_number", record.sentence_number);
  json.key("fields");
  if (record.fields.empty()) {
    json.null();
  } else {
    json.raw(record.fields);
  }
}

}  // namespace

void append_event_json(std::string& out, const EventRecord& record) {
  if (record.origin == kJsonlOrigin && !record.fields.empty()) {
    out += record.fields;
    out += '\n';
    return;
  }
  const Event& event = record.event;
  JsonWriter json(out);
  json.begin_object();
  json.string("id", record.id);
  json.string_or_null("document", record.report.id);
  json.string_or_null("event", record.has_type ? to_string(event.type) : "");
  write_strings(json, "mode", event.modes);
  write_strings(json, "context", event.contexts);
  write_class(json, record);
  json.string("status", to_string(event.status));
  json.string("confidence", to_string(event.confidence));
  write_entities(json, "attribution", event.attribution);
  write_entities(json, "actors", event.actors);
  write_entities(json, "recipients", event.recipients);
  write_date(json, event);
  write_location(json, event.location);
  write_quantity(json, "dead", event.dead);
  write_quantity(json, "injured", event.injured);
  write_quantity(json, "arrested", event.arrested);
  write_quantity(json, "size", event.size);
  write_evidence(json, record);
  write_mentions(json, record);
  if (!record.report.extra.empty()) {
    json.key("extra");
    json.raw(record.report.extra);
  }
  if (record.origin != kOwnOrigin) write_origin(json, record);
  json.end_object();
  out += '\n';
}

}  // namespace entente
