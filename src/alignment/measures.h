// The tables of `entente measure`, row by row (docs/measures/README.md).
#pragma once

#include <optional>
#include <vector>

#include "alignment/periods.h"
#include "alignment/share_interval.h"
#include "alignment/vote_table.h"
#include "alignment/window.h"
#include "record/measure_rows.h"

namespace entente {

// Every pair of states with a story in the window.
std::vector<PairRow> measure_pairs(const World& world, const VoteTable& votes,
                                   const Window& window);

// The lift of one pair, as measure_pairs() has it.
struct PairLift {
  double lift = 0;
  std::optional<double> adjusted;  // absent: a distance or a line is not known
};
PairLift lift_of_pair(const World& world, const VoteTable& votes, const Window& window,
                      PartyIndex a, PartyIndex b);

// Change points of the pairs with at least 20 substantive stories: of the share,
// of the rate of conflict per 1,000 stories of the corpus, and, when it is likelier
// than not, a change of the share in the last three periods ("now").
std::vector<ChangeRow> measure_changes(const VoteTable& votes, const Window& window,
                                       PeriodLength length);
std::vector<ChangeRow> changes_of_pair(const VoteTable& votes, const Window& window,
                                       PeriodLength length, PartyIndex a, PartyIndex b);

// Every period from the first to the last with a story of the pair, empty ones too.
std::vector<SeriesRow> measure_series(const VoteTable& votes, const Window& window,
                                      PeriodLength length);
std::vector<SeriesRow> series_of_pair(const VoteTable& votes, const Window& window,
                                      PeriodLength length, PartyIndex a, PartyIndex b);

// "YYYY-MM-DD" of a day counted from 1970-01-01.
std::string day_name(std::int32_t day);

}  // namespace entente
