#include "exchange/vocabulary.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>

#include "base/file.h"
#include "base/tsv.h"

namespace entente {
namespace {

using Columns = std::vector<std::string_view>;
using Row = TsvTable::Row;

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  return out;
}

std::string join_key(std::string_view scheme, std::string_view name) {
  std::string key(scheme);
  key += '\t';
  key += name;
  return key;
}

// Hands every row to `add`, which says what is wrong with it ("" if nothing
// is).  The last column is the source.
Status read_rows(const std::string& path, const Columns& columns,
                 const std::function<std::string(const Row&)>& add) {
  auto text = read_file(path);
  if (!text) return std::unexpected(text.error());
  const auto table = TsvTable::parse(std::move(*text), path, columns);
  if (!table) return std::unexpected(table.error());
  for (const Row& row : table->rows()) {
    std::string wrong = row.cells.back().empty() ? "no source" : add(row);
    if (!wrong.empty()) return fail(ErrorCode::kBadFormat, std::move(wrong), table->place(row));
  }
  return {};
}

std::string repeated(std::string_view key) { return fmt::format("'{}' stands here twice", key); }

template <typename T>
bool parse_number(std::string_view text, T& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

constexpr std::string_view kSectorWords =
    " COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE "
    "REL SOC ";

bool is_sector(std::string_view word) {
  return word.size() == 3 && kSectorWords.find(fmt::format(" {} ", word)) != std::string::npos;
}

}  // namespace

Result<Vocabulary> Vocabulary::load(const std::string& directory) {
  Vocabulary vocabulary;
  ENTENTE_TRY(vocabulary.read_cameo(directory));
  ENTENTE_TRY(vocabulary.read_countries(directory));
  ENTENTE_TRY(vocabulary.read_sectors(directory));
  ENTENTE_TRY(vocabulary.read_groups(directory));
  return vocabulary;
}

Status Vocabulary::read_cameo(const std::string& directory) {
  const Columns columns = {"code", "label", "goldstein", "event", "mode", "source"};
  return read_rows(directory + "/cameo.tsv", columns, [&](const Row& row) -> std::string {
    CameoEvent event{std::string(row.cells[0]), std::string(row.cells[1]), 0,
                     parse_event_type(row.cells[3]), std::string(row.cells[4])};
    if (!parse_number(row.cells[2], event.goldstein) || event.goldstein < -10 ||
        event.goldstein > 10) {
      return fmt::format("'{}' is no number from -10 to 10", row.cells[2]);
    }
    if (!event.type && !row.cells[3].empty()) return fmt::format("no event '{}'", row.cells[3]);
    if (!event.mode.empty() && (!event.type || !is_mode_of(*event.type, event.mode))) {
      return fmt::format("'{}' is no mode of {}", event.mode, row.cells[3]);
    }
    // "Consult" is 04 and 040: the longer code is the one that events have.
    std::string& code = cameo_labels_[lower(event.label)];
    if (code.size() < 3) code = event.code;
    if (!cameo_.emplace(event.code, event).second) return repeated(event.code);
    return "";
  });
}

Status Vocabulary::read_countries(const std::string& directory) {
  const Columns columns = {"name", "scheme", "code", "source"};
  return read_rows(directory + "/countries.tsv", columns, [&](const Row& row) -> std::string {
    if (row.cells[2].size() != 3) return fmt::format("'{}' is no code", row.cells[2]);
    const std::string key = join_key(row.cells[1], row.cells[0]);
    return countries_.emplace(key, row.cells[2]).second ? "" : repeated(row.cells[0]);
  });
}

Status Vocabulary::read_sectors(const std::string& directory) {
  const Columns columns = {"name", "scheme", "sector", "rank", "source"};
  return read_rows(directory + "/sectors.tsv", columns, [&](const Row& row) -> std::string {
    SectorRank sector{std::string(row.cells[2]), 0};
    if (!is_sector(sector.sector)) return fmt::format("no sector '{}'", sector.sector);
    if (!parse_number(row.cells[3], sector.rank)) {
      return fmt::format("'{}' is no rank", row.cells[3]);
    }
    const std::string key = join_key(row.cells[1], row.cells[0]);
    return sectors_.emplace(key, sector).second ? "" : repeated(row.cells[0]);
  });
}

Status Vocabulary::read_groups(const std::string& directory) {
  const Columns columns = {"name", "code", "id", "source"};
  return read_rows(directory + "/groups.tsv", columns, [&](const Row& row) -> std::string {
    const GroupCode group{std::string(row.cells[1]), std::string(row.cells[2])};
    return groups_.emplace(row.cells[0], group).second ? "" : repeated(row.cells[0]);
  });
}

const CameoEvent* Vocabulary::find_cameo(std::string_view code) const {
  auto found = cameo_.find(code);
  if (found == cameo_.end() && code.size() < 4) found = cameo_.find("0" + std::string(code));
  return found == cameo_.end() ? nullptr : &found->second;
}

const CameoEvent* Vocabulary::find_cameo_label(std::string_view label) const {
  const auto found = cameo_labels_.find(lower(label));
  return found == cameo_labels_.end() ? nullptr : find_cameo(found->second);
}

std::string_view Vocabulary::find_country(std::string_view scheme, std::string_view name) const {
  const auto found = countries_.find(join_key(scheme, name));
  return found == countries_.end() ? std::string_view() : std::string_view(found->second);
}

const SectorRank* Vocabulary::find_sector(std::string_view scheme, std::string_view name) const {
  const auto found = sectors_.find(join_key(scheme, name));
  return found == sectors_.end() ? nullptr : &found->second;
}

const GroupCode* Vocabulary::find_group(std::string_view name) const {
  const auto found = groups_.find(name);
  return found == groups_.end() ? nullptr : &found->second;
}

}  // namespace entente
