#include "base/date.h"

#include <fmt/core.h>

namespace entente {
namespace {

// The number that exactly `digits` digits at `text` spell, -1 if they are none.
int read_digits(std::string_view text, std::size_t at, std::size_t digits) {
  if (text.size() < at + digits) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

std::optional<Date> last_of_month(int year, unsigned month) {
  for (unsigned day = 31; day >= 28; --day) {
    if (const auto date = Date::make(year, month, day)) return date;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> Date::make(int year, unsigned month, unsigned day) {
  using namespace std::chrono;
  const year_month_day ymd{std::chrono::year(year), std::chrono::month(month),
                           std::chrono::day(day)};
  if (year < 1 || year > 9999 || !ymd.ok()) return std::nullopt;
  return Date(sys_days(ymd));
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = read_digits(text, 0, 4), month = read_digits(text, 5, 2),
            day = read_digits(text, 8, 2);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  return make(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::string Date::to_string() const {
  return fmt::format("{:04}-{:02}-{:02}", year(), month(), day());
}

std::optional<PartialDate> PartialDate::parse(std::string_view text) {
  if (const auto day = Date::parse(text)) return PartialDate{*day, *day, DatePrecision::kDay};
  const int year = read_digits(text, 0, 4);
  if (text.size() == 4 && year > 0) {
    return PartialDate{*Date::make(year, 1, 1), *Date::make(year, 12, 31), DatePrecision::kYear};
  }
  const int month = read_digits(text, 5, 2);
  if (text.size() != 7 || text[4] != '-' || year <= 0 || month < 1 || month > 12)
    return std::nullopt;
  const auto m = static_cast<unsigned>(month);
  return PartialDate{*Date::make(year, m, 1), *last_of_month(year, m), DatePrecision::kMonth};
}

std::string PartialDate::to_string() const {
  const std::size_t length = precision == DatePrecision::kYear    ? 4
                             : precision == DatePrecision::kMonth ? 7
                                                                  : 10;
  return first.to_string().substr(0, length);
}

}  // namespace entente
