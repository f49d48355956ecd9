#include "proposition/headline.h"

namespace entente {
namespace {

constexpr std::uint32_t kMaxHeadlineTokens = 25;

bool ends_like_a_sentence(const Parse& parse, TokenRange segment) {
  for (std::uint32_t i = segment.last; i > segment.first; --i) {
    if (parse.pos(i - 1) == Pos::kSpace) continue;
    if (parse.tag(i - 1) == Tag::kCloseQuote) continue;
    const std::string_view word = parse.word(i - 1);
    return word == "." || word == "!" || word == "…" || word == ";" || word == ":" || word == ",";
  }
  return true;
}

}  // namespace

std::vector<bool> find_headlines(const Parse& parse) {
  const Analysis& analysis = parse.analysis();
  std::vector<bool> result(parse.segments().size(), analysis.section == Section::kTitle);
  if (analysis.section == Section::kTitle) return result;
  for (std::size_t s = 0; s < result.size(); ++s) {
    const TokenRange segment = parse.segments()[s];
    result[s] =
        segment.last - segment.first <= kMaxHeadlineTokens && !ends_like_a_sentence(parse, segment);
  }
  return result;
}

}  // namespace entente
