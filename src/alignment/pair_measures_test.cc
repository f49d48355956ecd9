#include <gtest/gtest.h>

#include <cmath>

#include "alignment/lift.h"
#include "alignment/measures.h"
#include "alignment/random.h"
#include "alignment/share.h"
#include "alignment/testing/acts.h"

namespace entente {
namespace {

using testing::act;
using testing::state;
using testing::world_of;

Matrix random_counts(std::size_t n, std::uint64_t seed, bool symmetric) {
  Random random(seed);
  Matrix counts(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      if (i == j || (symmetric && j < i)) continue;
      counts(i, j) = std::floor(random.gamma(0.7) * 4);
      if (symmetric) counts(j, i) = counts(i, j);
    }
  }
  return counts;
}

double row_sum(const Matrix& m, std::size_t i) {
  double sum = 0;
  for (const double x : m.row(i)) sum += x;
  return sum;
}

// E from L: the expected counts behind a lift.
double expected(const Matrix& counts, const Matrix& lift, std::size_t i, std::size_t j) {
  return (counts(i, j) + 1) / std::exp(lift(i, j)) - 1;
}

TEST(Lift, ExpectedCountsHaveTheRowSumsOfTheCounts) {
  const Matrix counts = random_counts(8, 1, true);
  const Matrix lift = symmetric_lift(counts);
  for (std::size_t i = 0; i < 8; ++i) {
    double sum = 0;
    for (std::size_t j = 0; j < 8; ++j) {
      if (i != j) sum += expected(counts, lift, i, j);
    }
    EXPECT_NEAR(sum, row_sum(counts, i), 1e-6);
    EXPECT_EQ(lift(i, i), 0);
  }
  // E is u_i u_j: any two pairs of four states have the same cross ratio.
  EXPECT_NEAR(expected(counts, lift, 0, 1) * expected(counts, lift, 2, 3),
              expected(counts, lift, 0, 2) * expected(counts, lift, 1, 3), 1e-9);
}

TEST(Lift, DirectedExpectedCountsHaveBothMargins) {
  const Matrix counts = random_counts(7, 2, false);
  const Matrix lift = directed_lift(counts);
  for (std::size_t i = 0; i < 7; ++i) {
    double out = 0;
    double in = 0;
    double seen_in = 0;
    for (std::size_t j = 0; j < 7; ++j) {
      seen_in += counts(j, i);
      if (i == j) continue;
      out += expected(counts, lift, i, j);
      in += expected(counts, lift, j, i);
    }
    EXPECT_NEAR(out, row_sum(counts, i), 1e-6);
    EXPECT_NEAR(in, seen_in, 1e-6);
  }
}

TEST(Lift, EmptyCountsAndAStarAreFinite) {
  Matrix star(5);
  for (std::size_t j = 1; j < 5; ++j) star(0, j) = star(j, 0) = 3;
  for (const Matrix& counts : {Matrix(4), star}) {
    const Matrix lift = symmetric_lift(counts);
    const Matrix directed = directed_lift(counts);
    for (std::size_t i = 0; i < counts.size(); ++i) {
      for (std::size_t j = 0; j < counts.size(); ++j) {
        EXPECT_TRUE(std::isfinite(lift(i, j)));
        EXPECT_TRUE(std::isfinite(directed(i, j)));
      }
    }
  }
}

TEST(Profile, IsPearsonsOverTheThirdPartiesOfEither) {
  Matrix counts = random_counts(9, 3, true);
  counts(0, 5) = counts(5, 0) = counts(1, 5) = counts(5, 1) = 0;  // 5 knows neither
  const Matrix lift = symmetric_lift(counts);
  std::vector<double> x;
  std::vector<double> y;
  for (std::size_t k = 2; k < 9; ++k) {
    if (counts(0, k) < 1 && counts(1, k) < 1) continue;
    x.push_back(lift(0, k));
    y.push_back(lift(1, k));
  }
  ASSERT_GE(x.size(), 5u);
  double mean_x = 0;
  double mean_y = 0;
  for (std::size_t k = 0; k < x.size(); ++k) {
    mean_x += x[k] / double(x.size());
    mean_y += y[k] / double(x.size());
  }
  double xy = 0;
  double xx = 0;
  double yy = 0;
  for (std::size_t k = 0; k < x.size(); ++k) {
    xy += (x[k] - mean_x) * (y[k] - mean_y);
    xx += (x[k] - mean_x) * (x[k] - mean_x);
    yy += (y[k] - mean_y) * (y[k] - mean_y);
  }
  EXPECT_NEAR(*profile_correlation(counts, lift, 0, 1), xy / std::sqrt(xx * yy), 1e-9);
}

TEST(Profile, IsAbsentForFewPartiesOrNoSpread) {
  const Matrix few = random_counts(6, 4, true);
  EXPECT_EQ(profile_correlation(few, symmetric_lift(few), 0, 1), std::nullopt);
  Matrix flat(8, 2);
  for (std::size_t i = 0; i < 8; ++i) flat(i, i) = 0;
  EXPECT_EQ(profile_correlation(flat, symmetric_lift(flat), 0, 1), std::nullopt);
}

TEST(DistanceAdjusted, IsTheResidualOfALine) {
  Matrix lift(12);
  std::vector<DistancePair> pairs;
  for (std::size_t j = 1; j < 12; ++j) {
    const double km = 100.0 * double(j * j);
    lift(0, j) = 2 - 0.3 * std::log1p(km) + (j == 5 ? 1 : 0);
    pairs.push_back({0, j, km, 6});
  }
  pairs.push_back({0, 1, std::nullopt, 6});
  const auto adjusted = distance_adjusted(lift, pairs);
  EXPECT_GT(*adjusted[4], 0.8);
  EXPECT_LT(std::abs(*adjusted[0]), 0.3);
  EXPECT_EQ(adjusted.back(), std::nullopt);
  double sum = 0;
  for (std::size_t k = 0; k + 1 < pairs.size(); ++k) sum += *adjusted[k];
  EXPECT_NEAR(sum, 0, 1e-9);
  EXPECT_EQ(distance_adjusted(lift, std::span(pairs).first(2))[0], std::nullopt);
}

// The penalised log likelihood of the additive model at its best residuals.
double objective(const Matrix& yes, const Matrix& no, const AdditiveFit& fit) {
  double sum = 0;
  for (const double a : fit.effects) sum -= a * a / 2;
  for (std::size_t i = 0; i < yes.size(); ++i) {
    for (std::size_t j = i + 1; j < yes.size(); ++j) {
      const double n = yes(i, j) + no(i, j);
      if (n <= 0) continue;
      const double base = fit.mean + fit.effects[i] + fit.effects[j];
      double best = -1e300;
      for (double t = -6; t <= 6; t += 0.002) {
        best =
            std::max(best, yes(i, j) * (base + t) - n * std::log1p(std::exp(base + t)) - t * t / 2);
      }
      sum += best;
    }
  }
  return sum;
}

TEST(AdditiveFit, NoSmallStepImprovesIt) {
  const Matrix yes = random_counts(6, 5, true);
  const Matrix no = random_counts(6, 6, true);
  const AdditiveFit fit = fit_additive(yes, no);
  const double best = objective(yes, no, fit);
  for (const double step : {-0.05, 0.05}) {
    AdditiveFit other = fit;
    other.mean += step;
    EXPECT_LT(objective(yes, no, other), best);
    for (std::size_t i = 0; i < 6; ++i) {
      other = fit;
      other.effects[i] += step;
      EXPECT_LT(objective(yes, no, other), best) << i;
    }
  }
}

TEST(AdditiveFit, FindsTheQuarrelsome) {
  Matrix yes(6, 8);
  Matrix no(6, 2);
  for (std::size_t j = 1; j < 6; ++j) {
    yes(0, j) = yes(j, 0) = 2;
    no(0, j) = no(j, 0) = 8;
  }
  const AdditiveFit fit = fit_additive(yes, no);
  EXPECT_LT(fit.predict(0, 1), 0.4);
  EXPECT_GT(fit.predict(1, 2), 0.7);
  EXPECT_DOUBLE_EQ(shrunk_share(0, 0, 0.3), 0.3);
  EXPECT_DOUBLE_EQ(shrunk_share(10, 0, 0.3), 0.65);
}

TEST(MeasurePairs, FiguresOfASmallCorpus) {
  const World world = world_of(8);
  VoteTable table(world);
  for (int k = 1; k < 8; ++k) {
    for (int n = 0; n < k; ++n) {
      table.add(act("2020-03-01", state(0), state(k), EventType::kCooperate, 100 * k + n));
      table.add(act("2020-03-02", state(k % 7 + 1), state(k), EventType::kAccuse, 900 * k + n));
    }
  }
  table.add(act("2020-03-02", state(1), state(5), EventType::kConsult, 7));
  table.seal();
  const Window window{*table.first_day(), *table.last_day()};
  const std::vector<PairRow> rows = measure_pairs(world, table, window);
  for (const PairRow& row : rows) {
    EXPECT_LT(row.a, row.b);
    EXPECT_EQ(row.share.has_value(), row.cooperation + row.conflict > 0);
    if (row.share) {
      EXPECT_LE(*row.share_low, *row.share);
      EXPECT_LE(*row.share, *row.share_high);
      EXPECT_GE(*row.share_low, 0);
      EXPECT_LE(*row.share_high, 1);
    }
    for (const auto& figure : {row.lift, row.lift_adjusted, row.profile, row.cotarget}) {
      EXPECT_TRUE(std::isfinite(figure.value_or(0)));
    }
  }
  EXPECT_EQ(rows[0].a, state(0));
  EXPECT_EQ(rows[0].cooperation, 1);
  EXPECT_TRUE(measure_pairs(world, VoteTable(world), {0, 0}).empty());
}

TEST(MeasureSeries, EmptyPeriodsInsideAreRowsWithoutAShare) {
  const World world = world_of(2);
  VoteTable table(world);
  table.add(act("2020-01-15", state(0), state(1), EventType::kCooperate, 1));
  table.add(act("2020-04-15", state(0), state(1), EventType::kAccuse, 2));
  table.add(act("2020-04-16", state(0), state(1), EventType::kAccuse, 3));
  table.seal();
  const Window window{*table.first_day() - 40, *table.last_day() + 40};
  const auto rows = measure_series(table, window, PeriodLength::kMonth);
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0].period, "2020-01-01");
  EXPECT_EQ(rows[0].cooperation, 1);
  EXPECT_EQ(rows[1].share, std::nullopt);
  EXPECT_EQ(rows[3].period, "2020-04-01");
  EXPECT_EQ(rows[3].conflict, 2);
  EXPECT_LT(*rows[3].share, *rows[0].share);
  EXPECT_EQ(measure_series(table, window, PeriodLength::kYear).size(), 1u);
}

}  // namespace
}  // namespace entente
