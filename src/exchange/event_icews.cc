// The 20 columns of the ICEWS event files: tab separated, with CAMEO codes.
// ICEWS knows one source and one target a line, so an event becomes one line a
// pair; a two-sided one (actors only) becomes each ordered pair of its actors.
#include <fmt/format.h>

#include "exchange/columns.h"
#include "exchange/event_form.h"
#include "record/cameo.h"
#include "text/table_cells.h"

namespace entente {
namespace {

struct Pair {
  const Entity* source = nullptr;
  const Entity* target = nullptr;
};

std::vector<Pair> pairs_of(const Event& event) {
  std::vector<Pair> pairs;
  const bool two_sided = event.recipients.empty() && event.actors.size() > 1;
  const std::vector<Entity>& targets = two_sided ? event.actors : event.recipients;
  for (const Entity& actor : event.actors) {
    for (const Entity& target : targets) {
      if (&actor != &target) pairs.push_back({&actor, &target});
    }
    if (targets.empty()) pairs.push_back({&actor, nullptr});
  }
  if (event.actors.empty()) {
    for (const Entity& target : targets) pairs.push_back({nullptr, &target});
  }
  if (pairs.empty()) pairs.emplace_back();  // nobody is known: still an event
  return pairs;
}

void add_entity(std::vector<std::string>& cells, const Entity* entity) {
  if (entity == nullptr) {
    cells.resize(cells.size() + 3);
    return;
  }
  cells.push_back(entity->person && !entity->person->name.empty() ? entity->person->name
                                                                  : entity->name);
  cells.push_back(join(entity->sectors, ","));
  cells.push_back(entity->code);
}

// The code that it came with, else the nearest of its type and mode.
CameoCode find_cameo(const EventRecord& record) {
  CameoCode nearest;
  if (record.has_type) nearest = cameo_code(record.event.type, record.mode());
  if (record.cameo.empty() || record.cameo == nearest.code) return nearest;
  return {record.cameo, ""};
}

// The six columns of the place.
void add_location(std::vector<std::string>& cells, const std::optional<Location>& place) {
  if (!place) {
    cells.resize(cells.size() + 6);
    return;
  }
  cells.insert(cells.end(), {place->name, "", "", place->country, format_degrees(place->lat),
                             format_degrees(place->lon)});
}

}  // namespace

std::string icews_head() { return tab_line({kIcewsColumns.begin(), kIcewsColumns.end()}); }

void append_event_icews(std::string& out, const EventRecord& record) {
  if (record.origin == kIcewsOrigin && append_fields(out, record, kIcewsColumns, "")) return;
  const Event& event = record.event;
  const CameoCode cameo = find_cameo(record);
  const std::vector<Pair> pairs = pairs_of(event);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    std::vector<std::string> cells = {
        pairs.size() == 1 ? record.id : fmt::format("{}.{}", record.id, i + 1),
        event.date ? event.date->first.to_string() : ""};
    add_entity(cells, pairs[i].source);
    cells.insert(cells.end(),
                 {std::string(cameo.label), std::string(cameo.code), format_score(record)});
    add_entity(cells, pairs[i].target);
    cells.insert(cells.end(), {record.report.id, record.sentence_number, record.report.source});
    add_location(cells, event.location);
    out += tab_line(cells);
  }
}

}  // namespace entente
