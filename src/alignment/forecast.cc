// Idea: of the simple rules tried on ICEWS (no change, negative binomial, weighted
// means) none beat the plain distribution of the last 36 months, and it beats "as
// last month" by a third.  The fan is therefore the same for every month ahead.
// Wrong case: the month before a war.  Cost: O(36^2) a past month.
#include "alignment/forecast.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "alignment/bootstrap.h"

namespace entente {
namespace {

constexpr std::size_t kMemory = 36;
constexpr std::size_t kLeast = 12;
constexpr int kMonthsAhead = 12;

std::vector<double> last_months(std::span<const double> monthly, std::size_t end) {
  const std::size_t first = end > kMemory ? end - kMemory : 0;
  std::vector<double> values(monthly.begin() + static_cast<std::ptrdiff_t>(first),
                             monthly.begin() + static_cast<std::ptrdiff_t>(end));
  std::ranges::sort(values);
  return values;
}

}  // namespace

double crps(std::span<const double> values, double observed) {
  double miss = 0;
  double spread = 0;
  for (const double x : values) {
    miss += std::abs(x - observed);
    for (const double y : values) spread += std::abs(x - y);
  }
  const auto n = static_cast<double>(values.size());
  return miss / n - spread / (2 * n * n);
}

Forecast forecast_conflict(std::span<const double> monthly) {
  Forecast forecast;
  if (monthly.size() < kLeast) return forecast;
  const std::vector<double> now = last_months(monthly, monthly.size());
  for (int ahead = 1; ahead <= kMonthsAhead; ++ahead) {
    forecast.rows.push_back({ahead, quantile(now, 0.05), quantile(now, 0.5), quantile(now, 0.95)});
  }
  double score = 0;
  double naive = 0;
  double inside = 0;
  for (std::size_t month = kLeast; month < monthly.size(); ++month) {
    const std::vector<double> past = last_months(monthly, month);
    score += crps(past, monthly[month]);
    naive += std::abs(monthly[month - 1] - monthly[month]);
    inside += quantile(past, 0.05) <= monthly[month] && monthly[month] <= quantile(past, 0.95);
    ++forecast.tests;
  }
  if (forecast.tests == 0) return forecast;
  const auto tests = static_cast<double>(forecast.tests);
  forecast.crps = score / tests;
  forecast.crps_no_change = naive / tests;
  forecast.coverage = inside / tests;
  return forecast;
}

}  // namespace entente
