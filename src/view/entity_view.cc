#include "view/entity_view.h"

#include <fmt/format.h>

#include <iterator>

#include "base/json_writer.h"
#include "text/table_cells.h"

namespace entente {

namespace {

void write_entity(JsonWriter& json, const Entity& entity) {
  json.string_or_null("id", entity.id);
  json.string_or_null("code", entity.code);
  json.string_or_null("name", entity.name);
  json.key("sectors");
  json.begin_array();
  for (const std::string& sector : entity.sectors) json.string(sector);
  json.end_array();
  json.key("person");
  if (entity.person) {
    json.begin_object();
    json.string_or_null("name", entity.person->name);
    json.string_or_null("office", entity.person->office);
    json.end_object();
  } else {
    json.null();
  }
  json.string_or_null("office", entity.person ? entity.person->office : "");
  json.string_or_null("text", entity.text);
  json.string_or_null("resolved_by", entity.resolved_by);
  json.string_or_null("row", entity.row);
}

void append_entity_text(std::string& out, const Entity& entity) {
  const auto line = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) fmt::format_to(std::back_inserter(out), "{:<9} {}\n", name, value);
  };
  line("phrase", entity.text);
  line("id", entity.id.empty() ? "not resolved" : entity.id);
  line("code", entity.code);
  line("name", entity.name);
  line("sectors", join(entity.sectors, " "));
  if (entity.person) {
    line("person", entity.person->name);
    line("office", entity.person->office);
  }
  line("by", entity.resolved_by);
  line("row", entity.row);
}

}  // namespace

void append_entities_json(std::string& out, std::span<const Entity> entities) {
  JsonWriter json(out);
  json.begin_object();
  write_entity(json, entities.front());
  if (entities.size() > 1) {
    json.key("others");
    json.begin_array();
    for (const Entity& other : entities.subspan(1)) {
      json.begin_object();
      write_entity(json, other);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
  out += '\n';
}

void append_entities_text(std::string& out, std::span<const Entity> entities) {
  for (const Entity& entity : entities) {
    if (&entity != &entities.front()) out += '\n';
    append_entity_text(out, entity);
  }
}

}  // namespace entente
