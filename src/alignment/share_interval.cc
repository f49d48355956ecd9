#include "alignment/share_interval.h"

#include <algorithm>

namespace entente {

std::optional<Interval> ShareIntervals::of(std::vector<ShareVotes> stories) {
  std::erase_if(stories, [](const ShareVotes& votes) { return votes.yes + votes.no <= 0; });
  if (stories.empty()) return std::nullopt;
  std::ranges::sort(stories);
  const auto [found, fresh] = known_.try_emplace(stories);
  if (!fresh) return found->second;

  StoryBootstrap bootstrap(2);
  for (std::size_t i = 0; i < stories.size(); ++i) {
    if (stories[i].yes > 0) bootstrap.add(i, 0, stories[i].yes);
    if (stories[i].no > 0) bootstrap.add(i, 1, stories[i].no);
  }
  bootstrap.seal();
  Random random(kBootstrapSeed);
  std::vector<double> cells(2);
  std::vector<double> shares;
  shares.reserve(kBootstrapDraws);
  for (int draw = 0; draw < kBootstrapDraws; ++draw) {
    bootstrap.draw(random, cells);
    shares.push_back(smoothed_share(cells[0], cells[1], random));
  }
  return found->second = *central_interval(shares);
}

Interval around(Interval interval, double value) {
  return {std::min(interval.low, value), std::max(interval.high, value)};
}

}  // namespace entente
