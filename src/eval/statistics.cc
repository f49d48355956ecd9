#include "eval/statistics.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace entente {
namespace {

constexpr double kZ = 1.96;
constexpr std::uint32_t kSeed = 20'220'204;

double ratio(std::size_t part, std::size_t all) {
  return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
}

}  // namespace

ScoreInterval wilson_interval(std::size_t right, std::size_t all) {
  if (all == 0) return {};
  const auto n = static_cast<double>(all);
  const double p = static_cast<double>(right) / n;
  const double c = kZ * kZ / n;
  const double middle = (p + c / 2) / (1 + c);
  const double half = kZ * std::sqrt(p * (1 - p) / n + c / (4 * n)) / (1 + c);
  return {middle - half, middle + half};
}

ScoreInterval bootstrap_interval(std::size_t documents,
                                 const std::function<double(const DrawCounts&)>& statistic) {
  if (documents == 0) return {};
  std::mt19937 engine(kSeed);  // the engine is the same everywhere, the library's distributions not
  std::vector<double> values;
  for (int i = 0; i < kResamples; ++i) {
    DrawCounts drawn(documents);
    for (std::size_t k = 0; k < documents; ++k) ++drawn[engine() % documents];
    values.push_back(statistic(drawn));
  }
  std::ranges::sort(values);
  constexpr auto kTail = static_cast<std::size_t>(kResamples / 40);
  return {values[kTail], values[values.size() - 1 - kTail]};
}

double Hits::precision() const { return ratio(found, found + extra); }
double Hits::recall() const { return ratio(found, found + missed); }
double Hits::f1() const {
  const double p = precision();
  const double r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

}  // namespace entente
