#include "date/absolute.h"

namespace entente {
namespace {

bool is_dash(const Scanner& s, std::int64_t i) { return s.is(i, {"-", "–", "—", "to", "/"}); }

// A month's name that is no verb, person or modal: "May" after "in", before "4".
std::optional<unsigned> month_at(const Scanner& s, std::uint32_t i) {
  if (i >= s.size()) return std::nullopt;
  const auto month = month_of(s.word(i));
  if (!month || !s.is_capital(i)) return std::nullopt;
  const Tag tag = s.token(i).tag;
  if (tag == Tag::kMD || tag == Tag::kVB || tag == Tag::kVBP || tag == Tag::kVBD) {
    return std::nullopt;
  }
  return month;
}

// A month that nothing around it proves to be one.
bool stands_alone(const Scanner& s, std::uint32_t i) {
  if (s.is_date_entity(i)) return true;
  if (s.word(i).size() == 3 && s.word(i) != "may") return false;
  if (s.token(i).entity_type == EntityType::kPerson) return false;
  return s.is(std::int64_t(i) - 1,
              {"in",      "since",   "last",   "next", "this", "by",  "until",  "early",
               "late",    "mid",     "during", "from", "of",   "-",   "before", "after",
               "through", "between", "and",    "to",   "for",  "till"});
}

// "[,] 2022" or "of 2022" behind token `at`: moves `at` behind it.
std::optional<int> year_after(const Scanner& s, std::uint32_t& at) {
  std::uint32_t next = at;
  if (s.is(next, {",", "of"})) ++next;
  const auto year = year_of(s.word(next));
  if (year) at = next + 1;
  return year;
}

// "4", "4th" or the first day of "4-6" at token `i`: moves `i` behind it.
std::optional<unsigned> days_at(const Scanner& s, std::uint32_t& i) {
  const auto day = day_number_of(s.word(i));
  if (!day) return std::nullopt;
  ++i;
  if (is_dash(s, i) && day_number_of(s.word(i + 1))) i += 2;
  return day;
}

// "4 February 2022", "4th of February", "4-6 February".
std::optional<CalendarDate> day_month(const Scanner& s, std::uint32_t i) {
  CalendarDate date;
  date.day = days_at(s, i);
  if (!date.day) return std::nullopt;
  if (s.word(i) == "of") ++i;
  date.month = month_at(s, i);
  if (!date.month) return std::nullopt;
  ++i;
  date.year = year_after(s, i);
  date.last = i;
  return date;
}

// "February 4, 2022", "Feb. 4", "February 2022", "September".
std::optional<CalendarDate> month_first(const Scanner& s, std::uint32_t i) {
  CalendarDate date;
  date.month = month_at(s, i);
  if (!date.month) return std::nullopt;
  const std::uint32_t month = i;
  ++i;
  // A dot that the tokenizer left apart: "Sept . 4".
  if (s.word(i) == "." && s.word(month).size() <= 4 && day_number_of(s.word(i + 1))) ++i;
  std::uint32_t after_day = i;
  if (s.word(after_day) == "the") ++after_day;
  date.day = days_at(s, after_day);
  // "June 4 soldiers" is left to luck; "May 15,000" is not a day.
  if (date.day) i = after_day;
  date.year = year_after(s, i);
  if (!date.day && !date.year && !stands_alone(s, month)) return std::nullopt;
  date.last = i;
  return date;
}

// "2022-02-04", "2022/02/04" as one token.
std::optional<CalendarDate> iso(const Scanner& s, std::uint32_t i) {
  std::string word(s.word(i));
  if (word.size() != 10) return std::nullopt;
  for (std::size_t at : {std::size_t{4}, std::size_t{7}}) {
    if (word[at] == '/') word[at] = '-';
  }
  const auto date = Date::parse(word);
  if (!date) return std::nullopt;
  return CalendarDate{i + 1, date->year(), date->month(), date->day()};
}

std::optional<CalendarDate> lone_year(const Scanner& s, std::uint32_t i) {
  const auto year = year_of(s.word(i));
  if (!year) return std::nullopt;
  const bool led = s.is(std::int64_t(i) - 1,
                        {"in", "since", "of", "from", "until", "by", "during", "early", "late",
                         "mid", "before", "after", "till", "between", "to", "and", "around"});
  const bool counted = i + 1 < s.size() && s.token(i + 1).tag == Tag::kNNS && !s.is_date_entity(i);
  if (!s.is_date_entity(i) && (!led || counted)) return std::nullopt;
  const EntityType type = s.token(i).entity_type;
  if (type == EntityType::kMoney || type == EntityType::kPercent || type == EntityType::kQuantity) {
    return std::nullopt;
  }
  return CalendarDate{i + 1, year, {}, {}};
}

}  // namespace

std::optional<CalendarDate> read_calendar_date(const Scanner& s, std::uint32_t i) {
  if (auto date = iso(s, i)) return date;
  if (auto date = day_month(s, i)) return date;
  if (auto date = month_first(s, i)) return date;
  return lone_year(s, i);
}

std::optional<PartialDate> place_in_year(const CalendarDate& date, std::optional<Date> publication,
                                         Outlook outlook) {
  if (date.year && date.month && date.day) {
    const auto day = Date::make(*date.year, *date.month, *date.day);
    if (!day) return month_of_year(*date.year, *date.month);
    return day_of(*day);
  }
  if (date.year && date.month) return month_of_year(*date.year, *date.month);
  if (date.year) return year_date(*date.year);
  if (!publication || !date.month) return std::nullopt;
  if (date.day) {
    const auto day = nearest_day(*publication, *date.month, *date.day, outlook);
    if (!day) return std::nullopt;
    return day_of(*day);
  }
  return month_of_year(year_of_month(*publication, *date.month, outlook), *date.month);
}

}  // namespace entente
