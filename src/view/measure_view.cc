#include "view/measure_view.h"

#include <fmt/format.h>

#include <charconv>
#include <variant>
#include <vector>

#include "base/json_writer.h"
#include "text/table_cells.h"

namespace entente {
namespace {

struct Column {
  std::string_view name;
  std::variant<std::string, std::int64_t, std::optional<double>> value;
};
using Columns = std::vector<Column>;

Columns columns(const PairRow& row) {
  return {{"a", row.a},
          {"b", row.b},
          {"stories", row.stories},
          {"cooperation", row.cooperation},
          {"conflict", row.conflict},
          {"talk", row.talk},
          {"share", row.share},
          {"share_low", row.share_low},
          {"share_high", row.share_high},
          {"lift", row.lift},
          {"lift_adjusted", row.lift_adjusted},
          {"profile", row.profile},
          {"cotarget", row.cotarget}};
}

Columns columns(const TiltRow& row) {
  return {{"state", row.state},
          {"tilt", row.tilt},
          {"tilt_low", row.tilt_low},
          {"tilt_high", row.tilt_high},
          {"stories_west", row.stories_west},
          {"stories_east", row.stories_east}};
}

Columns columns(const BlocRow& row) {
  return {{"state", row.state},
          {"bloc", row.bloc},
          {"membership", std::optional(row.membership)},
          {"stories", row.stories}};
}

Columns columns(const ChangeRow& row) {
  return {{"a", row.a},
          {"b", row.b},
          {"kind", row.kind},
          {"date", row.date},
          {"probability", std::optional(row.probability)},
          {"before", row.before},
          {"after", row.after},
          {"stories", row.stories}};
}

Columns columns(const SeriesRow& row) {
  return {{"a", row.a},
          {"b", row.b},
          {"period", row.period},
          {"cooperation", row.cooperation},
          {"conflict", row.conflict},
          {"talk", row.talk},
          {"share", row.share},
          {"share_low", row.share_low},
          {"share_high", row.share_high}};
}

std::string digits(double value) { return fmt::format("{:.6g}", value); }

std::string csv_cell(const Column& column) {
  if (const auto* text = std::get_if<std::string>(&column.value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&column.value)) return std::to_string(*number);
  const auto& figure = std::get<std::optional<double>>(column.value);
  return figure ? digits(*figure) : "";
}

void write_json(JsonWriter& json, const Column& column) {
  json.key(column.name);
  if (const auto* text = std::get_if<std::string>(&column.value)) return json.string(*text);
  if (const auto* number = std::get_if<std::int64_t>(&column.value)) return json.integer(*number);
  const auto& figure = std::get<std::optional<double>>(column.value);
  if (!figure) return json.null();
  const std::string text = digits(*figure);
  double rounded = 0;
  std::from_chars(text.data(), text.data() + text.size(), rounded);
  json.number(rounded);
}

template <typename Row>
std::string table(std::span<const Row> rows, TableForm form) {
  std::string text;
  std::vector<std::string> cells;
  if (form == TableForm::kCsv) {
    for (const Column& column : columns(Row{})) cells.emplace_back(column.name);
    text += csv_line(cells);
  }
  for (const Row& row : rows) {
    if (form == TableForm::kCsv) {
      cells.clear();
      for (const Column& column : columns(row)) cells.push_back(csv_cell(column));
      text += csv_line(cells);
      continue;
    }
    JsonWriter json(text);
    json.begin_object();
    for (const Column& column : columns(row)) write_json(json, column);
    json.end_object();
    text += '\n';
  }
  return text;
}

}  // namespace

std::string measure_table(std::span<const PairRow> rows, TableForm form) {
  return table(rows, form);
}
std::string measure_table(std::span<const TiltRow> rows, TableForm form) {
  return table(rows, form);
}
std::string measure_table(std::span<const BlocRow> rows, TableForm form) {
  return table(rows, form);
}
std::string measure_table(std::span<const ChangeRow> rows, TableForm form) {
  return table(rows, form);
}
std::string measure_table(std::span<const SeriesRow> rows, TableForm form) {
  return table(rows, form);
}

}  // namespace entente
