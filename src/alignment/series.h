// The votes of a pair, or of a state and a group, by period.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "alignment/change_points.h"
#include "alignment/periods.h"
#include "alignment/vote_table.h"

namespace entente {

struct PeriodCount {
  double cooperation = 0, conflict = 0, talk = 0;
  double substantive() const { return cooperation + conflict; }
};

std::vector<PeriodCount> count_periods(std::span<const Vote> votes, const Window& window,
                                       const Periods& periods);

// Different stories of the whole corpus by period.  O(stories log periods).
std::vector<double> corpus_volume(const VoteTable& table, const Window& window,
                                  const Periods& periods);

std::vector<Observation> conflict_shares(std::span<const PeriodCount> counts);
std::vector<Observation> conflict_rates(std::span<const PeriodCount> counts,
                                        std::span<const double> volume);

}  // namespace entente
