#include "lexicon/frame_syntax.h"

#include <fmt/core.h>

#include <algorithm>

#include "base/tsv.h"

namespace entente {
namespace {

struct SlotName {
  std::string_view name;
  Slot slot;
};

constexpr SlotName kSlots[] = {
    {"subject", Slot::kSubject},     {"object", Slot::kObject},
    {"indirect", Slot::kIndirect},   {"attribute", Slot::kAttribute},
    {"possessor", Slot::kPossessor}, {"modifier", Slot::kModifier},
    {"clause", Slot::kClause},       {"clause:that", Slot::kClauseThat},
    {"clause:to", Slot::kClauseTo},  {"clause:ing", Slot::kClauseIng},
    {"adverb", Slot::kAdverb},       {"mutual", Slot::kMutual},
    {"topic", Slot::kTopic},
};

// Names of what the mentions say, not words.
bool set_builtin(std::string_view name, WordTest& test) {
  if (name == "actor") return test.actor = true;
  if (name == "place") return test.place = true;
  if (name == "act") return test.act = true;
  if (name == "number") return test.number = true;
  if (name == "several") return test.several = true;
  return false;
}

bool is_upper(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

Status add_word(std::string_view part, const Selection& selection, WordTest& test) {
  if (!part.starts_with('@')) {
    std::ranges::replace(test.words.emplace_back(part), '_', ' ');
    return {};
  }
  const std::string_view name = part.substr(1);
  if (name.empty()) return fail(ErrorCode::kBadFormat, "'@' without a name");
  if (set_builtin(name, test)) return {};
  if (!is_upper(name)) {
    const auto found = selection.find(name);
    if (found == selection.end()) {
      return fail(ErrorCode::kBadFormat, fmt::format("selection.tsv has no class '{}'", part));
    }
    test.words.insert(test.words.end(), found->second.begin(), found->second.end());
    return {};
  }
  const auto type = parse_event_type(name);
  if (!type) return fail(ErrorCode::kBadFormat, fmt::format("'{}' is no event type", part));
  test.act_types.push_back(*type);
  return {};
}

Result<Condition> parse_condition(std::string_view part, const Selection& selection) {
  Condition condition;
  if (part.starts_with('!')) {
    condition.forbidden = true;
    part.remove_prefix(1);
  }
  const std::size_t equals = part.find('=');
  auto slot = parse_slot(part.substr(0, equals));
  if (!slot) return std::unexpected(slot.error());
  condition.slot = *slot;
  if (equals == std::string_view::npos) return condition;
  auto words = parse_words(part.substr(equals + 1), selection);
  if (!words) return std::unexpected(words.error());
  condition.words = std::move(*words);
  return condition;
}

// Words tell senses apart better than the mere presence of a slot; a thing
// that must be absent tells least.
int weigh(const Condition& condition) {
  if (condition.forbidden) return 1;
  if (condition.words.any()) return 4;
  const WordTest& words = condition.words;
  const bool general = words.words.empty() && words.act_types.empty();
  return general ? 8 : 24;
}

}  // namespace

Result<SlotSpec> parse_slot(std::string_view text) {
  for (const SlotName& known : kSlots) {
    if (text == known.name) return SlotSpec{known.slot, {}};
  }
  constexpr std::string_view kPrep = "prep:";
  if (text.starts_with(kPrep) && text.size() > kPrep.size()) {
    SlotSpec spec{Slot::kPrep, std::string(text.substr(kPrep.size()))};
    std::ranges::replace(spec.preposition, '_', ' ');
    return spec;
  }
  return fail(ErrorCode::kBadFormat, fmt::format("'{}' is no slot", text));
}

Result<std::vector<Condition>> parse_frame(std::string_view cell, const Selection& selection) {
  std::vector<Condition> frame;
  for (std::string_view part : split_list(cell, ' ')) {
    auto condition = parse_condition(part, selection);
    if (!condition) return std::unexpected(condition.error());
    frame.push_back(std::move(*condition));
  }
  return frame;
}

Result<std::vector<SlotSpec>> parse_participants(std::string_view cell) {
  std::vector<SlotSpec> slots;
  if (cell == "-") return slots;
  for (std::string_view part : split_list(cell)) {
    auto slot = parse_slot(part);
    if (!slot) return std::unexpected(slot.error());
    slots.push_back(std::move(*slot));
  }
  return slots;
}

Result<WordTest> parse_words(std::string_view cell, const Selection& selection) {
  WordTest test;
  for (std::string_view part : split_list(cell)) {
    if (part.empty()) return fail(ErrorCode::kBadFormat, "an empty word");
    ENTENTE_TRY(add_word(part, selection, test));
  }
  if (test.any()) return fail(ErrorCode::kBadFormat, "'=' without words");
  std::sort(test.words.begin(), test.words.end());
  test.words.erase(std::unique(test.words.begin(), test.words.end()), test.words.end());
  return test;
}

int compute_specificity(const Entry& entry) {
  std::size_t words = 0;
  for (const auto& alternative : entry.particles) words = std::max(words, alternative.size());
  int sum = 16 * static_cast<int>(words);
  for (const Condition& condition : entry.frame) sum += weigh(condition);
  return sum;
}

}  // namespace entente
