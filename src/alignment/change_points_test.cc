#include "alignment/change_points.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "alignment/measures.h"
#include "alignment/periods.h"
#include "alignment/random.h"

namespace entente {
namespace {

double level_cost(std::span<const Observation> part, SeriesKind kind) {
  double hits = 0;
  double size = 0;
  for (const Observation& one : part) {
    hits += one.hits;
    size += one.size;
  }
  const auto x_log = [](double x, double y) { return x > 0 ? x * std::log(y) : 0; };
  if (size <= 0) return 0;
  if (kind == SeriesKind::kRate) return -2 * (x_log(hits, hits / size) - hits);
  return -2 * (x_log(hits, hits / size) + x_log(size - hits, 1 - hits / size));
}

// All ways to cut, by plain dynamic programming without pruning.
std::vector<std::size_t> brute_force(std::span<const Observation> series, SeriesKind kind) {
  const std::size_t n = series.size();
  const double penalty = 3 * overdispersion(series, kind) * std::log(double(n));
  std::vector<double> best(n + 1, std::numeric_limits<double>::infinity());
  std::vector<std::size_t> from(n + 1);
  best[0] = -penalty;
  for (std::size_t end = 3; end <= n; ++end) {
    for (std::size_t start = 0; start + 3 <= end; ++start) {
      const double cost =
          best[start] + level_cost(series.subspan(start, end - start), kind) + penalty;
      if (cost < best[end]) {
        best[end] = cost;
        from[end] = start;
      }
    }
  }
  std::vector<std::size_t> cuts;
  for (std::size_t at = from[n]; at > 0; at = from[at]) cuts.insert(cuts.begin(), at);
  return cuts;
}

std::vector<Observation> steps(std::uint64_t seed, std::span<const double> levels, int each,
                               SeriesKind kind) {
  Random random(seed);
  std::vector<Observation> series;
  for (const double level : levels) {
    for (int i = 0; i < each; ++i) {
      Observation one{0, std::floor(random.uniform() * 12)};
      const double trials = kind == SeriesKind::kShare ? one.size : one.size * 3;
      for (int k = 0; k < int(trials); ++k) one.hits += random.uniform() < level ? 1 : 0;
      series.push_back(one);
    }
  }
  return series;
}

TEST(FindChanges, EqualsBruteForce) {
  const double levels[] = {0.2, 0.6, 0.3, 0.9};
  for (const SeriesKind kind : {SeriesKind::kShare, SeriesKind::kRate}) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
      const auto series = steps(seed, levels, 5 + int(seed % 9), kind);
      std::vector<std::size_t> found;
      for (const ChangePoint& point : find_changes(series, kind)) found.push_back(point.at);
      EXPECT_EQ(found, brute_force(series, kind)) << seed;
    }
  }
}

TEST(FindChanges, AStepIsFoundWhereItIs) {
  std::vector<Observation> series(12, {2, 10});
  series.insert(series.end(), 12, {8, 10});
  const auto points = find_changes(series, SeriesKind::kShare);
  ASSERT_EQ(points.size(), 1u);
  EXPECT_EQ(points[0].at, 12u);
  EXPECT_GT(points[0].probability, 0.99);
  EXPECT_DOUBLE_EQ(overdispersion(series, SeriesKind::kShare), 1);
}

TEST(FindChanges, ARateMayJumpWhereTheShareDoesNot) {
  std::vector<Observation> shares(12, {2, 2});
  shares.insert(shares.end(), 12, {60, 60});
  std::vector<Observation> rates(12, {2, 500});
  rates.insert(rates.end(), 12, {60, 500});
  EXPECT_TRUE(find_changes(shares, SeriesKind::kShare).empty());
  ASSERT_EQ(find_changes(rates, SeriesKind::kRate).size(), 1u);
}

TEST(FindChanges, NothingInNoiseShortOrEmptySeries) {
  const double level[] = {0.4};
  int found = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const auto series = steps(seed, level, 60, SeriesKind::kShare);
    found += find_changes(series, SeriesKind::kShare).empty() ? 0 : 1;
  }
  EXPECT_LE(found, 3);
  EXPECT_TRUE(find_changes(std::vector<Observation>(5, {1, 2}), SeriesKind::kShare).empty());
  for (const SeriesKind kind : {SeriesKind::kShare, SeriesKind::kRate}) {
    EXPECT_TRUE(find_changes(std::vector<Observation>(40), kind).empty());
    EXPECT_TRUE(find_changes({}, kind).empty());
  }
}

TEST(RecentChange, IsSeenAtTheEndOnly) {
  std::vector<Observation> calm(24, {2, 10});
  EXPECT_LT(probability_of_recent_change(calm), 0.1);
  std::vector<Observation> risen = calm;
  risen.insert(risen.end(), 2, {9, 10});
  EXPECT_GT(probability_of_recent_change(risen), 0.9);
  risen.insert(risen.end(), 12, {9, 10});
  EXPECT_LT(probability_of_recent_change(risen), 0.1);
  EXPECT_EQ(probability_of_recent_change({}), 0);
  std::vector<Observation> loud(24, {20000, 100000});
  loud.insert(loud.end(), 2, {90000, 100000});
  EXPECT_GT(probability_of_recent_change(loud), 0.9);
  const double empty = probability_of_recent_change(std::vector<Observation>(500));
  EXPECT_TRUE(std::isfinite(empty));
}

TEST(Periods, BeginWhereTheCalendarSays) {
  const Window window{Date::parse("2019-12-31")->epoch_day(),
                      Date::parse("2020-04-01")->epoch_day()};
  const Periods months(window, PeriodLength::kMonth);
  ASSERT_EQ(months.size(), 5u);
  EXPECT_EQ(day_name(months.first_day(0)), "2019-12-01");
  EXPECT_EQ(months.index_of(window.first), 0u);
  EXPECT_EQ(months.index_of(Date::parse("2020-02-29")->epoch_day()), 2u);
  EXPECT_EQ(months.index_of(window.last), 4u);
  EXPECT_EQ(Periods(window, PeriodLength::kQuarter).size(), 3u);
  EXPECT_EQ(Periods(window, PeriodLength::kYear).size(), 2u);
  const Periods weeks(window, PeriodLength::kWeek);
  EXPECT_EQ(day_name(weeks.first_day(0)), "2019-12-30");  // a Monday
  EXPECT_EQ(natural_length(window), PeriodLength::kWeek);
}

}  // namespace
}  // namespace entente
