// Calendar dates: "4 February 2022", "Feb. 4", "September", "2022-02-04", "2014".
#pragma once

#include <cstdint>
#include <optional>

#include "date/calendar.h"
#include "date/scanner.h"

namespace entente {

// A calendar date as the text writes it, not yet placed in a year.
struct CalendarDate {
  std::uint32_t last = 0;  // behind its last token
  std::optional<int> year;
  std::optional<unsigned> month;
  std::optional<unsigned> day;
};

// The calendar date that starts at token `i`, if any.
std::optional<CalendarDate> read_calendar_date(const Scanner& s, std::uint32_t i);

// The date meant: with a year as it stands, else by `publication` and outlook.
std::optional<PartialDate> place_in_year(const CalendarDate& date, std::optional<Date> publication,
                                         Outlook outlook);

}  // namespace entente
