// Idea: PELT (Killick, Fearnhead and Eckley 2012) is dynamic programming over the
// last change, with starts pruned that can never win again; costs come from prefix
// sums.  A point's probability compares, between its neighbours, one level with two
// levels at any place (marginal likelihoods, even odds), tempered by phi.  The
// online posterior is Adams and MacKay 2007.  Example: conflict in 2 of 10 stories a
// month for a year, then 8 of 10: one point at the thirteenth month, probability 1.
// Wrong case: a slow drift is shown as one or two steps.  Cost: O(T) to O(T^2).
#include "alignment/change_points.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace entente {
namespace {

constexpr std::size_t kMinSegment = 3;
constexpr double kPenalty = 3;
constexpr double kHazard = 1.0 / 60;

double x_log(double x, double y) { return x > 0 ? x * std::log(y) : 0; }

double log_beta(double a, double b) { return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b); }

class Segments {
 public:
  Segments(std::span<const Observation> series, SeriesKind kind) : kind_(kind) {
    sums_.resize(series.size() + 1);
    for (std::size_t i = 0; i < series.size(); ++i) {
      sums_[i + 1] = {sums_[i].hits + series[i].hits, sums_[i].size + series[i].size};
    }
  }

  Observation sum(std::size_t first, std::size_t last) const {
    return {sums_[last].hits - sums_[first].hits, sums_[last].size - sums_[first].size};
  }

  // -2 log likelihood at the best level, without constants.
  double cost(std::size_t first, std::size_t last) const {
    const auto [hits, size] = sum(first, last);
    if (size <= 0) return 0;
    if (kind_ == SeriesKind::kRate) return -2 * (x_log(hits, hits / size) - hits);
    return -2 * (x_log(hits, hits / size) + x_log(size - hits, (size - hits) / size));
  }

  // log marginal likelihood with a Beta(1/2, 1/2) share, or a rate around the mean
  // of the whole series with the weight of half a hit.
  double evidence(std::size_t first, std::size_t last) const {
    const auto [hits, size] = sum(first, last);
    if (kind_ == SeriesKind::kShare) {
      return log_beta(hits + 0.5, size - hits + 0.5) - log_beta(0.5, 0.5);
    }
    const Observation all = sums_.back();
    if (all.hits <= 0 || all.size <= 0) return 0;
    const double prior = 0.5 * all.size / all.hits;
    return 0.5 * std::log(prior) - std::lgamma(0.5) + std::lgamma(hits + 0.5) -
           (hits + 0.5) * std::log(size + prior);
  }

 private:
  SeriesKind kind_;
  std::vector<Observation> sums_;
};

// The last change before each end, by PELT.
std::vector<std::size_t> best_starts(const Segments& segments, std::size_t periods,
                                     double penalty) {
  std::vector<double> best(periods + 1, std::numeric_limits<double>::infinity());
  std::vector<std::size_t> start(periods + 1, 0);
  // Starts still in play; one that has lost at `end` can win until a whole segment
  // fits behind `end`, and is dropped then.
  struct Start {
    std::size_t at;
    std::size_t drop_at = std::numeric_limits<std::size_t>::max();
  };
  std::vector<Start> open{{0}};
  best[0] = -penalty;
  for (std::size_t end = kMinSegment; end <= periods; ++end) {
    std::erase_if(open, [end](const Start& s) { return end >= s.drop_at; });
    for (const Start& s : open) {
      if (end - s.at < kMinSegment) continue;
      const double value = best[s.at] + segments.cost(s.at, end) + penalty;
      if (value < best[end]) {
        best[end] = value;
        start[end] = s.at;
      }
    }
    for (Start& s : open) {
      const bool lost =
          end - s.at >= kMinSegment && best[s.at] + segments.cost(s.at, end) > best[end];
      if (lost) s.drop_at = std::min(s.drop_at, end + kMinSegment);
    }
    open.push_back({end});
  }
  return start;
}

// Two levels somewhere in [first, last) against one.
double change_probability(const Segments& segments, std::size_t first, std::size_t last,
                          double phi) {
  std::vector<double> ratios;
  for (std::size_t at = first + kMinSegment; at + kMinSegment <= last; ++at) {
    ratios.push_back((segments.evidence(first, at) + segments.evidence(at, last) -
                      segments.evidence(first, last)) /
                     phi);
  }
  if (ratios.empty()) return 0;
  const double top = std::ranges::max(ratios);
  double sum = 0;
  for (const double ratio : ratios) sum += std::exp(ratio - top);
  const double log_odds = top + std::log(sum / static_cast<double>(ratios.size()));
  return 1 / (1 + std::exp(-log_odds));
}

}  // namespace

double overdispersion(std::span<const Observation> series, SeriesKind kind) {
  Observation all;
  for (const Observation& one : series) {
    all.hits += one.hits;
    all.size += one.size;
  }
  if (all.size <= 0) return 1;
  const double level = all.hits / all.size;
  std::vector<double> jumps;
  std::optional<double> before;
  for (const Observation& one : series) {
    if (one.size <= 0) continue;
    const double expected = one.size * level;
    const double variance = kind == SeriesKind::kShare ? expected * (1 - level) : expected;
    if (variance <= 0) return 1;
    const double residual = (one.hits - expected) / std::sqrt(variance);
    if (before) jumps.push_back(std::abs(residual - *before));
    before = residual;
  }
  if (jumps.empty()) return 1;
  const auto middle = jumps.begin() + static_cast<std::ptrdiff_t>(jumps.size() / 2);
  std::ranges::nth_element(jumps, middle);
  const double spread = *middle / 0.6745;
  return std::max(1.0, spread * spread / 2);
}

std::vector<ChangePoint> find_changes(std::span<const Observation> series, SeriesKind kind) {
  std::vector<ChangePoint> changes;
  const std::size_t periods = series.size();
  if (periods < 2 * kMinSegment) return changes;
  const Segments segments(series, kind);
  const double phi = overdispersion(series, kind);
  const double penalty = kPenalty * phi * std::log(static_cast<double>(periods));
  const std::vector<std::size_t> start = best_starts(segments, periods, penalty);
  std::vector<std::size_t> edges{periods};
  while (edges.back() > 0) edges.push_back(start[edges.back()]);
  std::ranges::reverse(edges);
  for (std::size_t k = 1; k + 1 < edges.size(); ++k) {
    changes.push_back({edges[k], change_probability(segments, edges[k - 1], edges[k + 1], phi)});
  }
  return changes;
}

double probability_of_recent_change(std::span<const Observation> series, std::size_t recent) {
  // By run length: probability, and the hits and misses seen since the change.
  struct Run {
    double probability;
    double hits = 1, misses = 1;
  };
  std::vector<Run> runs{{1.0}};  // runs[r]: r periods since the change
  for (const Observation& one : series) {
    const double misses = one.size - one.hits;
    // Relative to the likeliest run: with many stories a likelihood has no double.
    std::vector<double> logs;
    for (const Run& run : runs) {
      logs.push_back(log_beta(run.hits + one.hits, run.misses + misses) -
                     log_beta(run.hits, run.misses) + std::log(run.probability));
    }
    const double top = std::ranges::max(logs);
    double total = 0;
    for (std::size_t r = 0; r < runs.size(); ++r) {
      runs[r].probability = std::exp(logs[r] - top);
      runs[r].hits += one.hits;
      runs[r].misses += misses;
      total += runs[r].probability;
    }
    for (Run& run : runs) run.probability *= (1 - kHazard) / total;
    runs.insert(runs.begin(), Run{kHazard});
  }
  if (runs.size() <= recent + 1) return 0;
  double sum = 0;
  for (std::size_t r = 1; r <= recent; ++r) sum += runs[r].probability;
  return sum;
}

}  // namespace entente
