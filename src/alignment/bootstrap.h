// The Bayesian bootstrap over stories (docs/measures/intervals.md).
//
// A figure is computed from cells: sums of votes.  Each draw gives every story a
// weight of mean 1, and each cell the sum of the weights of its stories, so that
// a story that feeds several cells moves them together.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "alignment/random.h"

namespace entente {

inline constexpr std::uint64_t kBootstrapSeed = 20220204;
inline constexpr int kBootstrapDraws = 1000;

class StoryBootstrap {
 public:
  explicit StoryBootstrap(std::size_t cells) : cells_(cells) {}

  // `amount` votes of the story (or day) `cluster` for the cell.
  void add(std::uint64_t cluster, std::uint32_t cell, double amount);
  // Stories with the same amounts in the same cells become one pattern.
  // Must be called once, before draw().  O(n log n).
  void seal();

  // The cells of one draw.  O(patterns).
  void draw(Random& random, std::span<double> cells) const;
  std::size_t cells() const { return cells_; }

 private:
  struct Part {
    std::uint32_t cell;
    double amount;
    auto operator<=>(const Part&) const = default;
  };
  struct Entry {
    std::uint64_t cluster;
    Part part;
  };
  struct Pattern {
    std::uint32_t first, last;  // in parts_
    double stories;
  };

  std::size_t cells_;
  std::vector<Entry> entries_;
  std::vector<Part> parts_;
  std::vector<Pattern> patterns_;
};

struct Interval {
  double low = 0, high = 0;
};

// The 2.5 % and 97.5 % quantiles (linear between neighbours); nullopt for no
// values.  Reorders them.
std::optional<Interval> central_interval(std::vector<double>& values);
// The quantile of sorted values, `at` in [0, 1].  REQUIRES: not empty.
double quantile(std::span<const double> sorted, double at);

// A share from bootstrapped sums with half a story of weight on either side, so
// that the draws of n like stories follow Beta(n + 1/2, 1/2) and not a point.
double smoothed_share(double yes, double no, Random& random);

}  // namespace entente
