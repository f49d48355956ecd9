#include "alignment/series.h"

#include <algorithm>
#include <utility>

namespace entente {

std::span<const Vote> votes_of(const VoteTable& table, PartyIndex a, PartyIndex b) {
  const auto pair = std::minmax(a, b);
  const auto found =
      std::ranges::equal_range(table.votes(), std::pair<PartyIndex, PartyIndex>(pair), {},
                               [](const Vote& vote) { return std::pair(vote.a, vote.b); });
  return {found.begin(), found.end()};
}

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
  std::vector<std::pair<std::uint64_t, std::int32_t>> stories;
  for (const Vote& vote : table.votes()) {
    if (window.contains(vote.day)) stories.emplace_back(vote.unit, vote.day);
  }
  std::ranges::sort(stories);
  const auto rest = std::ranges::unique(stories, {}, [](const auto& story) { return story.first; });
  stories.erase(rest.begin(), rest.end());
  std::vector<double> volume(periods.size());
  for (const auto& [unit, day] : stories) ++volume[periods.index_of(day)];
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
