// PLOVER's own JSON (manual, chapter "Data Fields"), one line an event.  Fields
// of which we know nothing are left out.
#include <fmt/format.h>

#include "view/event_form.h"
#include "view/json_writer.h"

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
  json.key("lat");
  json.number(location.lat);
  json.key("lon");
  json.number(location.lon);
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

void write_text_info(JsonWriter& json, const EventContext& context) {
  json.key("text_info");
  json.begin_object();
  context.spans.write_ends(json, "start", "end", context.event.evidence.sentence);
  json.end_object();
}

void write_cite_info(JsonWriter& json, const Document& document) {
  json.key("cite_info");
  json.begin_object();
  json.string("citation", document.id);
  if (!document.url.empty()) json.string("url", document.url);
  if (!document.title.empty()) json.string("title", document.title);
  if (!document.language.empty()) json.string("language", document.language);
  if (!document.source.empty()) json.string("publication", document.source);
  json.end_object();
}

void write_list(JsonWriter& json, std::string_view name, const std::vector<std::string>& list) {
  json.key(name);
  json.begin_array();
  for (const std::string& item : list) json.string(item);
  json.end_array();
}

}  // namespace

void append_event_plover(std::string& out, const EventContext& context) {
  const Event& event = context.event;
  JsonWriter json(out);
  json.begin_object();
  json.string("id", event_id(context));
  json.string_or_null("date", event.date ? event.date->first.to_string() : "");
  write_entities(json, "actor", event.actors);
  write_entities(json, "recipient", event.recipients);
  write_list(json, "event", {std::string(to_string(event.type))});
  if (event.location) write_location(json, *event.location);
  write_list(json, "event_text", {std::string(context.spans.text(event.evidence.trigger))});
  json.integer("quad_code", quad_class(event.type));
  json.key("event_scale");
  json.number(event_score(event.type, context.mode()));
  write_list(json, "mode", event.modes);
  write_list(json, "context", event.contexts);
  json.string("text", context.spans.text(event.evidence.sentence));
  write_text_info(json, context);
  write_size(json, event);
  write_cite_info(json, *context.coded.document);
  json.string("coder", "entente");
  json.string("comment", fmt::format("status: {}", to_string(event.status)));
  json.end_object();
  out += '\n';
}

}  // namespace entente
