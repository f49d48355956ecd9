#include "date/calendar.h"

#include <algorithm>
#include <cstdlib>

namespace entente {
namespace {

// Days since Monday of the date's week.
int days_into_week(Date date) { return static_cast<int>((date.weekday() + 6) % 7); }

Date clamp_day(int year, unsigned month, unsigned day) {
  for (;; --day) {
    if (const auto date = Date::make(std::clamp(year, 1, 9999), month, day)) return *date;
  }
}

}  // namespace

PartialDate day_of(Date date) { return {date, date, DatePrecision::kDay}; }

PartialDate month_of_year(int year, unsigned month) {
  return {clamp_day(year, month, 1), clamp_day(year, month, 31), DatePrecision::kMonth};
}

PartialDate year_date(int year) {
  return {clamp_day(year, 1, 1), clamp_day(year, 12, 31), DatePrecision::kYear};
}

PartialDate week_of(Date date, int weeks) {
  const Date monday = date.plus_days(weeks * 7 - days_into_week(date));
  return {monday, monday.plus_days(6), DatePrecision::kMonth};
}

PartialDate weekend_of(Date date, int weeks) {
  const Date saturday = date.plus_days(weeks * 7 - days_into_week(date) + 5);
  return {saturday, saturday.plus_days(1), DatePrecision::kDay};
}

PartialDate span_of(Date first, Date last) { return {first, last, DatePrecision::kUnknown}; }

PartialDate add_months(int year, unsigned month, int months) {
  const int index = year * 12 + static_cast<int>(month) - 1 + months;
  return month_of_year(index / 12, static_cast<unsigned>(index % 12) + 1);
}

std::optional<PartialDate> add_units(Date from, Unit unit, int count) {
  constexpr int kMostYears = 500;
  if (std::abs(count) > kMostYears) return std::nullopt;
  switch (unit) {
    case Unit::kHour:
      return day_of(from.plus_days(count / 24));
    case Unit::kDay:
      return day_of(from.plus_days(count));
    case Unit::kWeek: {
      const Date middle = from.plus_days(count * 7);
      return PartialDate{middle.plus_days(-3), middle.plus_days(3), DatePrecision::kMonth};
    }
    case Unit::kMonth:
      return add_months(from.year(), from.month(), count);
    case Unit::kYear:
      return year_date(from.year() + count);
    case Unit::kDecade:
      return year_date(from.year() + count * 10);
    case Unit::kCentury:
      return std::nullopt;
  }
  return std::nullopt;
}

Date weekday_before(Date from, unsigned weekday) {
  return from.plus_days(-static_cast<int>((from.weekday() + 7 - weekday) % 7));
}

Date weekday_after(Date from, unsigned weekday) {
  return from.plus_days(static_cast<int>((weekday + 7 - from.weekday()) % 7));
}

Date weekday_in_week(Date from, unsigned weekday, int weeks) {
  const Date monday = from.plus_days(weeks * 7 - days_into_week(from));
  return monday.plus_days(static_cast<int>((weekday + 6) % 7));
}

int year_of_month(Date from, unsigned month, Outlook outlook) {
  if (outlook == Outlook::kFuture) return from.year() + (month < from.month() ? 1 : 0);
  return from.year() - (month > from.month() ? 1 : 0);
}

std::optional<Date> nearest_day(Date from, unsigned month, unsigned day, Outlook outlook) {
  std::optional<Date> best;
  int best_distance = 0;
  for (int year = from.year() - 1; year <= from.year() + 1; ++year) {
    const auto date = Date::make(year, month, day);
    if (!date) continue;
    if (outlook == Outlook::kPast && *date > from) continue;
    if (outlook == Outlook::kFuture && *date < from) continue;
    // News tells of the past: a coming day must be nearer by half.
    const int ahead = date->epoch_day() - from.epoch_day();
    const int distance = ahead > 0 ? ahead * 2 : -ahead;
    if (!best || distance < best_distance) {
      best = date;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace entente
