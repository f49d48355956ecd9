#include "eval/statistics.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Statistics, WilsonAsInTheLiterature) {
  const ScoreInterval half = wilson_interval(50, 100);
  EXPECT_NEAR(half.low, 0.4038, 1e-4);
  EXPECT_NEAR(half.high, 0.5962, 1e-4);
  const ScoreInterval all = wilson_interval(10, 10);
  EXPECT_NEAR(all.low, 0.7225, 1e-4);
  EXPECT_NEAR(all.high, 1.0, 1e-9);
  EXPECT_EQ(wilson_interval(0, 0).high, 0);
}

TEST(Statistics, BootstrapIsTheSameEachTimeAndHoldsTheValue) {
  // 30 of 40 documents are right.
  const auto share = [](const DrawCounts& drawn) {
    double right = 0;
    for (std::size_t i = 0; i < 30; ++i) right += drawn[i];
    return right / 40;
  };
  const ScoreInterval first = bootstrap_interval(40, share);
  const ScoreInterval second = bootstrap_interval(40, share);
  EXPECT_EQ(first.low, second.low);
  EXPECT_EQ(first.high, second.high);
  // The normal interval is .616 … .884.
  EXPECT_NEAR(first.low, 0.616, 0.04);
  EXPECT_NEAR(first.high, 0.884, 0.04);
  EXPECT_EQ(bootstrap_interval(0, share).high, 0);
}

TEST(Statistics, Hits) {
  Hits hits{6, 2, 4};
  EXPECT_DOUBLE_EQ(hits.precision(), 0.75);
  EXPECT_DOUBLE_EQ(hits.recall(), 0.6);
  EXPECT_NEAR(hits.f1(), 2.0 / 3, 1e-9);
  EXPECT_EQ(Hits().f1(), 0);
  EXPECT_EQ(hits.add({1, 1, 1}, 2).found, 8u);
}

}  // namespace
}  // namespace entente
