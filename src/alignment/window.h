// The days that a question is about, and how much an older one counts.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

namespace entente {

struct Window {
  std::int32_t first = 0;  // days from 1970-01-01, both included
  std::int32_t last = 0;
  double half_life_days = 0;  // 0: every day counts alike

  bool operator==(const Window&) const = default;
  bool contains(std::int32_t day) const { return first <= day && day <= last; }
  // 2^(-age / half-life); the last day has weight 1.
  double weight(std::int32_t day) const {
    return half_life_days > 0 ? std::exp2(-(last - day) / half_life_days) : 1.0;
  }
  // The weight at the middle of the day's block of four weeks: for the draws of a
  // bootstrap, where stories of one block and cell are then one pattern.
  double block_weight(std::int32_t day) const {
    constexpr std::int32_t kBlock = 28;
    return weight(last - (last - day) / kBlock * kBlock - kBlock / 2);
  }
};

// weight() of every day of the window, the first at [0].
inline std::vector<double> day_weights(const Window& window) {
  std::vector<double> weights;
  for (std::int32_t day = window.first; day <= window.last; ++day) {
    weights.push_back(window.weight(day));
  }
  return weights;
}

}  // namespace entente
