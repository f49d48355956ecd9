// Calendar days and dates that are known to the month or year only.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

enum class DatePrecision : std::uint8_t { kDay, kMonth, kYear, kUnknown };

// A day of the proleptic Gregorian calendar, always one that exists.
class Date {
 public:
  // Years 1..9999.  nullopt for a day that does not exist.
  static std::optional<Date> make(int year, unsigned month, unsigned day);
  // Exactly YYYY-MM-DD, nothing after it.  An older coder let junk follow and
  // read the typo "201005011" as 1 May 2010.
  static std::optional<Date> parse(std::string_view text);

  int year() const { return int(ymd().year()); }
  unsigned month() const { return unsigned(ymd().month()); }
  unsigned day() const { return unsigned(ymd().day()); }
  // 0 = Sunday … 6 = Saturday.
  unsigned weekday() const { return std::chrono::weekday(days_).c_encoding(); }
  Date plus_days(int n) const { return Date(days_ + std::chrono::days(n)); }
  // Days from the epoch 1970-01-01.
  std::int32_t epoch_day() const {
    return static_cast<std::int32_t>(days_.time_since_epoch().count());
  }
  std::string to_string() const;  // YYYY-MM-DD

  auto operator<=>(const Date&) const = default;

 private:
  explicit Date(std::chrono::sys_days days) : days_(days) {}
  std::chrono::year_month_day ymd() const { return std::chrono::year_month_day(days_); }
  std::chrono::sys_days days_;
};

// YYYY, YYYY-MM or YYYY-MM-DD, as tables of facts write them.
struct PartialDate {
  Date first;  // the first day that it may mean
  Date last;   // the last day that it may mean
  DatePrecision precision;

  static std::optional<PartialDate> parse(std::string_view text);
  // YYYY, YYYY-MM or YYYY-MM-DD by precision.
  std::string to_string() const;
  bool operator==(const PartialDate&) const = default;
};

}  // namespace entente
