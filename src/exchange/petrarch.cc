#include "exchange/petrarch.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "base/utf8.h"
#include "text/table_cells.h"

namespace entente {
namespace {

constexpr std::string_view kPetrarchSource = "petrarch";
constexpr std::string_view kRefusedTable = "refused.tsv";

std::string head_of(const std::string& table) {
  if (table == "officials.tsv") {
    return "person\tcountry\tunit\toffice_title\tsector\tfrom\tto\tsource\twikidata\n";
  }
  if (table == "organisations.tsv") {
    return "id\tname\taliases\tkind\tfounded\tdissolved\thq_city\thq_country\tcode\tsector\t"
           "acts_for\tstate_owner\twikidata\tnote\tsource\n";
  }
  if (table == "armed_groups.tsv") {
    return "id\tname\taliases\thome\tcode\tsector\tfrom\tto\tsource\n";
  }
  if (table == "roles.tsv") return "phrase\tsector\toffice\tnote\tsource\n";
  return "id\tlemma\tpos\tparticle\tframe\ttype\tmode\tclass\tactor\trecipients\texample\t"
         "near_miss\tsource\n";
}

}  // namespace

void PetrarchOverlay::add(const std::string& table, std::vector<std::string> cells) {
  // The source stands before the last column in officials.tsv, else at the end.
  cells.emplace(table == "officials.tsv" ? cells.end() - 1 : cells.end(), kPetrarchSource);
  std::string row = tab_line(cells);
  if (seen_.insert(table + "\t" + row).second) rows_[table].push_back(std::move(row));
}

void PetrarchOverlay::refuse(std::string reason, const Place& place, std::string_view text) {
  refusals_.push_back({std::move(reason), place, std::string(text)});
}

std::string PetrarchOverlay::make_id(std::string_view wanted) {
  std::string id(wanted);
  for (int i = 2; !ids_.insert(id).second; ++i) id = fmt::format("{}_{}", wanted, i);
  return id;
}

std::size_t PetrarchOverlay::row_count(const std::string& table) const {
  const auto found = rows_.find(table);
  return found == rows_.end() ? 0 : found->second.size();
}

Status PetrarchOverlay::write(const std::string& directory) const {
  std::error_code error;
  std::filesystem::create_directories(directory + "/lexicon/entries", error);
  if (error) return fail(ErrorCode::kIo, error.message(), {directory, 0, {}});
  auto tables = rows_;
  tables.try_emplace("roles.tsv");  // an overlay has at least one table of knowledge
  for (const auto& [table, rows] : tables) {
    std::string text = "# From PETRARCH dictionaries: entente lexicon import-petrarch.\n";
    text += head_of(table);
    for (const std::string& row : rows) text += row;
    ENTENTE_TRY(write_file_atomically(std::string(directory).append("/").append(table), text));
  }
  std::string report = "# Lines of the dictionaries that did not become a row.\n";
  report += "reason\tfile\tline\ttext\n";
  for (const Refusal& refusal : refusals_) {
    report += tab_line(
        {refusal.reason, refusal.place.file, fmt::format("{}", refusal.place.line), refusal.text});
  }
  return write_file_atomically(directory + "/" + std::string(kRefusedTable), report);
}

std::string PetrarchOverlay::summary() const {
  std::string text;
  for (const auto& [table, rows] : rows_) text += fmt::format("{}\t{}\n", table, rows.size());
  text += fmt::format("known already\t{}\n", known_);
  std::map<std::string, std::vector<const Refusal*>> reasons;
  for (const Refusal& refusal : refusals_) reasons[refusal.reason].push_back(&refusal);
  for (const auto& [reason, refusals] : reasons) {
    text += fmt::format("not taken: {}\t{}\tfirst: {}:{}\n", reason, refusals.size(),
                        refusals.front()->place.file, refusals.front()->place.line);
  }
  return text;
}

Status PetrarchImporter::add(std::string_view text, const std::string& path) {
  if (const auto byte = find_invalid_utf8(text)) {
    return fail(ErrorCode::kBadFormat, "not valid UTF-8", {path, 0, *byte});
  }
  const std::vector<DictionaryLine> lines = split_dictionary(text);
  switch (guess_dictionary_kind(text)) {
    case DictionaryKind::kActors:
      import_petrarch_actors(lines, path, names_, knowledge_, overlay_);
      break;
    case DictionaryKind::kAgents:
      import_petrarch_agents(lines, path, names_.vocabulary(), knowledge_, overlay_);
      break;
    case DictionaryKind::kVerbs:
      import_petrarch_verbs(lines, path, names_.vocabulary(), overlay_);
      break;
  }
  return {};
}

Status PetrarchImporter::add_path(const std::string& path) {
  std::vector<std::string> files = {path};
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    files.clear();
    for (const auto& file : std::filesystem::directory_iterator(path, error)) {
      if (file.path().extension() == ".txt") files.push_back(file.path().string());
    }
    std::ranges::sort(files);
    if (files.empty()) {
      return fail(ErrorCode::kNotFound, "no .txt file in this folder", {path, 0, {}});
    }
  }
  for (const std::string& file : files) {
    const Result<std::string> text = read_file(file);
    if (!text) return std::unexpected(text.error());
    ENTENTE_TRY(add(*text, file));
  }
  return {};
}

}  // namespace entente
