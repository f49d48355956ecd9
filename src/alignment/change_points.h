// When a share or a rate changed (docs/measures/changes.md).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

// One period of a series: `hits` of `size`.  For shares `size` is a whole number of
// stories, for rates the exposure (stories of the corpus).
struct Observation {
  double hits = 0, size = 0;
};

enum class SeriesKind : std::uint8_t { kShare, kRate };

struct ChangePoint {
  std::size_t at = 0;      // index of the first period of the new state
  double probability = 0;  // that there is a change between the neighbouring points
};

// PELT with binomial or Poisson cost, penalty 3 phi ln T and segments of at least
// 3 periods.  In order; empty for fewer than 6 periods.
std::vector<ChangePoint> find_changes(std::span<const Observation> series, SeriesKind kind);

// phi: how much more the series jumps from period to period than its model says,
// at least 1; a step up or down does not inflate it.
double overdispersion(std::span<const Observation> series, SeriesKind kind);

// The probability that the share has changed within the last `recent` periods:
// Bayesian online detection with Beta(1,1) and a change every 60 periods.
double probability_of_recent_change(std::span<const Observation> series, std::size_t recent = 3);

}  // namespace entente
