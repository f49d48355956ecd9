#include "view/event_json.h"

#include <string_view>

#include "base/date.h"

namespace entente {
namespace {

void write_strings(JsonWriter& json, std::string_view name, const std::vector<std::string>& list) {
  json.key(name);
  json.begin_array();
  for (const std::string& item : list) json.string(item);
  json.end_array();
}

void write_entities(JsonWriter& json, std::string_view name, const std::vector<Entity>& entities,
                    const SpanMap& spans) {
  json.key(name);
  json.begin_array();
  for (const Entity& entity : entities) write_entity(json, entity, spans);
  json.end_array();
}

void write_date(JsonWriter& json, const Event& event, const SpanMap& spans) {
  json.string_or_null("date", event.date ? event.date->to_string() : "");
  json.string("date_precision", to_string(event.date_precision));
  json.string("date_basis", to_string(event.date_basis));
  if (!event.date_span) return;
  spans.write(json, "date_span", *event.date_span);
  if (event.date_span->section == Section::kTitle) json.string("date_in", "title");
}

void write_location(JsonWriter& json, const std::optional<Location>& location,
                    const SpanMap& spans) {
  json.key("location");
  if (!location) return json.null();
  json.begin_object();
  json.string_or_null("name", location->name);
  json.string_or_null("country", location->country);
  json.key("lat");
  json.number(location->lat);
  json.key("lon");
  json.number(location->lon);
  json.string_or_null("kind", location->kind);
  json.string_or_null("text", location->text);
  spans.write_with_section(json, "span", location->span);
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

void write_mention(JsonWriter& json, const EventMention& mention, const SpanMap& spans) {
  spans.write(json, "sentence", mention.sentence);
  spans.write(json, "trigger", mention.trigger);
  SpanMap::write_section(json, mention.trigger);
}

void write_evidence(JsonWriter& json, const Event& event, const SpanMap& spans) {
  json.key("evidence");
  json.begin_object();
  write_mention(json, event.evidence, spans);
  json.string_or_null("rule", event.rule);
  json.string("quote", spans.text(event.evidence.sentence));
  json.end_object();
}

void write_mentions(JsonWriter& json, const Event& event, const SpanMap& spans) {
  json.key("mentions");
  json.begin_array();
  for (const EventMention& mention : event.mentions) {
    json.begin_object();
    write_mention(json, mention, spans);
    json.string("quote", spans.text(mention.sentence));
    json.end_object();
  }
  json.end_array();
}

void write_person(JsonWriter& json, const Person& person) {
  json.key("person");
  json.begin_object();
  json.string_or_null("name", person.name);
  json.string_or_null("office", person.office);
  json.end_object();
}

}  // namespace

void write_entity(JsonWriter& json, const Entity& entity, const SpanMap& spans) {
  json.begin_object();
  json.string_or_null("id", entity.id);
  json.string_or_null("code", entity.code);
  json.string_or_null("name", entity.name);
  write_strings(json, "sectors", entity.sectors);
  if (entity.person) write_person(json, *entity.person);
  json.string_or_null("text", entity.text);
  spans.write_with_section(json, "span", entity.span);
  json.string_or_null("resolved_by", entity.resolved_by);
  if (entity.antecedent) {
    json.key("antecedent");
    json.begin_object();
    json.string("text", entity.antecedent->text);
    spans.write_with_section(json, "span", entity.antecedent->span);
    json.end_object();
  }
  json.end_object();
}

void append_event_json(std::string& out, const EventContext& context) {
  const Document& document = *context.coded.document;
  const SpanMap& spans = context.spans;
  const Event& event = context.event;
  JsonWriter json(out);
  json.begin_object();
  json.string("id", event_id(context));
  json.string("document", document.id);
  json.string("event", to_string(event.type));
  write_strings(json, "mode", event.modes);
  write_strings(json, "context", event.contexts);
  json.integer("quad", quad_class(event.type));
  json.key("score");
  json.number(event_score(event.type, context.mode()));
  json.string("status", to_string(event.status));
  json.string("confidence", to_string(event.confidence));
  write_entities(json, "attribution", event.attribution, spans);
  write_entities(json, "actors", event.actors, spans);
  write_entities(json, "recipients", event.recipients, spans);
  write_date(json, event, spans);
  write_location(json, event.location, spans);
  write_quantity(json, "dead", event.dead);
  write_quantity(json, "injured", event.injured);
  write_quantity(json, "arrested", event.arrested);
  write_quantity(json, "size", event.size);
  write_evidence(json, event, spans);
  write_mentions(json, event, spans);
  if (!document.extra.empty()) {
    json.key("extra");
    json.raw(document.extra);
  }
  json.end_object();
  out += '\n';
}

void append_diagnostics_json(std::string& out, const CodedDocument& coded, const SpanMap& spans) {
  JsonWriter json(out);
  json.begin_object();
  json.string("document", coded.document->id);
  json.key("rejected");
  json.begin_array();
  for (const Rejection& rejection : coded.rejections) {
    json.begin_object();
    spans.write(json, "sentence", rejection.sentence);
    spans.write(json, "trigger", rejection.trigger);
    SpanMap::write_section(json, rejection.trigger);
    json.string("word", spans.text(rejection.trigger));
    json.string_or_null("rule", rejection.rule);
    json.string("why", rejection.why);
    json.string("quote", spans.text(rejection.sentence));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  out += '\n';
}

}  // namespace entente
