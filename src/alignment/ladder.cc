// Idea: a rung is a list of wordings; an act between the two states of a type that
// fits, whose sentence has one of them, is proof that is shown and can be doubted.
// Example: "Chinese and Russian warships began joint naval drills" is rung 4.
// Wrong case: the wording belongs to another clause of the sentence ("... as NATO
// held joint exercises"); hence sentences are shown, and the advanced rungs count
// only with two outlets.  Source: Korolev 2019 for the rungs.
#include "alignment/ladder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "base/tsv.h"

namespace entente {
namespace {

template <typename List, typename Value>
bool contains(const List& list, const Value& value) {
  return std::ranges::find(list, value) != std::ranges::end(list);
}

bool is_word_part(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

// The three words before `end`.
bool is_denied(std::string_view text, std::size_t end) {
  constexpr std::array<std::string_view, 4> kDenials = {"no", "not", "never", "without"};
  std::size_t at = end;
  for (int word = 0; word < 3; ++word) {
    while (at > 0 && !is_word_part(text[at - 1])) --at;
    const std::size_t last = at;
    while (at > 0 && is_word_part(text[at - 1])) --at;
    if (contains(kDenials, text.substr(at, last - at))) return true;
  }
  return false;
}

bool any_stands_in(std::string_view text, const std::vector<std::string>& wordings) {
  return std::ranges::any_of(wordings,
                             [&](const std::string& words) { return stands_in(text, words); });
}

std::vector<std::string> strings(std::string_view cell) {
  const auto parts = split_list(cell);
  return {parts.begin(), parts.end()};
}

}  // namespace

bool stands_in(std::string_view text, std::string_view words) {
  const std::string low = lower(text);
  for (std::size_t at = low.find(words); at != std::string::npos; at = low.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    const bool whole =
        (at == 0 || !is_word_part(low[at - 1])) && (end == low.size() || !is_word_part(low[end]));
    if (whole && !is_denied(low, at)) return true;
  }
  return false;
}

Result<Ladder> Ladder::parse(std::string text, const std::string& path) {
  const Result<TsvTable> table = TsvTable::parse(
      std::move(text), path, {"rung", "stage", "question", "types", "words", "formal", "source"});
  if (!table) return std::unexpected(table.error());
  Ladder ladder;
  for (const TsvTable::Row& row : table->rows()) {
    Rung rung{};
    const std::string_view number = row.cells[0];
    std::from_chars(number.data(), number.data() + number.size(), rung.number);
    rung.stage = row.cells[1];
    rung.question = row.cells[2];
    for (const std::string_view name : split_list(row.cells[3])) {
      const auto type = parse_event_type(name);
      if (!type)
        return fail(ErrorCode::kBadFormat, "no event type: " + std::string(name),
                    table->place(row));
      rung.types.push_back(*type);
    }
    rung.words = strings(row.cells[4]);
    rung.formal = strings(row.cells[5]);
    if (rung.number != static_cast<int>(ladder.rungs_.size()) + 1 || rung.words.empty()) {
      return fail(ErrorCode::kBadFormat, "expected rungs from 1 on, each with words",
                  table->place(row));
    }
    ladder.rungs_.push_back(std::move(rung));
  }
  return ladder;
}

std::vector<LadderRung> Ladder::climb(std::span<const LadderAct> acts) const {
  std::vector<LadderRung> result;
  for (const Rung& rung : rungs_) {
    LadderRung& found = result.emplace_back();
    found.number = rung.number;
    found.stage = rung.stage;
    found.question = rung.question;
    std::set<std::string> outlets;
    for (const LadderAct& act : acts) {
      if (!contains(rung.types, act.type)) continue;
      if (!any_stands_in(act.line.sentence, rung.words)) continue;
      ++found.acts;
      outlets.insert(act.line.outlet.empty() ? act.line.document : act.line.outlet);
      if (!found.first || act.line.date < found.first->date) found.first = act.line;
      if (!found.latest || act.line.date > found.latest->date) found.latest = act.line;
    }
    found.outlets = static_cast<std::int64_t>(outlets.size());
  }
  return result;
}

bool Ladder::names_treaty(std::string_view sentence) const {
  return std::ranges::any_of(
      rungs_, [&](const Rung& rung) { return any_stands_in(sentence, rung.formal); });
}

}  // namespace entente
