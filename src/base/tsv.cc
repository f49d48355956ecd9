#include "base/tsv.h"

#include <fmt/core.h>

#include "base/utf8.h"

namespace entente {
namespace {

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = line.find(separator);
    parts.push_back(line.substr(0, at));
    if (at == std::string_view::npos) return parts;
    line.remove_prefix(at + 1);
  }
}

std::string join(const std::vector<std::string_view>& parts) {
  std::string out;
  for (const std::string_view part : parts) out += (out.empty() ? "" : " ") + std::string(part);
  return out;
}

bool has_outer_blank(std::string_view cell) {
  return !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
}

}  // namespace

Result<TsvTable> TsvTable::parse(std::string text, std::string path,
                                 const std::vector<std::string_view>& columns) {
  if (const auto bad = find_invalid_utf8(text)) {
    return fail(ErrorCode::kBadFormat, "not UTF-8", {path, 0, *bad});
  }
  TsvTable table;
  table.path_ = std::move(path);
  table.text_.assign(text.begin(), text.end());
  std::string_view rest(table.text_.data(), table.text_.size());
  std::vector<Error> errors;
  const auto report = [&](std::uint64_t line, std::string message) {
    errors.push_back({ErrorCode::kBadFormat, std::move(message), {table.path_, line, {}}});
  };
  if (rest.empty() || rest.back() != '\n') report(0, "the last line does not end with a newline");

  bool seen_head = false;
  for (std::uint64_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.starts_with('#')) continue;
    if (line.find('\r') != std::string_view::npos) {
      report(number, "a carriage return: lines must end with LF alone");
      continue;
    }
    Row row{number, split(line, '\t')};
    if (!seen_head) {
      seen_head = true;
      if (row.cells != columns) {
        report(number,
               fmt::format("expected the head '{}', found '{}'", join(columns), join(row.cells)));
        break;
      }
      continue;
    }
    if (row.cells.size() != columns.size()) {
      report(number, fmt::format("expected {} cells, found {}", columns.size(), row.cells.size()));
      continue;
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (has_outer_blank(row.cells[i])) {
        report(number,
               fmt::format("a blank before or after '{}' in column {}", row.cells[i], columns[i]));
      }
    }
    table.rows_.push_back(std::move(row));
  }
  if (!seen_head) report(0, fmt::format("no head line; expected '{}'", join(columns)));
  if (errors.empty()) return table;
  Error first = errors.front();
  for (std::size_t i = 1; i < errors.size(); ++i) first.message += "\n" + describe(errors[i]);
  return std::unexpected(std::move(first));
}

std::vector<std::string_view> split_list(std::string_view cell, char separator) {
  if (cell.empty()) return {};
  return split(cell, separator);
}

}  // namespace entente
