// Arithmetic on days, weeks, months and years.
#pragma once

#include "base/date.h"
#include "date/tense.h"
#include "date/words.h"

namespace entente {

PartialDate day_of(Date date);
PartialDate month_of_year(int year, unsigned month);
PartialDate year_date(int year);
// Monday to Sunday of the week that holds `date`, moved by `weeks`.  Precision month.
PartialDate week_of(Date date, int weeks);
// Saturday and Sunday of the week that holds `date`, moved by `weeks`.  Precision day.
PartialDate weekend_of(Date date, int weeks);
// A span that is known only roughly.  Precision unknown: `first` and `last` count.
PartialDate span_of(Date first, Date last);

// `month` moved by `months`, over the ends of years.
PartialDate add_months(int year, unsigned month, int months);
// `count` units before (negative) or after `from`, as precise as the unit is:
// days to the day, weeks to the month, months to the month, years to the year.
std::optional<PartialDate> add_units(Date from, Unit unit, int count);

// The weekday nearest to `from`: on or before it, or on or after it.
Date weekday_before(Date from, unsigned weekday);
Date weekday_after(Date from, unsigned weekday);
// The weekday in the week (from Monday) that holds `from`, moved by `weeks`.
Date weekday_in_week(Date from, unsigned weekday, int weeks);

// The year of a month without one.  kPast and kOpen: the last such month up to
// `from`; kFuture: the next one from it on.
int year_of_month(Date from, unsigned month, Outlook outlook);
// The year of a day without one: by outlook; kOpen: the nearest such day, a
// coming one counted as twice as far.
std::optional<Date> nearest_day(Date from, unsigned month, unsigned day, Outlook outlook);

}  // namespace entente
