// A window cut into weeks, months, quarters or years.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "alignment/window.h"

namespace entente {

enum class PeriodLength : std::uint8_t { kWeek, kMonth, kQuarter, kYear };

std::optional<PeriodLength> parse_period_length(std::string_view name);  // "week" ...

class Periods {
 public:
  // Whole periods that cover the window.  Weeks begin on Mondays.
  Periods(const Window& window, PeriodLength length);

  std::size_t size() const { return starts_.size(); }
  // The period of a day in the window.  O(log n).
  std::size_t index_of(std::int32_t day) const;
  std::int32_t first_day(std::size_t index) const { return starts_[index]; }
  PeriodLength length() const { return length_; }

 private:
  std::vector<std::int32_t> starts_;
  PeriodLength length_;
};

// Months for two years and more, else weeks: enough periods to see a change.
PeriodLength natural_length(const Window& window);

}  // namespace entente
