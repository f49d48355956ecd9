// Why tables: with one alternation of 150 alternatives a regular expression
// engine tries each of them at each position; here a word that ends in "s"
// looks at the few rules that can end in "s".
//
// A suffix is searched from the left, so the leftmost start wins, that is, the
// longest match; the order of alternatives does not matter.  A prefix is the
// first alternative that matches, longest or not.  Example: for "km/h$" and
// "h$" behind a digit, "120km/h" gives the suffix "km/h".
//
// Cost: O(length) for find(), O(rules for one code point) for the others.
#include "nlp/affix_rules.h"

#include <algorithm>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr char32_t kLastCodePoint = 0x10FFFF;

// The start of the code point that ends at `end`.  REQUIRES: end > 0.
std::size_t step_back(std::string_view text, std::size_t end) {
  do {
    --end;
  } while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
  return end;
}

}  // namespace

void CodePointSet::add(char32_t first, char32_t last) { ranges_.emplace_back(first, last); }

void CodePointSet::finish() {
  std::sort(ranges_.begin(), ranges_.end());
  std::vector<std::pair<char32_t, char32_t>> merged;
  for (const auto& range : ranges_) {
    if (!merged.empty() && range.first <= merged.back().second + 1) {
      merged.back().second = std::max(merged.back().second, range.second);
    } else {
      merged.push_back(range);
    }
  }
  ranges_ = std::move(merged);
  ascii_ = {};
  for (const auto& [first, last] : ranges_) {
    for (char32_t c = first; c <= last && c < 128; ++c)
      ascii_[c / 64] |= std::uint64_t{1} << c % 64;
  }
}

void CodePointSet::negate() {
  std::vector<std::pair<char32_t, char32_t>> gaps;
  char32_t next = 0;
  for (const auto& [first, last] : ranges_) {
    if (first > next) gaps.emplace_back(next, first - 1);
    next = last + 1;
  }
  if (next <= kLastCodePoint) gaps.emplace_back(next, kLastCodePoint);
  ranges_ = std::move(gaps);
  finish();
}

bool CodePointSet::contains(char32_t c) const {
  if (c < 128) return (ascii_[c / 64] >> c % 64 & 1) != 0;
  const auto after =
      std::upper_bound(ranges_.begin(), ranges_.end(), c,
                       [](char32_t wanted, const std::pair<char32_t, char32_t>& range) {
                         return wanted < range.first;
                       });
  return after != ranges_.begin() && std::prev(after)->second >= c;
}

void AffixRules::build_index(bool by_last, Index& index) const {
  for (std::uint16_t r = 0; r < rules_.size(); ++r) {
    const Sequence& body = rules_[r].body;
    const CodePointSet& set = sets_[by_last ? body.back() : body.front()];
    for (char32_t c = 0; c < kAscii; ++c) {
      if (set.contains(c)) index[c].push_back(r);
    }
    if (set.has_beyond_ascii()) index[kAscii].push_back(r);
  }
}

bool AffixRules::matches_back(const Sequence& sequence, std::string_view text,
                              std::size_t& end) const {
  for (auto set = sequence.rbegin(); set != sequence.rend(); ++set) {
    if (end == 0) return false;
    const std::size_t begin = step_back(text, end);
    std::size_t pos = begin;
    if (!sets_[*set].contains(decode_utf8(text, pos))) return false;
    end = begin;
  }
  return true;
}

bool AffixRules::behind_holds(const Rule& rule, std::string_view text, std::size_t begin) const {
  return rule.behind.empty() ||
         std::any_of(rule.behind.begin(), rule.behind.end(), [&](const Sequence& sequence) {
           std::size_t end = begin;
           return matches_back(sequence, text, end);
         });
}

bool AffixRules::ahead_holds(const Rule& rule, std::string_view text, std::size_t end) const {
  if (rule.ahead.empty()) return true;
  const bool found =
      end < text.size() && sets_[rule.ahead.front()].contains(decode_utf8(text, end));
  return found != rule.ahead_negative;
}

std::size_t AffixRules::match_at(const Rule& rule, std::string_view text, std::size_t begin) const {
  std::size_t pos = begin;
  for (const SetIndex set : rule.body) {
    if (pos == text.size() || !sets_[set].contains(decode_utf8(text, pos))) return kNone;
  }
  while (rule.repeats && pos < text.size()) {
    std::size_t next = pos;
    if (!sets_[rule.body.back()].contains(decode_utf8(text, next))) break;
    pos = next;
  }
  return behind_holds(rule, text, begin) && ahead_holds(rule, text, pos) ? pos : kNone;
}

std::size_t AffixRules::match_back(const Rule& rule, std::string_view text) const {
  if (!ahead_holds(rule, text, text.size())) return kNone;
  std::size_t begin = text.size();
  if (!matches_back(rule.body, text, begin)) return kNone;
  if (!rule.repeats) return behind_holds(rule, text, begin) ? begin : kNone;
  // All elements are one set (parse() sees to it): the run goes on to the left.
  while (begin > 0) {
    std::size_t next = step_back(text, begin);
    std::size_t pos = next;
    if (!sets_[rule.body.back()].contains(decode_utf8(text, pos))) break;
    begin = next;
  }
  return begin;
}

std::size_t AffixRules::match_prefix(std::string_view text) const {
  if (text.empty()) return 0;
  const auto first = static_cast<unsigned char>(text.front());
  for (const std::uint16_t r : by_first_[std::min<std::size_t>(first, kAscii)]) {
    const std::size_t end = match_at(rules_[r], text, 0);
    if (end != kNone) return end;
  }
  return 0;
}

std::size_t AffixRules::match_suffix(std::string_view text) const {
  if (text.empty()) return 0;
  const auto last = static_cast<unsigned char>(text.back());
  std::size_t leftmost = text.size();
  for (const std::uint16_t r : by_last_[std::min<std::size_t>(last, kAscii)]) {
    leftmost = std::min(leftmost, match_back(rules_[r], text));
  }
  return text.size() - leftmost;
}

AffixRules::Match AffixRules::find(std::string_view text, std::size_t from) const {
  for (std::size_t pos = from; pos < text.size();) {
    const auto first = static_cast<unsigned char>(text[pos]);
    for (const std::uint16_t r : by_first_[std::min<std::size_t>(first, kAscii)]) {
      const std::size_t end = match_at(rules_[r], text, pos);
      if (end != kNone) return {pos, end};
    }
    do {
      ++pos;
    } while (pos < text.size() && (static_cast<unsigned char>(text[pos]) & 0xC0) == 0x80);
  }
  return {text.size(), text.size()};
}

}  // namespace entente
