#include "alignment/periods.h"

#include <algorithm>
#include <chrono>

namespace entente {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month_day;

std::int32_t number(sys_days day) {
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

// The first day of the period that holds `day`.
sys_days start_of(sys_days day, PeriodLength length) {
  if (length == PeriodLength::kWeek) {
    return day - (std::chrono::weekday(day) - std::chrono::Monday);
  }
  const year_month_day date(day);
  unsigned month = unsigned(date.month());
  if (length == PeriodLength::kQuarter) month = (month - 1) / 3 * 3 + 1;
  if (length == PeriodLength::kYear) month = 1;
  return sys_days(date.year() / std::chrono::month(month) / 1);
}

sys_days next_start(sys_days start, PeriodLength length) {
  if (length == PeriodLength::kWeek) return start + days(7);
  const int step = length == PeriodLength::kMonth ? 1 : length == PeriodLength::kQuarter ? 3 : 12;
  return sys_days(year_month_day(start) + months(step));
}

}  // namespace

std::optional<PeriodLength> parse_period_length(std::string_view name) {
  if (name == "week") return PeriodLength::kWeek;
  if (name == "month") return PeriodLength::kMonth;
  if (name == "quarter") return PeriodLength::kQuarter;
  if (name == "year") return PeriodLength::kYear;
  return std::nullopt;
}

Periods::Periods(const Window& window, PeriodLength length) : length_(length) {
  sys_days start = start_of(sys_days(days(window.first)), length);
  while (number(start) <= window.last) {
    starts_.push_back(number(start));
    start = next_start(start, length);
  }
}

std::size_t Periods::index_of(std::int32_t day) const {
  const auto after = std::ranges::upper_bound(starts_, day);
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - starts_.begin() - 1, 0));
}

PeriodLength natural_length(const Window& window) {
  constexpr int kTwoYears = 730;
  return window.last - window.first >= kTwoYears ? PeriodLength::kMonth : PeriodLength::kWeek;
}

}  // namespace entente
