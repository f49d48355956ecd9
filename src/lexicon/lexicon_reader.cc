// Fills a Lexicon from its tables.  Every fault of a row is an error with file
// and line; nothing is skipped or repaired.  All faults of all tables are
// given at once, so that a writer of entries mends them in one go.
#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "base/file.h"
#include "base/tsv.h"
#include "lexicon/frame_syntax.h"
#include "lexicon/lexicon.h"

namespace entente {
namespace {

constexpr std::string_view kFallbackFamily = "fallback.";
constexpr int kFallbackPenalty = 1000;  // below what any frame can weigh

const std::vector<std::string_view> kEntryColumns = {
    "id",    "lemma", "pos",        "particle", "frame",     "type",  "mode",
    "class", "actor", "recipients", "example",  "near_miss", "source"};
const std::vector<std::string_view> kSelectionColumns = {"class", "words"};
const std::vector<std::string_view> kSignatureColumns = {"class", "positive", "negated", "holder",
                                                         "example"};
const std::vector<std::string_view> kTypeColumns = {
    "type",    "recipients", "noun_recipients", "needs",    "mutual", "requested",
    "refused", "threatened", "promised",        "declined", "ended"};
const std::vector<std::string_view> kHedgeColumns = {"word", "effect"};
const std::vector<std::string_view> kModeColumns = {"type", "mode", "words"};
const std::vector<std::string_view> kContextColumns = {"context", "words"};

struct EffectName {
  std::string_view name;
  Effect effect;
};
constexpr EffectName kEffects[] = {{"keep", Effect::kKeep},
                                   {"happened", Effect::kHappened},
                                   {"negated", Effect::kNegated},
                                   {"reported", Effect::kReported},
                                   {"denied", Effect::kDenied},
                                   {"feared", Effect::kFeared},
                                   {"expected", Effect::kExpected},
                                   {"future", Effect::kFuture},
                                   {"open", Effect::kHypothetical},
                                   {"topic", Effect::kTopic},
                                   {"historical", Effect::kHistorical}};

std::optional<Effect> parse_effect(std::string_view name) {
  for (const EffectName& known : kEffects) {
    if (name == known.name) return known.effect;
  }
  return std::nullopt;
}

std::optional<EntryPos> parse_pos_cell(std::string_view cell) {
  if (cell == "v") return EntryPos::kVerb;
  if (cell == "n") return EntryPos::kNoun;
  if (cell == "a") return EntryPos::kAdjective;
  return std::nullopt;
}

std::vector<std::string> to_strings(const std::vector<std::string_view>& parts) {
  return {parts.begin(), parts.end()};
}

}  // namespace

class LexiconReader {
 public:
  explicit LexiconReader(std::string directory) : directory_(std::move(directory)) {}

  Result<Lexicon> read(const std::vector<std::string>& overlays);

 private:
  using Row = TsvTable::Row;

  void complain(const TsvTable& table, const Row& row, const std::string& message) {
    errors_.push_back({ErrorCode::kBadFormat, message, table.place(row)});
  }
  // The value, or nullptr after a complaint.
  template <typename T>
  T* take(Result<T>& result, const TsvTable& table, const Row& row) {
    if (result) return &*result;
    complain(table, row, result.error().message);
    return nullptr;
  }
  template <typename Function>
  void read_table(const std::string& name, const std::vector<std::string_view>& columns,
                  Function&& read_row);
  template <typename Function>
  void read_file_rows(const std::string& path, const std::vector<std::string_view>& columns,
                      Function&& read_row);
  void read_entry_files(const std::vector<std::string>& overlays);
  // False when there is none.
  bool read_entries_of(const std::string& directory);
  void read_entry(const TsvTable& table, const Row& row);
  void read_entry_meaning(const TsvTable& table, const Row& row, Entry& entry);
  void read_selection(const TsvTable& table, const Row& row);
  void read_signature(const TsvTable& table, const Row& row);
  void read_type(const TsvTable& table, const Row& row);
  void read_hedge(const TsvTable& table, const Row& row);
  void read_mode(const TsvTable& table, const Row& row);
  void read_context(const TsvTable& table, const Row& row);
  void index_words(const TsvTable& table, const Row& row, std::string_view cell, std::size_t label,
                   Lexicon::LabelIndex& index);
  std::optional<EventType> read_type_cell(const TsvTable& table, const Row& row,
                                          std::string_view cell);
  void read_slots(const TsvTable& table, const Row& row, std::string_view cell,
                  std::vector<SlotSpec>& slots);
  void check_complete();
  void index();

  std::string directory_;
  Lexicon lexicon_;
  Selection selection_;
  std::vector<Error> errors_;
  std::map<std::string, Place> ids_;
  std::map<std::string, std::string> senses_;    // what tells an entry apart -> its id
  std::map<std::string, std::string> overlaid_;  // those of the overlays
  std::set<EventType> seen_types_;
  std::set<EntryClass> seen_classes_;
};

template <typename Function>
void LexiconReader::read_table(const std::string& name,
                               const std::vector<std::string_view>& columns, Function&& read_row) {
  read_file_rows(directory_ + "/" + name, columns, std::forward<Function>(read_row));
}

template <typename Function>
void LexiconReader::read_file_rows(const std::string& path,
                                   const std::vector<std::string_view>& columns,
                                   Function&& read_row) {
  auto text = read_file(path);
  if (!text) {
    errors_.push_back(text.error());
    return;
  }
  auto table = TsvTable::parse(std::move(*text), path, columns);
  if (!table) {
    errors_.push_back(table.error());
    return;
  }
  for (const Row& row : table->rows()) read_row(*table, row);
}

void LexiconReader::read_entry_files(const std::vector<std::string>& overlays) {
  for (const std::string& overlay : overlays) read_entries_of(overlay);
  overlaid_ = std::exchange(senses_, {});
  if (!read_entries_of(directory_)) {
    errors_.push_back({ErrorCode::kNotFound, "no entries/*.tsv", {directory_, 0, {}}});
  }
}

bool LexiconReader::read_entries_of(const std::string& directory) {
  std::vector<std::string> paths;
  std::error_code failed;
  for (const auto& file : std::filesystem::directory_iterator(directory + "/entries", failed)) {
    if (file.path().extension() == ".tsv") paths.push_back(file.path().string());
  }
  std::sort(paths.begin(), paths.end());
  for (const std::string& path : paths) {
    read_file_rows(path, kEntryColumns,
                   [this](const TsvTable& table, const Row& row) { read_entry(table, row); });
  }
  return !failed && !paths.empty();
}

void LexiconReader::read_entry(const TsvTable& table, const Row& row) {
  auto entry = std::make_unique<Entry>();
  entry->file = table.path();
  entry->line = row.line;
  entry->id = row.cells[0];
  entry->lemmas = to_strings(split_list(row.cells[1]));
  for (std::string_view alternative : split_list(row.cells[3])) {
    entry->particles.push_back(to_strings(split_list(alternative, ' ')));
  }
  entry->example = row.cells[10];
  entry->near_miss = row.cells[11];
  if (entry->id.find('.') == std::string::npos) complain(table, row, "an id is 'family.word'");
  if (!ids_.emplace(entry->id, table.place(row)).second) {
    complain(table, row, fmt::format("the id '{}' is taken", entry->id));
  }
  if (entry->lemmas.empty()) complain(table, row, "no lemma");
  if (row.cells[12].empty()) complain(table, row, "no source");
  const auto pos = parse_pos_cell(row.cells[2]);
  if (!pos) complain(table, row, fmt::format("pos is v, n or a, not '{}'", row.cells[2]));
  entry->pos = pos.value_or(EntryPos::kVerb);
  auto frame = parse_frame(row.cells[4], selection_);
  if (auto* conditions = take(frame, table, row)) entry->frame = std::move(*conditions);
  read_entry_meaning(table, row, *entry);
  std::vector<std::string> own;  // lemmas whose sense no overlay has
  for (const std::string& lemma : entry->lemmas) {
    // A judgement ("a threat") stands beside the deed of the same word.
    const auto sense = fmt::format("{} {} {} {} {}", row.cells[2], lemma, row.cells[3],
                                   row.cells[4], entry->cls == EntryClass::kEvaluate);
    if (overlaid_.contains(sense)) continue;
    own.push_back(lemma);
    const auto [known, fresh] = senses_.emplace(sense, entry->id);
    if (!fresh) {
      complain(table, row,
               fmt::format("'{}' has the same word and frame as '{}'", lemma, known->second));
    }
  }
  entry->lemmas = std::move(own);
  entry->specificity = compute_specificity(*entry);
  entry->fallback = entry->id.starts_with(kFallbackFamily);
  if (entry->fallback) entry->specificity -= kFallbackPenalty;
  lexicon_.entries_.push_back(std::move(entry));
}

// Columns type, mode, class, actor, recipients; the blank cells by the type's rule.
void LexiconReader::read_entry_meaning(const TsvTable& table, const Row& row, Entry& entry) {
  entry.type = read_type_cell(table, row, row.cells[5]);
  entry.mode = row.cells[6];
  if (!entry.mode.empty() && !(entry.type && is_mode_of(*entry.type, entry.mode))) {
    complain(table, row, fmt::format("'{}' is no mode of '{}'", entry.mode, row.cells[5]));
  }
  const auto cls = parse_entry_class(row.cells[7]);
  if (!cls) complain(table, row, fmt::format("'{}' is no class", row.cells[7]));
  entry.cls = cls.value_or(EntryClass::kAct);
  if (entry.cls == EntryClass::kAct && !entry.type) complain(table, row, "an act needs a type");
  const bool noun = entry.pos == EntryPos::kNoun;
  if (row.cells[8].empty()) {
    entry.actor = {{Slot::kSubject, {}}};
  } else {
    read_slots(table, row, row.cells[8], entry.actor);
  }
  if (!row.cells[9].empty()) {
    read_slots(table, row, row.cells[9], entry.recipients);
  } else if (entry.type) {
    const TypeRule& rule = lexicon_.rule(*entry.type);
    entry.recipients = noun ? rule.noun_recipients : rule.recipients;
  }
  if (entry.example.empty() && entry.type) complain(table, row, "no example");
}

// A class may stand in several rows, which join.
void LexiconReader::read_selection(const TsvTable& table, const Row& row) {
  const std::string_view name = row.cells[0];
  const bool plain = std::all_of(name.begin(), name.end(),
                                 [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
  if (name.empty() || !plain) complain(table, row, "a class is in lower case letters and '_'");
  auto words = parse_words(row.cells[1], selection_);
  if (auto* test = take(words, table, row)) {
    auto& members = selection_[std::string(name)];
    members.insert(members.end(), test->words.begin(), test->words.end());
  }
}

std::optional<EventType> LexiconReader::read_type_cell(const TsvTable& table, const Row& row,
                                                       std::string_view cell) {
  if (cell.empty()) return std::nullopt;
  const auto type = parse_event_type(cell);
  if (!type) complain(table, row, fmt::format("'{}' is no event type", cell));
  return type;
}

void LexiconReader::read_slots(const TsvTable& table, const Row& row, std::string_view cell,
                               std::vector<SlotSpec>& slots) {
  auto parsed = parse_participants(cell);
  if (auto* list = take(parsed, table, row)) slots = std::move(*list);
}

void LexiconReader::read_signature(const TsvTable& table, const Row& row) {
  const auto cls = parse_entry_class(row.cells[0]);
  const auto positive = parse_effect(row.cells[1]);
  const auto negated = parse_effect(row.cells[2]);
  if (!cls || !positive || !negated || (row.cells[3] != "yes" && row.cells[3] != "no")) {
    complain(table, row, "expected a class, two effects and yes or no");
    return;
  }
  if (!seen_classes_.insert(*cls).second) complain(table, row, "a class twice");
  lexicon_.signatures_[static_cast<std::size_t>(*cls)] = {*positive, *negated,
                                                          row.cells[3] == "yes"};
}

void LexiconReader::read_type(const TsvTable& table, const Row& row) {
  const auto type = read_type_cell(table, row, row.cells[0]);
  if (!type) {
    complain(table, row, "no type");
    return;
  }
  if (!seen_types_.insert(*type).second) complain(table, row, "a type twice");
  TypeRule& rule = lexicon_.types_[static_cast<std::size_t>(*type)];
  read_slots(table, row, row.cells[1], rule.recipients);
  read_slots(table, row, row.cells[2], rule.noun_recipients);
  rule.needs_recipient = row.cells[3] == "recipient";
  rule.actor_optional = row.cells[3] == "either";
  if (!rule.needs_recipient && !rule.actor_optional && row.cells[3] != "actor") {
    complain(table, row, "needs is actor, recipient or either");
  }
  rule.mutual = row.cells[4] == "yes";
  rule.requested = row.cells[5];
  rule.refused = row.cells[6];
  rule.threatened = row.cells[7];
  rule.promised = read_type_cell(table, row, row.cells[8]);
  rule.declined = read_type_cell(table, row, row.cells[9]);
  rule.ended = read_type_cell(table, row, row.cells[10]);
}

void LexiconReader::read_hedge(const TsvTable& table, const Row& row) {
  const auto effect = parse_effect(row.cells[1]);
  if (!effect) complain(table, row, fmt::format("'{}' is no effect", row.cells[1]));
  const std::string word(row.cells[0]);
  if (!lexicon_.hedges_.emplace(word, effect.value_or(Effect::kKeep)).second) {
    complain(table, row, fmt::format("'{}' stands twice", word));
  }
}

void LexiconReader::read_mode(const TsvTable& table, const Row& row) {
  WordLabel label{std::string(row.cells[1]), read_type_cell(table, row, row.cells[0])};
  if (!label.type || !is_mode_of(*label.type, label.label)) {
    complain(table, row, fmt::format("'{}' is no mode of '{}'", label.label, row.cells[0]));
  }
  lexicon_.modes_.push_back(std::move(label));
  index_words(table, row, row.cells[2], lexicon_.modes_.size() - 1, lexicon_.mode_words_);
}

void LexiconReader::read_context(const TsvTable& table, const Row& row) {
  lexicon_.contexts_.push_back({std::string(row.cells[0]), std::nullopt});
  index_words(table, row, row.cells[1], lexicon_.contexts_.size() - 1, lexicon_.context_words_);
}

void LexiconReader::index_words(const TsvTable& table, const Row& row, std::string_view cell,
                                std::size_t label, Lexicon::LabelIndex& index) {
  if (label > std::numeric_limits<std::uint8_t>::max()) {
    complain(table, row, "more than 256 rows");
    return;
  }
  auto words = parse_words(cell, selection_);
  const auto* test = take(words, table, row);
  if (test == nullptr) return;
  for (const std::string& word : test->words) {
    index[word].push_back(static_cast<std::uint8_t>(label));
  }
}

void LexiconReader::check_complete() {
  if (seen_types_.size() != lexicon_.types_.size()) {
    errors_.push_back(
        {ErrorCode::kBadFormat, "a type is missing", {directory_ + "/types.tsv", 0, {}}});
  }
  if (seen_classes_.size() != lexicon_.signatures_.size()) {
    errors_.push_back(
        {ErrorCode::kBadFormat, "a class is missing", {directory_ + "/signatures.tsv", 0, {}}});
  }
}

void LexiconReader::index() {
  for (const auto& entry : lexicon_.entries_) {
    auto& index = lexicon_.index_[static_cast<std::size_t>(entry->pos)];
    for (const std::string& lemma : entry->lemmas) {
      // Nouns of several words stand under their last one.
      index[lemma.substr(lemma.rfind(' ') + 1)].push_back(entry.get());
    }
  }
  for (auto& index : lexicon_.index_) {
    for (auto& [lemma, entries] : index) {
      std::stable_sort(entries.begin(), entries.end(), [](const Entry* a, const Entry* b) {
        return a->specificity > b->specificity;
      });
    }
  }
}

Result<Lexicon> LexiconReader::read(const std::vector<std::string>& overlays) {
  read_table("selection.tsv", kSelectionColumns,
             [this](const TsvTable& table, const Row& row) { read_selection(table, row); });
  read_table("signatures.tsv", kSignatureColumns,
             [this](const TsvTable& table, const Row& row) { read_signature(table, row); });
  read_table("types.tsv", kTypeColumns,
             [this](const TsvTable& table, const Row& row) { read_type(table, row); });
  read_table("hedges.tsv", kHedgeColumns,
             [this](const TsvTable& table, const Row& row) { read_hedge(table, row); });
  read_table("modes.tsv", kModeColumns,
             [this](const TsvTable& table, const Row& row) { read_mode(table, row); });
  read_table("contexts.tsv", kContextColumns,
             [this](const TsvTable& table, const Row& row) { read_context(table, row); });
  read_entry_files(overlays);
  check_complete();
  if (errors_.empty()) {
    index();
    lexicon_.selection_ = std::move(selection_);
    for (auto& [name, words] : lexicon_.selection_) std::ranges::sort(words);
    return std::move(lexicon_);
  }
  Error all = errors_.front();
  for (std::size_t i = 1; i < errors_.size(); ++i) all.message += "\n" + describe(errors_[i]);
  return std::unexpected(std::move(all));
}

Result<Lexicon> Lexicon::load(const std::string& directory,
                              const std::vector<std::string>& overlays) {
  return LexiconReader(directory).read(overlays);
}

}  // namespace entente
