// Datelines.
#include <algorithm>
#include <string_view>

#include "proposition/repair_rules.h"

namespace entente {
namespace {

constexpr std::uint32_t kMaxDatelineTokens = 14;

bool is_dash(std::string_view word) {
  return word == "-" || word == "--" || word == "–" || word == "—" || word == "_";
}

bool is_upper(std::string_view text) {
  return text.size() > 1 && std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_dateline_word(const Parse& parse, std::uint32_t i) {
  const std::string_view text = parse.analysis().token_text(i);
  if (parse.pos(i) == Pos::kPunct || parse.pos(i) == Pos::kNum) return text != ":";
  if (parse.pos(i) == Pos::kSpace) return true;
  return is_upper(text) || parse.tag(i) == Tag::kNNP || parse.entity(i) == EntityType::kDate;
}

// The token behind the dash of a dateline, 0 when there is none.
std::uint32_t dateline_end(const Parse& parse, TokenRange segment) {
  const std::uint32_t limit = std::min(segment.last, segment.first + kMaxDatelineTokens);
  bool named = false;
  for (std::uint32_t i = segment.first; i < limit; ++i) {
    const std::string_view text = parse.analysis().token_text(i);
    if (text == ":" && i > segment.first && parse.word(i - 1) == ")") {  // "KABUL (AP) : …"
      return named && i + 1 < segment.last ? i + 1 : 0;
    }
    if (is_dash(text)) {
      const bool spaced = text != "-" || parse.analysis().tokens[i].space_after;
      const bool loose = i > segment.first && parse.analysis().tokens[i - 1].space_after;
      if (named && spaced && (loose || text != "-")) return i + 1 < segment.last ? i + 1 : 0;
      if (!named || spaced) return 0;
      continue;
    }
    if (!is_dateline_word(parse, i)) return 0;
    if (i == segment.first) named = is_upper(text) || parse.tag(i) == Tag::kNNP;
  }
  return 0;
}

}  // namespace

// "CAIRO, March 16 (Agency) - Egypt agreed": the place becomes a tree of its
// own; what the parser hung on it takes its place.
bool mend_dateline(Parse& parse, TokenRange segment) {
  const std::uint32_t end = dateline_end(parse, segment);
  if (end == 0) return false;
  const auto in_dateline = [&](std::uint32_t i) { return i >= segment.first && i < end; };
  std::uint32_t outer = segment.last;  // the word of the dateline that hangs in the sentence
  for (std::uint32_t i = segment.first; i < end; ++i) {
    if (parse.is_root(i) || !in_dateline(parse.head(i))) outer = i;
  }
  for (std::uint32_t i = end; i < segment.last && outer < segment.last; ++i) {
    if (!in_dateline(parse.head(i)) || parse.is_root(i)) continue;
    if (parse.pos(i) == Pos::kPunct || parse.pos(i) == Pos::kSpace) continue;
    take_place(parse, i, outer);
    outer = segment.last;
  }
  for (std::uint32_t i = segment.first; i < end; ++i) parse.attach(i, i, Dep::kDep);
  for (std::uint32_t i = end; i < segment.last; ++i) {
    if (in_dateline(parse.head(i))) parse.attach(i, i, Dep::kDep);
  }
  return true;
}

}  // namespace entente
