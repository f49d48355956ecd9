#include "exchange/columns.h"

#include <fmt/format.h>

#include <cmath>

#include "ingest/json_object.h"

namespace entente {
namespace {

// A cell as POLECAT's loaders read it: in quotes where it holds a tab, a line
// end, or starts with a quote.
void append_cell(std::string& out, std::string_view cell) {
  if (cell.find_first_of("\t\r\n") == std::string_view::npos && !cell.starts_with('"')) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

std::string type_name(const EventRecord& record) {
  return record.has_type ? std::string(to_string(record.event.type)) : std::string();
}

std::string format_score(const EventRecord& record) {
  if (!record.has_type && !record.score) return "";
  return fmt::format("{:#}", record.intensity());
}

std::string format_degrees(double degrees) {
  return std::isnan(degrees) ? std::string() : fmt::format("{}", degrees);
}

bool append_fields(std::string& out, const EventRecord& record,
                   std::span<const std::string_view> columns, std::string_view missing) {
  if (record.fields.empty()) return false;
  const Result<OrderedJson> fields = parse_json_object(record.fields);
  if (!fields) return false;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) out += '\t';
    const auto found = fields->find(columns[i]);
    if (found == fields->end() || !found->is_string()) {
      out += missing;
    } else {
      append_cell(out, found->get_ref<const std::string&>());
    }
  }
  out += '\n';
  return true;
}

}  // namespace entente
