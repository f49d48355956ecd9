// The days that a question is about, and how much an older one counts.
#pragma once

#include <cmath>
#include <cstdint>

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
};

}  // namespace entente
