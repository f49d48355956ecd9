#include "alignment/series.h"

namespace entente {

std::vector<PeriodCount> count_periods(std::span<const Vote> votes, const Window& window,
                                       const Periods& periods) {
  std::vector<PeriodCount> counts(periods.size());
  for (const Vote& vote : votes) {
    if (!window.contains(vote.day)) continue;
    PeriodCount& count = counts[periods.index_of(vote.day)];
    if (vote.cls == ActClass::kCooperation) ++count.cooperation;
    if (vote.cls == ActClass::kConflict) ++count.conflict;
    if (vote.cls == ActClass::kTalk) ++count.talk;
  }
  return counts;
}

std::vector<double> corpus_volume(const VoteTable& table, const Window& window,
                                  const Periods& periods) {
  std::vector<double> volume(periods.size());
  for (const std::int32_t day : table.story_days()) {
    if (window.contains(day)) ++volume[periods.index_of(day)];
  }
  return volume;
}

std::vector<Observation> conflict_shares(std::span<const PeriodCount> counts) {
  std::vector<Observation> series;
  for (const PeriodCount& count : counts) series.push_back({count.conflict, count.substantive()});
  return series;
}

std::vector<Observation> conflict_rates(std::span<const PeriodCount> counts,
                                        std::span<const double> volume) {
  std::vector<Observation> series;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    series.push_back({counts[i].conflict, volume[i]});
  }
  return series;
}

}  // namespace entente
