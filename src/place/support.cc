#include "place/support.h"

#include <algorithm>

namespace entente {

CountrySupport::CountrySupport(const Analysis& analysis, std::span<const NameMatch> names)
    : analysis_(analysis) {
  for (const NameMatch& match : names) {
    const Candidate& c = match.candidates.front();
    const bool state = c.kind == NameKind::kState || c.kind == NameKind::kForce;
    const bool sole_region = c.kind == NameKind::kRegion && match.candidates.size() == 1;
    if ((!state && !sole_region) || c.code.empty()) continue;
    ++in_text_[c.code];
    ++in_sentence_[{sentence_of(match.tokens.first), c.code}];
  }
}

double CountrySupport::of(std::string_view country, std::uint32_t token) const {
  const auto found = in_text_.find(country);
  if (country.empty() || found == in_text_.end()) return 0;
  if (in_sentence_.contains({sentence_of(token), country})) return 3;
  return found->second > 1 ? 2 : 1;
}

std::size_t CountrySupport::sentence_of(std::uint32_t token) const {
  const auto after = std::upper_bound(
      analysis_.sentences.begin(), analysis_.sentences.end(), token,
      [](std::uint32_t t, const TokenRange& sentence) { return t < sentence.last; });
  return static_cast<std::size_t>(after - analysis_.sentences.begin());
}

}  // namespace entente
