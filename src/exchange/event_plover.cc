// PLOVER's own JSON (manual, chapter "Data Fields"), one line an event.  Fields
// of which we know nothing are left out.
#include <fmt/format.h>

#include "exchange/columns.h"
#include "exchange/event_form.h"
#include "exchange/record_json.h"

namespace entente {
namespace {

void write_entities(JsonWriter& json, std::string_view name, const std::vector<Entity>& entities) {
  json.key(name);
  json.begin_array();
  for (const Entity& entity : entities) {
    json.begin_object();
    json.string_or_null("code", entity.code);
    json.string_or_null("sector", entity.sectors.empty() ? "" : entity.sectors.front());
    json.string_or_null("entity_text", entity.text);
    json.string_or_null("identifier_text", entity.name);
    if (entity.person && !entity.person->office.empty()) {
      json.string("office", entity.person->office);
    }
    json.end_object();
  }
  json.end_array();
}

void write_location(JsonWriter& json, const Location& location) {
  json.key("event_loc");
  json.begin_object();
  json.string_or_null("extracted_place", location.text);
  json.string_or_null("resolved_place", location.name);
  write_degrees(json, "lat", location.lat);
  write_degrees(json, "lon", location.lon);
  json.string_or_null("country_code", location.country);
  json.end_object();
}

void write_size(JsonWriter& json, const Event& event) {
  if (!event.dead && !event.injured && !event.arrested) return;
  json.key("size");
  json.begin_object();
  if (event.dead) json.integer("dead", event.dead->min);
  if (event.injured) json.integer("injured", event.injured->min);
  if (event.arrested) json.integer("arrested", event.arrested->min);
  json.end_object();
}

void write_text_info(JsonWriter& json, const EventRecord& record) {
  if (record.quote.empty()) return;
  json.string("text", record.quote);
  json.key("text_info");
  json.begin_object();
  json.integer("start", record.event.evidence.sentence.begin);
  json.integer("end", record.event.evidence.sentence.end);
  json.end_object();
}

void write_cite_info(JsonWriter& json, const ReportInfo& report) {
  json.key("cite_info");
  json.begin_object();
  json.string("citation", report.id);
  if (!report.url.empty()) json.string("url", report.url);
  if (!report.title.empty()) json.string("title", report.title);
  if (!report.language.empty()) json.string("language", report.language);
  if (!report.source.empty()) json.string("publication", report.source);
  json.end_object();
}

}  // namespace

void append_event_plover(std::string& out, const EventRecord& record) {
  if (record.origin == kPloverOrigin && !record.fields.empty()) {
    out += record.fields;
    out += '\n';
    return;
  }
  const Event& event = record.event;
  std::vector<std::string> type_names;
  if (record.has_type) type_names.emplace_back(to_string(event.type));
  JsonWriter json(out);
  json.begin_object();
  json.string("id", record.id);
  json.string_or_null("date", event.date ? event.date->first.to_string() : "");
  write_entities(json, "actor", event.actors);
  write_entities(json, "recipient", event.recipients);
  write_strings(json, "event", type_names);
  if (event.location) write_location(json, *event.location);
  if (!record.trigger.empty()) write_strings(json, "event_text", {record.trigger});
  if (record.has_type) json.integer("quad_code", quad_class(event.type));
  if (record.has_type || record.score) {
    json.key("event_scale");
    json.number(record.intensity());
  }
  write_strings(json, "mode", event.modes);
  write_strings(json, "context", event.contexts);
  write_text_info(json, record);
  write_size(json, event);
  write_cite_info(json, record.report);
  json.string("coder", record.origin);
  json.string("comment", fmt::format("status: {}", to_string(event.status)));
  json.end_object();
  out += '\n';
}

}  // namespace entente
