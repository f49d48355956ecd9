// The 40 columns of POLECAT's weekly files (ngecEvents.DV.*.txt), in its order:
// tab separated, lists joined by ';', `None` for what is missing.
#include <fmt/format.h>

#include <array>

#include "exchange/columns.h"
#include "exchange/event_form.h"
#include "text/table_cells.h"

namespace entente {
namespace {

constexpr std::string_view kSeparator = ";";

constexpr std::array<std::string_view, 4> kQuadNames = {
    "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"};

std::string primary_sector(const Entity& entity) {
  return entity.sectors.empty() ? "" : entity.sectors.front();
}

std::string title_of(const Entity& entity) { return entity.person ? entity.person->office : ""; }

std::string name_of(const Entity& entity) {
  return entity.person && !entity.person->name.empty() ? entity.person->name : entity.name;
}

// Name to Wikipedia id: the eight columns of a role.  We have no COW numbers
// and no Wikipedia ids.
void add_entities(std::vector<std::string>& cells, const std::vector<Entity>& entities) {
  const auto add = [&](const std::function<std::string(const Entity&)>& get) {
    cells.push_back(join_entities(entities, kSeparator, get));
  };
  add(name_of);
  add([](const Entity& e) { return e.code; });
  cells.emplace_back();
  add(primary_sector);
  add([](const Entity& e) { return join(e.sectors, kSeparator); });
  add(title_of);
  add([](const Entity& e) { return e.text; });
  cells.emplace_back();
}

// Placename to Feature Type.
void add_location(std::vector<std::string>& cells, const std::optional<Location>& location) {
  if (!location) {
    cells.resize(cells.size() + 10);
    return;
  }
  const bool city = location->kind == "city" || location->kind == "capital";
  cells.insert(cells.end(), {location->name, city ? location->name : "", "", "", location->country,
                             format_degrees(location->lat), format_degrees(location->lon), "",
                             location->text, location->kind});
}

}  // namespace

std::string polecat_head() { return tab_line({kPolecatColumns.begin(), kPolecatColumns.end()}); }

void append_event_polecat(std::string& out, const EventRecord& record) {
  if (record.origin == kPolecatOrigin && append_fields(out, record, kPolecatColumns, "None")) {
    return;
  }
  const ReportInfo& report = record.report;
  const Event& event = record.event;
  std::vector<std::string> cells = {
      record.id,
      event.date ? event.date->first.to_string() : "",
      type_name(record),
      std::string(record.mode()),
      format_score(record),
      record.has_type
          ? std::string(kQuadNames[static_cast<std::size_t>(quad_class(event.type) - 1)])
          : "",
      join(event.contexts, kSeparator),
  };
  add_entities(cells, event.actors);
  add_entities(cells, event.recipients);
  add_location(cells, event.location);
  cells.insert(cells.end(),
               {report.source, report.published ? report.published->to_string() : "",
                join(report.people, kSeparator), join(report.organisations, kSeparator),
                join(report.places, kSeparator), report.language, record.origin});
  for (std::string& cell : cells) {
    if (cell.empty()) cell = "None";
  }
  out += tab_line(cells);
}

}  // namespace entente
