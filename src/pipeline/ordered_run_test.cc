#include "pipeline/ordered_run.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <string>
#include <vector>

namespace entente {
namespace {

// Numbers below `n` through a run that takes uneven time; what the sink saw.
std::vector<int> pass_numbers(int n, std::size_t threads, int stop_after = -1) {
  OrderedRun<int, int> run(threads);
  std::vector<int> seen;
  int next = 0;
  run.run([&]() -> std::optional<int> { return next < n ? std::optional(next++) : std::nullopt; },
          [](int i) {
            if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
            return i * 2;
          },
          [&](int i) {
            seen.push_back(i / 2);
            return stop_after < 0 || static_cast<int>(seen.size()) < stop_after;
          });
  return seen;
}

TEST(OrderedRun, KeepsTheOrder) {
  std::vector<int> all(500);
  std::iota(all.begin(), all.end(), 0);
  for (const std::size_t threads : {1, 2, 3, 8}) EXPECT_EQ(pass_numbers(500, threads), all);
}

TEST(OrderedRun, NothingToDo) {
  for (const std::size_t threads : {1, 4}) EXPECT_TRUE(pass_numbers(0, threads).empty());
}

TEST(OrderedRun, StopsWhenTheSinkHasEnough) {
  for (const std::size_t threads : {1, 4}) EXPECT_EQ(pass_numbers(10'000, threads, 3).size(), 3U);
}

TEST(OrderedRun, HoldsNoMoreThanItsWindow) {
  OrderedRun<int, int> run(3);
  std::atomic<int> inside = 0;
  int most = 0;
  int next = 0;
  run.run(
      [&]() -> std::optional<int> {
        if (next == 300) return std::nullopt;
        ++inside;
        return next++;
      },
      [](int i) {
        if (i == 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
        return i;
      },
      [&](int) {
        most = std::max(most, inside.load());
        --inside;
        return true;
      });
  EXPECT_LE(most, 12);
}

}  // namespace
}  // namespace entente
