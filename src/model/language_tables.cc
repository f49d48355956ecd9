#include "model/language_tables.h"

#include <algorithm>
#include <charconv>

#include "base/file.h"
#include "base/tsv.h"
#include "model/hashed_table.h"
#include "model/string_hash.h"

namespace entente::internal {
namespace {

Result<TsvTable> read_table(const std::string& path, const std::vector<std::string_view>& columns) {
  auto text = read_file(path);
  if (!text) return std::unexpected(std::move(text).error());
  return TsvTable::parse(std::move(*text), path, columns);
}

}  // namespace

Result<LanguageTables> LanguageTables::read(const std::string& folder) {
  LanguageTables tables;
  const auto symbols = read_table(folder + "/symbols.tsv", {"number", "symbol"});
  if (!symbols) return std::unexpected(symbols.error());
  for (const TsvTable::Row& row : symbols->rows()) {
    const std::string_view cell = row.cells[0];
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc{} || end != cell.data() + cell.size()) {
      return fail(ErrorCode::kBadFormat, "expected a number", symbols->place(row));
    }
    tables.symbols.emplace_back(row.cells[1], number);
  }
  const auto norms = read_table(folder + "/base_norms.tsv", {"text", "norm"});
  if (!norms) return std::unexpected(norms.error());
  for (const TsvTable::Row& row : norms->rows()) {
    tables.base_norms.emplace_back(row.cells[0], row.cells[1]);
  }
  return tables;
}

std::uint64_t LanguageTables::string_id(std::string_view text) const {
  if (text.empty()) return 0;
  for (const auto& [symbol, number] : symbols) {
    if (symbol == text) return number;
  }
  return string_hash(text);
}

Status LanguageTables::add_to(ModelWriter& writer) const {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> numbered;
  for (const auto& [symbol, number] : symbols) numbered.emplace_back(string_hash(symbol), number);
  std::sort(numbered.begin(), numbered.end());
  std::vector<std::uint64_t> keys;
  std::vector<std::uint32_t> numbers;
  for (const auto& [key, number] : numbered) {
    keys.push_back(key);
    numbers.push_back(number);
  }
  writer.add_u64("symbols.keys", keys);
  writer.add_u32("symbols.numbers", numbers);
  std::vector<HashedEntry> entries;
  for (const auto& [text, norm] : base_norms) entries.push_back({string_hash(text), {norm}});
  return add_hashed(writer, "base_norms", std::move(entries), {"base_norms.tsv", 0, {}});
}

}  // namespace entente::internal
