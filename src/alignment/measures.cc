#include "alignment/measures.h"

#include <algorithm>

#include "alignment/lift.h"
#include "alignment/series.h"
#include "alignment/share.h"
#include "alignment/tally.h"

namespace entente {
namespace {

// Substantive votes of a pair in the window, one item a story or day.
std::vector<ShareVotes> share_votes(std::span<const Vote> votes, const Window& window) {
  std::vector<std::pair<std::uint64_t, ShareVotes>> stories;
  for (const Vote& vote : votes) {
    if (vote.cls == ActClass::kTalk || !window.contains(vote.day)) continue;
    const double weight = window.weight(vote.day);
    const bool yes = vote.cls == ActClass::kCooperation;
    stories.emplace_back(cluster_of(vote.unit), ShareVotes{yes ? weight : 0, yes ? 0 : weight});
  }
  std::ranges::stable_sort(stories, {}, [](const auto& story) { return story.first; });
  std::vector<ShareVotes> joined;
  for (std::size_t i = 0; i < stories.size(); ++i) {
    if (i == 0 || stories[i].first != stories[i - 1].first) joined.emplace_back();
    joined.back().yes += stories[i].second.yes;
    joined.back().no += stories[i].second.no;
  }
  return joined;
}

std::vector<DistancePair> distances(const World& world, const VoteTable& votes,
                                    const std::vector<PairCount>& pairs) {
  std::vector<const StatePlace*> places(votes.state_count());
  for (const StatePlace& state : world.states) places[*votes.find(state.code)] = &state;
  std::vector<DistancePair> result;
  for (const PairCount& pair : pairs) {
    result.push_back({pair.a, pair.b, distance_km(*places[pair.a], *places[pair.b]),
                      static_cast<double>(pair.stories)});
  }
  return result;
}

}  // namespace

std::string day_name(std::int32_t day) {
  return Date::make(1970, 1, 1)->plus_days(day).to_string();
}

std::vector<PairRow> measure_pairs(const World& world, const VoteTable& votes,
                                   const Window& window) {
  const Tally tally = count_votes(votes, window);
  const std::vector<PairCount> pairs = count_pairs(votes, window);
  const AdditiveFit fit = fit_additive(tally.cooperation, tally.conflict);
  const Matrix lift = symmetric_lift(tally.cooperation);
  const Matrix targeting = directed_lift(tally.targeting);
  const auto adjusted = distance_adjusted(lift, distances(world, votes, pairs));
  ShareIntervals intervals;
  std::vector<PairRow> rows;
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const auto [a, b, stories, cooperation, conflict, talk] = pairs[k];
    PairRow& row = rows.emplace_back();
    row.a = votes.parties()[a];
    row.b = votes.parties()[b];
    row.stories = stories;
    row.cooperation = cooperation;
    row.conflict = conflict;
    row.talk = talk;
    if (const auto interval = intervals.of(share_votes(votes.of_pair(a, b), window))) {
      row.share = shrunk_share(tally.cooperation(a, b), tally.conflict(a, b), fit.predict(a, b));
      const Interval held = around(*interval, *row.share);
      row.share_low = held.low;
      row.share_high = held.high;
    }
    row.lift = lift(a, b);
    row.lift_adjusted = adjusted[k];
    row.profile = profile_correlation(tally.cooperation, lift, a, b);
    row.cotarget = profile_correlation(tally.targeting, targeting, a, b);
  }
  return rows;
}

PairLift lift_of_pair(const World& world, const VoteTable& votes, const Window& window,
                      PartyIndex a, PartyIndex b) {
  const std::vector<PairCount> pairs = count_pairs(votes, window);
  const Matrix lift = symmetric_lift(count_votes(votes, window).cooperation);
  const auto adjusted = distance_adjusted(lift, distances(world, votes, pairs));
  PairLift found{lift(a, b), {}};
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    if (std::minmax(pairs[k].a, pairs[k].b) == std::minmax(a, b)) found.adjusted = adjusted[k];
  }
  return found;
}

std::vector<SeriesRow> series_of_pair(const VoteTable& votes, const Window& window,
                                      PeriodLength length, PartyIndex a, PartyIndex b) {
  const Periods periods(window, length);
  const std::span<const Vote> own = votes.of_pair(a, b);
  const std::vector<PeriodCount> counts = count_periods(own, window, periods);
  std::vector<std::vector<Vote>> by_period(periods.size());
  double cooperation = 0;
  double conflict = 0;
  std::optional<std::size_t> first;
  std::size_t last = 0;
  for (const Vote& vote : own) {
    if (!window.contains(vote.day)) continue;
    const std::size_t period = periods.index_of(vote.day);
    by_period[period].push_back(vote);
    cooperation += vote.cls == ActClass::kCooperation ? 1 : 0;
    conflict += vote.cls == ActClass::kConflict ? 1 : 0;
    first = std::min(first.value_or(period), period);
    last = std::max(last, period);
  }
  std::vector<SeriesRow> rows;
  if (!first) return rows;
  double expected = (cooperation + 0.5) / (cooperation + conflict + 1);
  ShareIntervals intervals;
  for (std::size_t i = *first; i <= last; ++i) {
    SeriesRow& row = rows.emplace_back();
    row.a = votes.parties()[std::min(a, b)];
    row.b = votes.parties()[std::max(a, b)];
    row.period = day_name(periods.first_day(i));
    row.cooperation = static_cast<std::int64_t>(counts[i].cooperation);
    row.conflict = static_cast<std::int64_t>(counts[i].conflict);
    row.talk = static_cast<std::int64_t>(counts[i].talk);
    const auto interval = intervals.of(share_votes(by_period[i], window));
    if (!interval) continue;
    expected = shrunk_share(counts[i].cooperation, counts[i].conflict, expected);
    const Interval held = around(*interval, expected);
    row.share = expected;
    row.share_low = held.low;
    row.share_high = held.high;
  }
  return rows;
}

std::vector<SeriesRow> measure_series(const VoteTable& votes, const Window& window,
                                      PeriodLength length) {
  std::vector<SeriesRow> rows;
  for (const PairCount& pair : count_pairs(votes, window)) {
    std::ranges::move(series_of_pair(votes, window, length, pair.a, pair.b),
                      std::back_inserter(rows));
  }
  return rows;
}

}  // namespace entente
