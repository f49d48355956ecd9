// Time expressions in a text -> dates with precision.
//
// Pure functions of the analysis and the publication date; any thread.  Linear
// in the text.  The conventions are in docs/dates.md.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "record/analysis.h"
#include "record/reading.h"

namespace entente {

// All expressions that date something, in order and without overlap: "on
// Friday" (the span is "Friday"), "last month", "4 February 2022", "since 2014".
// Durations ("for two years"), habits ("every Friday") and ends ("until May")
// are left out.  A relative expression without `publication` has no date.
// A range of days ("4-6 February") gives its first day.
std::vector<TimeExpression> find_times(const Analysis& analysis, std::optional<Date> publication);

}  // namespace entente
