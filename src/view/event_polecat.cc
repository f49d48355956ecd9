// The 40 columns of POLECAT's weekly files (ngecEvents.DV.*.txt), in its order:
// tab separated, lists joined by ';', `None` for what is missing.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "view/event_form.h"
#include "view/table_cells.h"

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
                             fmt::format("{}", location->lat), fmt::format("{}", location->lon), "",
                             location->text, location->kind});
}

// The names of the story's entities of one sort, each once, in their order.
std::string story_names(const Reading& reading, std::initializer_list<EntityType> types) {
  std::vector<std::string> names;
  for (const SectionReading& section : reading.sections) {
    for (const NamedEntity& entity : section.analysis.entities) {
      if (std::ranges::find(types, entity.type) == types.end()) continue;
      std::string name(section.analysis.span_text(section.analysis.span(entity.tokens)));
      if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
  }
  return join(names, kSeparator);
}

}  // namespace

std::string polecat_head() {
  return tab_line({"Event ID",
                   "Event Date",
                   "Event Type",
                   "Event Mode",
                   "Intensity",
                   "Quad Code",
                   "Contexts",
                   "Actor Name",
                   "Actor Country",
                   "Actor COW",
                   "Primary Actor Sector",
                   "Actor Sectors",
                   "Actor Title",
                   "Actor Name Raw",
                   "Wikipedia Actor ID",
                   "Recipient Name",
                   "Recipient Country",
                   "Recipient COW",
                   "Primary Recipient Sector",
                   "Recipient Sectors",
                   "Recipient Title",
                   "Recipient Name Raw",
                   "Wikipedia Recipient ID",
                   "Placename",
                   "City",
                   "District",
                   "Province",
                   "Country",
                   "Latitude",
                   "Longitude",
                   "GeoNames ID",
                   "Raw Placename",
                   "Feature Type",
                   "Source",
                   "Publication Date",
                   "Story People",
                   "Story Organizations",
                   "Story Locations",
                   "Language",
                   "Version"});
}

void append_event_polecat(std::string& out, const EventContext& context) {
  const Document& document = *context.coded.document;
  const Reading& reading = context.coded.reading;
  const Event& event = context.event;
  std::vector<std::string> cells = {
      event_id(context),
      event.date ? event.date->first.to_string() : "",
      std::string(to_string(event.type)),
      std::string(context.mode()),
      fmt::format("{:#}", event_score(event.type, context.mode())),
      std::string(kQuadNames[static_cast<std::size_t>(quad_class(event.type) - 1)]),
      join(event.contexts, kSeparator),
  };
  add_entities(cells, event.actors);
  add_entities(cells, event.recipients);
  add_location(cells, event.location);
  cells.insert(cells.end(), {document.source, document.date ? document.date->to_string() : "",
                             story_names(reading, {EntityType::kPerson}),
                             story_names(reading, {EntityType::kOrg, EntityType::kNorp}),
                             story_names(reading, {EntityType::kGpe, EntityType::kLoc}),
                             document.language, "entente"});
  for (std::string& cell : cells) {
    if (cell.empty()) cell = "None";
  }
  out += tab_line(cells);
}

}  // namespace entente
