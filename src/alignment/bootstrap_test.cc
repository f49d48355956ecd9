#include "alignment/bootstrap.h"

#include <gtest/gtest.h>

#include <cmath>

#include "alignment/blocs.h"
#include "alignment/groups.h"
#include "alignment/share_interval.h"
#include "alignment/testing/acts.h"
#include "alignment/tilt.h"

namespace entente {
namespace {

TEST(Random, GammaHasItsMeanAndVariance) {
  for (const double shape : {0.5, 1.0, 3.0, 40.0}) {
    Random random(11);
    double sum = 0;
    double squares = 0;
    constexpr int kDraws = 40000;
    for (int i = 0; i < kDraws; ++i) {
      const double x = random.gamma(shape);
      sum += x;
      squares += x * x;
    }
    const double mean = sum / kDraws;
    EXPECT_NEAR(mean, shape, 0.03 * shape + 0.01);
    EXPECT_NEAR(squares / kDraws - mean * mean, shape, 0.06 * shape + 0.02);
  }
}

TEST(StoryBootstrap, AStoryMovesItsCellsTogether) {
  StoryBootstrap bootstrap(3);
  for (std::uint64_t story = 0; story < 50; ++story) {
    bootstrap.add(story, 0, 1);
    bootstrap.add(story, 1, 2);
    bootstrap.add(story + 1000, 2, 1);
  }
  bootstrap.seal();
  Random random(3);
  std::vector<double> cells(3);
  double sum = 0;
  for (int draw = 0; draw < 2000; ++draw) {
    bootstrap.draw(random, cells);
    EXPECT_NEAR(cells[1], 2 * cells[0], 1e-9);
    sum += cells[2];
  }
  EXPECT_NEAR(sum / 2000, 50, 1);
}

TEST(ShareIntervals, FewStoriesGiveAWideIntervalAndNoPoint) {
  ShareIntervals intervals;
  EXPECT_EQ(intervals.of({}), std::nullopt);
  EXPECT_EQ(intervals.of({{0, 0}}), std::nullopt);
  const Interval three = *intervals.of({{1, 0}, {1, 0}, {1, 0}});
  EXPECT_NEAR(three.low, 0.46, 0.06);  // Beta(3.5, 0.5)
  EXPECT_GT(three.high, 0.99);
  const Interval many = *intervals.of(std::vector<ShareVotes>(300, {1, 0}));
  EXPECT_GT(many.low, 0.98);
}

// Known truth: independent stories, every share and size of sample.
TEST(ShareIntervals, CoverTheTruth) {
  Random random(5);
  ShareIntervals intervals;
  int covered = 0;
  int tried = 0;
  for (const double truth : {0.1, 0.3, 0.5, 0.8, 0.95}) {
    for (const int stories : {2, 5, 15, 60}) {
      for (int run = 0; run < 100; ++run) {
        std::vector<ShareVotes> votes;
        for (int i = 0; i < stories; ++i) {
          const bool yes = random.uniform() < truth;
          votes.push_back({yes ? 1.0 : 0.0, yes ? 0.0 : 1.0});
        }
        const Interval interval = *intervals.of(std::move(votes));
        covered += interval.low <= truth && truth <= interval.high ? 1 : 0;
        ++tried;
      }
    }
  }
  EXPECT_GE(covered, tried * 90 / 100);
  EXPECT_LE(covered, tried * 98 / 100);
}

TEST(Quantile, BetweenNeighbours) {
  const std::vector<double> values{1, 2, 3, 4};
  EXPECT_DOUBLE_EQ(quantile(values, 0), 1);
  EXPECT_DOUBLE_EQ(quantile(values, 0.5), 2.5);
  EXPECT_DOUBLE_EQ(quantile(values, 1), 4);
}

TEST(Blocs, DescentFindsTheMinimumOfFullEnumeration) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    constexpr std::size_t kStates = 11;
    Random random(seed);
    Matrix weights(kStates);
    for (std::size_t i = 0; i < kStates; ++i) {
      for (std::size_t j = i + 1; j < kStates; ++j) weights(i, j) = weights(j, i) = random.normal();
    }
    double best = 1e300;
    for (unsigned bits = 0; bits < 1U << (kStates - 1); ++bits) {
      std::vector<std::int8_t> side(kStates, 1);
      for (std::size_t i = 1; i < kStates; ++i) side[i] = (bits >> (i - 1) & 1) != 0 ? -1 : 1;
      best = std::min(best, frustration(weights, side));
    }
    const std::vector<Split> found = least_frustrated(weights, 300, random);
    EXPECT_NEAR(found.front().frustration, best, 1e-9) << seed;
    for (std::size_t k = 1; k < found.size(); ++k) {
      EXPECT_LE(found[k - 1].frustration, found[k].frustration);
      EXPECT_NE(found[k - 1].side, found[k].side);
    }
  }
}

TEST(Blocs, CentringIgnoresUnknownCells) {
  Matrix values(3, std::nan(""));
  values(0, 1) = values(1, 0) = 4;
  const Matrix centred = double_centred(values);
  EXPECT_NEAR(centred(0, 1), 0, 1e-12);  // 4 - 4 - 4 + 4
  EXPECT_EQ(centred(0, 2), 0);
}

VoteTable two_camps(const World& world, int stories) {
  VoteTable table(world);
  Random random(9);
  std::int64_t story = 1;
  for (int i = 0; i < 8; ++i) {
    for (int j = i + 1; j < 8; ++j) {
      for (int k = 0; k < stories; ++k) {
        const bool friends = random.uniform() < (i / 4 == j / 4 ? 0.8 : 0.2);
        table.add(testing::act("2020-01-01", testing::state(i), testing::state(j),
                               friends ? EventType::kSupport : EventType::kAccuse, story++));
      }
    }
  }
  table.seal();
  return table;
}

TEST(Blocs, TwoCampsAreFoundWithHighMembership) {
  const World world = testing::world_of(8);
  const VoteTable table = two_camps(world, 12);
  const Window window{*table.first_day(), *table.last_day()};
  const BlocResult blocs = measure_blocs(table, window);
  ASSERT_EQ(blocs.rows.size(), 8u);
  for (std::size_t i = 1; i < 8; ++i) {
    EXPECT_EQ(blocs.rows[i].bloc == blocs.rows[0].bloc, i < 4) << i;
    EXPECT_GT(blocs.rows[i].membership, 0.9);
  }
  BlocOptions strict;
  strict.min_stories = 1000;
  EXPECT_TRUE(measure_blocs(table, window, strict).rows.empty());
}

TEST(Tilt, IsTheDifferenceOfTwoLogOdds) {
  const World world = testing::world_of(3);
  VoteTable table(world);
  std::int64_t story = 1;
  const auto add = [&](int other, EventType type, int times) {
    for (int i = 0; i < times; ++i) {
      table.add(
          testing::act("2020-01-01", testing::state(0), testing::state(other), type, story++));
    }
  };
  add(1, EventType::kAid, 8);
  add(1, EventType::kAccuse, 2);
  add(1, EventType::kConsult, 20);
  add(2, EventType::kAid, 3);
  add(2, EventType::kSanction, 6);
  table.seal();
  const Group west = *Group::find(world, table, testing::state(1));
  const Group east = *Group::find(world, table, testing::state(2));
  const auto rows = measure_states(table, {*table.first_day(), *table.last_day()}, west, east);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_NEAR(*rows[0].tilt, std::log(8.5 / 2.5) - std::log(3.5 / 6.5), 1e-12);
  EXPECT_EQ(rows[0].stories_west, 10);
  EXPECT_EQ(rows[0].stories_east, 9);
  EXPECT_LT(*rows[0].tilt_low, *rows[0].tilt);
  EXPECT_GT(*rows[0].tilt_high, *rows[0].tilt);
  const Group nobody = *Group::find(world, table, testing::state(2));
  const auto one_sided = measure_states(table, {*table.first_day(), *table.last_day()}, nobody,
                                        *Group::find(world, table, testing::state(0)));
  EXPECT_EQ(one_sided.front().tilt, std::nullopt);
}

}  // namespace
}  // namespace entente
