// One line an event; the columns are described in docs/formats.md.
#include <fmt/format.h>

#include "exchange/columns.h"
#include "exchange/event_form.h"
#include "text/table_cells.h"

namespace entente {
namespace {

constexpr std::string_view kSeparator = ";";

std::string id_or_code(const Entity& entity) { return entity.id.empty() ? entity.code : entity.id; }

// The four columns of a role.
void add_entities(std::vector<std::string>& cells, const std::vector<Entity>& entities) {
  cells.push_back(join_entities(entities, kSeparator, id_or_code));
  cells.push_back(join_entities(entities, kSeparator, [](const Entity& e) { return e.code; }));
  cells.push_back(
      join_entities(entities, kSeparator, [](const Entity& e) { return join(e.sectors, " "); }));
  cells.push_back(join_entities(entities, kSeparator, [](const Entity& e) { return e.text; }));
}

void add_quantity(std::vector<std::string>& cells, const std::optional<Quantity>& quantity) {
  cells.push_back(quantity ? fmt::format("{}", quantity->min) : "");
  cells.push_back(quantity && quantity->max ? fmt::format("{}", *quantity->max) : "");
}

void add_location(std::vector<std::string>& cells, const std::optional<Location>& location) {
  const bool known = location.has_value();
  cells.push_back(known ? location->name : "");
  cells.push_back(known ? location->country : "");
  cells.push_back(known ? format_degrees(location->lat) : "");
  cells.push_back(known ? format_degrees(location->lon) : "");
}

}  // namespace

std::string csv_head() {
  return csv_line({"id",
                   "document",
                   "published",
                   "source",
                   "event",
                   "mode",
                   "context",
                   "quad",
                   "score",
                   "status",
                   "confidence",
                   "date",
                   "date_precision",
                   "date_basis",
                   "actors",
                   "actor_codes",
                   "actor_sectors",
                   "actor_texts",
                   "recipients",
                   "recipient_codes",
                   "recipient_sectors",
                   "recipient_texts",
                   "attribution",
                   "attribution_codes",
                   "attribution_sectors",
                   "attribution_texts",
                   "location",
                   "location_country",
                   "lat",
                   "lon",
                   "dead_min",
                   "dead_max",
                   "injured_min",
                   "injured_max",
                   "arrested_min",
                   "arrested_max",
                   "size_min",
                   "size_max",
                   "mentions",
                   "rule",
                   "trigger",
                   "quote",
                   "origin"});
}

void append_event_csv(std::string& out, const EventRecord& record) {
  const ReportInfo& report = record.report;
  const Event& event = record.event;
  std::vector<std::string> cells = {
      record.id,
      report.id,
      report.published ? report.published->to_string() : "",
      report.source,
      type_name(record),
      join(event.modes, kSeparator),
      join(event.contexts, kSeparator),
      record.has_type ? fmt::format("{}", quad_class(event.type)) : "",
      format_score(record),
      std::string(to_string(event.status)),
      std::string(to_string(event.confidence)),
      event.date ? event.date->to_string() : "",
      std::string(to_string(event.date_precision)),
      std::string(to_string(event.date_basis)),
  };
  add_entities(cells, event.actors);
  add_entities(cells, event.recipients);
  add_entities(cells, event.attribution);
  add_location(cells, event.location);
  for (const auto* quantity : {&event.dead, &event.injured, &event.arrested, &event.size}) {
    add_quantity(cells, *quantity);
  }
  cells.push_back(fmt::format("{}", event.mentions.size() + 1));
  cells.push_back(event.rule);
  cells.push_back(record.trigger);
  cells.push_back(record.quote);
  cells.push_back(record.origin);
  out += csv_line(cells);
}

}  // namespace entente
