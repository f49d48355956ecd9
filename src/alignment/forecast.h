// The fan of next months' conflict, from a pair's own past (docs/measures/forecast.md).
#pragma once

#include <span>

#include "record/answer.h"

namespace entente {

// `monthly`: conflict stories of a pair by month, oldest first.  The quantiles
// 5 %, 50 % and 95 % of the last 36 months for each of the next 12, and how the same
// rule did on the pair's own past: CRPS beside that of "as last month", and how often
// the month fell into the fan.  No rows for fewer than 12 months.
Forecast forecast_conflict(std::span<const double> monthly);

// Continuous ranked probability score of equally likely values; lower is better.
double crps(std::span<const double> values, double observed);

}  // namespace entente
