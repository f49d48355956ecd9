// Days as pages and feeds write them.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace entente {

// The day of "2022-02-04T10:15:00+03:00", "2022/02/04", "20220204", "Fri, 04
// Feb 2022 10:15:00 GMT", "4 February 2022", "February 4, 2022"; the clock and
// its zone are left away, since a day is meant where it was published.
std::optional<Date> parse_day(std::string_view text);

}  // namespace entente
