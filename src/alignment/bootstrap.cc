// Idea (Rubin 1981): story weights are independent exponentials; the sum over n
// stories of one pattern is Gamma(n), so that a draw costs one number a pattern,
// not a story.  With half a story of either kind added the share of n independent
// votes follows Beta(yes + 1/2, no + 1/2), whose interval covers near 95 % also for
// few stories, where resampling with replacement gives a single point.  Example: 3
// stories, all cooperative: [0.46, 1.00].  Wrong case: stories that copy each
// other unseen; the interval is then too narrow.
#include "alignment/bootstrap.h"

#include <algorithm>
#include <cmath>

namespace entente {

void StoryBootstrap::add(std::uint64_t cluster, std::uint32_t cell, double amount) {
  entries_.push_back({cluster, {cell, amount}});
}

void StoryBootstrap::seal() {
  std::ranges::sort(entries_, [](const Entry& left, const Entry& right) {
    if (left.cluster != right.cluster) return left.cluster < right.cluster;
    return left.part < right.part;
  });
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    const bool same_story = i > 0 && entries_[i - 1].cluster == entry.cluster;
    if (!same_story) {
      const auto at = static_cast<std::uint32_t>(parts_.size());
      patterns_.push_back({at, at, 1});
    }
    if (same_story && parts_.back().cell == entry.part.cell) {
      parts_.back().amount += entry.part.amount;
    } else {
      parts_.push_back(entry.part);
      ++patterns_.back().last;
    }
  }
  entries_ = {};
  const auto parts_of = [this](const Pattern& pattern) {
    return std::span(parts_).subspan(pattern.first, pattern.last - pattern.first);
  };
  const auto before = [&](const Pattern& left, const Pattern& right) {
    return std::ranges::lexicographical_compare(parts_of(left), parts_of(right));
  };
  std::ranges::stable_sort(patterns_, before);
  std::vector<Pattern> unique;
  for (const Pattern& pattern : patterns_) {
    if (!unique.empty() && std::ranges::equal(parts_of(unique.back()), parts_of(pattern))) {
      ++unique.back().stories;
    } else {
      unique.push_back(pattern);
    }
  }
  patterns_ = std::move(unique);
}

void StoryBootstrap::draw(Random& random, std::span<double> cells) const {
  std::ranges::fill(cells, 0.0);
  for (const Pattern& pattern : patterns_) {
    const double weight = random.gamma(pattern.stories);
    for (std::uint32_t i = pattern.first; i < pattern.last; ++i) {
      cells[parts_[i].cell] += weight * parts_[i].amount;
    }
  }
}

double quantile(std::span<const double> sorted, double at) {
  const double place = at * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  const double part = place - static_cast<double>(below);
  return sorted[below] * (1 - part) + sorted[above] * part;
}

std::optional<Interval> central_interval(std::vector<double>& values) {
  if (values.empty()) return std::nullopt;
  std::ranges::sort(values);
  return Interval{quantile(values, 0.025), quantile(values, 0.975)};
}

double smoothed_share(double yes, double no, Random& random) {
  const double up = yes + random.gamma(0.5);
  const double down = no + random.gamma(0.5);
  return up + down > 0 ? up / (up + down) : 0.5;
}

}  // namespace entente
