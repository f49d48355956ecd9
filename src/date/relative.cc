// One function a pattern; each looks at the words from token i on and says how
// far it reads.  Conventions: docs/dates.md.  Example, published on Friday 4
// February 2022: "last week" 2022-01-24..30, "on Monday" 2022-01-31, "will meet
// on Monday" 2022-02-07.  Wrong: "last Friday" on a Saturday, which some use
// for the day before and some for a week earlier (we say the day before).
#include "date/relative.h"

#include <array>

namespace entente {
namespace {

using Found = std::optional<RelativeDate>;

bool is_last(std::string_view w) { return w == "last" || w == "past" || w == "previous"; }
bool is_next(std::string_view w) {
  return w == "next" || w == "coming" || w == "following" || w == "upcoming";
}

template <typename Function>
std::optional<PartialDate> from(const std::optional<Date>& day, Function function) {
  if (!day) return std::nullopt;
  return function(*day);
}

// --- single words ----------------------------------------------------------

Found simple_day(const Scanner& s, std::uint32_t i, const Anchors& a) {
  const auto plus = [&](int days, std::uint32_t length) {
    return RelativeDate{i, i + length,
                        from(a.publication, [&](Date d) { return day_of(d.plus_days(days)); })};
  };
  if (s.is(i, {"today", "tonight"})) return plus(0, 1);
  if (s.word(i) == "overnight") return plus(0, 1);
  if (s.word(i) == "yesterday") return plus(-1, is_part_of_day(s.word(i + 1)) ? 2 : 1);
  if (s.word(i) == "tomorrow") return plus(1, is_part_of_day(s.word(i + 1)) ? 2 : 1);
  if (s.word(i) == "last" && s.is(i + 1, {"night", "evening"})) return plus(-1, 2);
  if (s.word(i) == "this" && is_part_of_day(s.word(i + 1))) return plus(0, 2);
  const std::uint32_t day = s.word(i) == "the" ? i + 1 : i;
  if (s.word(day) != "day") return std::nullopt;
  const std::uint32_t length = day - i + 3;
  if (s.word(day + 1) == "before" && s.word(day + 2) == "yesterday") return plus(-2, length);
  if (s.word(day + 1) == "after" && s.word(day + 2) == "tomorrow") return plus(2, length);
  return std::nullopt;
}

// --- weekdays --------------------------------------------------------------

bool names_a_feast(const Scanner& s, std::uint32_t i) {
  return s.is(std::int64_t(i) - 1, {"black", "bloody", "good", "ash", "palm", "super", "cyber",
                                    "easter", "holy", "maundy", "shrove"});
}

std::optional<Date> weekday_date(Date publication, unsigned weekday, std::string_view modifier,
                                 Outlook outlook) {
  if (is_last(modifier)) return weekday_before(publication.plus_days(-1), weekday);
  if (modifier == "next" || modifier == "following") {
    return weekday_in_week(publication, weekday, 1);
  }
  const bool ahead = outlook == Outlook::kFuture || modifier == "coming" ||
                     modifier == "upcoming" || (modifier == "this" && outlook != Outlook::kPast);
  return ahead ? weekday_after(publication, weekday) : weekday_before(publication, weekday);
}

Found weekday(const Scanner& s, std::uint32_t i, const Anchors& a) {
  std::uint32_t at = i;
  std::string_view modifier;
  if (is_last(s.word(i)) || is_next(s.word(i)) || s.word(i) == "this") {
    modifier = s.word(i);
    ++at;
  }
  const auto day = weekday_of(s.word(at));
  if (!day || !s.is_capital(at)) return std::nullopt;
  RelativeDate out{i, at + 1, {}, false};
  out.dropped = names_a_feast(s, i) || s.is(std::int64_t(i) - 1, {"every", "each", "any"});
  if (is_part_of_day(s.word(out.last))) ++out.last;
  const Outlook outlook = find_outlook(s.analysis(), {out.first, out.last});
  // "Friday last week", "Monday of next week".
  std::uint32_t week = out.last;
  if (s.word(week) == "of") ++week;
  const bool other_week = s.is(week, {"last", "next", "this"}) && s.word(week + 1) == "week";
  if (other_week) {
    const int weeks = s.word(week) == "last" ? -1 : s.word(week) == "next" ? 1 : 0;
    out.last = week + 2;
    out.date = from(a.publication, [&](Date d) { return day_of(weekday_in_week(d, *day, weeks)); });
  } else {
    out.date = from(a.publication,
                    [&](Date d) { return day_of(*weekday_date(d, *day, modifier, outlook)); });
  }
  return out;
}

// --- "last week", "next month", "this year" ----------------------------------

std::optional<PartialDate> shifted_unit(Date p, Unit unit, int by) {
  switch (unit) {
    case Unit::kWeek:
      return week_of(p, by);
    case Unit::kMonth:
      return add_months(p.year(), p.month(), by);
    case Unit::kYear:
      return year_date(p.year() + by);
    case Unit::kDecade:
      return span_of(year_date(p.year() / 10 * 10 + by * 10).first,
                     year_date(p.year() / 10 * 10 + by * 10 + 9).last);
    default:
      return std::nullopt;
  }
}

std::optional<PartialDate> shifted_month(Date p, unsigned month, int by) {
  if (by == 0) return month_of_year(p.year(), month);
  const int year =
      by < 0 ? p.year() - (month >= p.month() ? 1 : 0) : p.year() + (month <= p.month() ? 1 : 0);
  return month_of_year(year, month);
}

PartialDate season_in(int year, unsigned first_month) {
  return {add_months(year, first_month, 0).first, add_months(year, first_month, 2).last,
          DatePrecision::kYear};
}

std::optional<PartialDate> shifted_season(Date p, unsigned season, int by) {
  int year = p.year();
  if (by < 0 && season_in(year, season).last >= p) --year;
  if (by > 0 && season_in(year, season).first <= p) ++year;
  if (by == 0 && season == 12 && p.month() < 3) --year;
  return season_in(year, season);
}

Found shifted(const Scanner& s, std::uint32_t i, const Anchors& a) {
  const std::string_view w = s.word(i);
  int by = 0;
  if (w == "last") {
    by = -1;
  } else if (w == "next") {
    by = 1;
  } else if (w != "this") {
    return std::nullopt;
  }
  // "the last week", "the next month" are durations, "the last year of" too.
  if (by != 0 && s.word(std::int64_t(i) - 1) == "the") return std::nullopt;
  const std::string_view noun = s.word(i + 1);
  RelativeDate out{i, i + 2, {}, false};
  const auto unit = unit_of(noun);
  if (unit && !is_plural_unit(noun) && *unit >= Unit::kWeek && *unit <= Unit::kDecade) {
    out.date = from(a.publication, [&](Date d) { return shifted_unit(d, *unit, by); });
    return out;
  }
  if (noun == "weekend") {
    out.date = from(a.publication, [&](Date d) { return weekend_of(d, by); });
    return out;
  }
  if (const auto month = month_of(noun); month && s.is_capital(i + 1)) {
    if (year_of(s.word(i + 2)) || day_number_of(s.word(i + 2))) return std::nullopt;
    out.date = from(a.publication, [&](Date d) { return shifted_month(d, *month, by); });
    return out;
  }
  if (const auto season = season_of(noun)) {
    out.date = from(a.publication, [&](Date d) { return shifted_season(d, *season, by); });
    return out;
  }
  return std::nullopt;
}

// "over the weekend", "at the weekend": the last one that has begun.
Found the_weekend(const Scanner& s, std::uint32_t i, const Anchors& a) {
  if (s.word(i) != "the" || s.word(i + 1) != "weekend") return std::nullopt;
  const bool ahead = find_outlook(s.analysis(), {i, i + 2}) == Outlook::kFuture;
  return RelativeDate{i, i + 2, from(a.publication, [&](Date d) {
                        const bool begun = d >= weekend_of(d, 0).first;
                        return weekend_of(d, ahead || begun ? 0 : -1);
                      })};
}

// --- "two years ago", "three days later" -----------------------------------

// "two", "a couple of", "almost three", "several": the count, 0 = not said.
std::optional<int> count_at(const Scanner& s, std::uint32_t& i) {
  if (s.is(i, {"several", "some", "many", "few"})) {
    ++i;
    return 0;
  }
  if (s.word(i) == "a" && s.is(i + 1, {"few"})) {
    i += 2;
    return 0;
  }
  if (s.word(i) == "a" && s.word(i + 1) == "couple") {
    i += s.word(i + 2) == "of" ? 3 : 2;
    return 2;
  }
  if (const auto number = number_of(s.word(i))) {
    ++i;
    return number;
  }
  return is_plural_unit(s.word(i)) ? std::optional<int>(0) : std::nullopt;
}

// "years ago" and the like: between 2 and 10 of the unit.
std::optional<PartialDate> vague_past(Date from_day, Unit unit) {
  const auto near = add_units(from_day, unit, unit == Unit::kHour ? 0 : -2);
  const auto far = add_units(from_day, unit, -9);
  if (!near || !far) return std::nullopt;
  if (unit == Unit::kHour) return day_of(from_day);
  return span_of(far->first, near->last);
}

Found counted(const Scanner& s, std::uint32_t i, const Anchors& a) {
  std::uint32_t at = i;
  const auto count = count_at(s, at);
  const auto unit = count ? unit_of(s.word(at)) : std::nullopt;
  if (!unit) return std::nullopt;
  ++at;
  const std::string_view after = s.word(at);
  RelativeDate out{i, at + 1, {}, false};
  if (after == "ago") {
    out.date = from(a.publication, [&](Date d) {
      return *count == 0 ? vague_past(d, *unit) : add_units(d, *unit, -*count);
    });
    return out;
  }
  if (after == "from" && s.word(at + 1) == "now") {
    out.last = at + 2;
    out.date = from(a.publication, [&](Date d) { return add_units(d, *unit, *count); });
    return out;
  }
  if (after != "earlier" && after != "later") return std::nullopt;
  out.basis = DateBasis::kText;
  const int sign = after == "later" ? 1 : -1;
  if (a.mentioned && *count != 0) {
    out.date = add_units(a.mentioned->first, *unit, sign * *count);
  }
  return out;
}

// --- "the following day", "that year" --------------------------------------

Found anaphoric(const Scanner& s, std::uint32_t i, const Anchors& a) {
  int by = 0;
  std::uint32_t at = i;
  if (s.word(i) == "that") {
    ++at;
  } else if (s.word(i) == "the" && s.is(i + 1, {"same", "following", "next", "previous"})) {
    by = s.word(i + 1) == "same" ? 0 : s.word(i + 1) == "previous" ? -1 : 1;
    at += 2;
  } else {
    return std::nullopt;
  }
  const std::string_view noun = s.word(at);
  const auto unit = unit_of(noun);
  if (!unit || is_plural_unit(noun) || *unit < Unit::kDay || *unit > Unit::kYear) {
    return std::nullopt;
  }
  RelativeDate out{i, at + 1, {}, false, DateBasis::kText};
  if (a.mentioned) {
    const Date d = a.mentioned->first;
    if (*unit == Unit::kDay) {
      if (a.mentioned->precision == DatePrecision::kDay) out.date = day_of(d.plus_days(by));
    } else {
      out.date = shifted_unit(d, *unit, by);
    }
  }
  return out;
}

// --- decades -----------------------------------------------------------------

Found decade(const Scanner& s, std::uint32_t i, const Anchors&) {
  const auto first = decade_of(s.word(i));
  if (!first) return std::nullopt;
  const bool led = s.is(std::int64_t(i) - 1, {"the", "early", "late", "mid", "-", "'"});
  if (!led && !s.is_date_entity(i)) return std::nullopt;
  return RelativeDate{i, i + 1, span_of(year_date(*first).first, year_date(*first + 9).last), false,
                      DateBasis::kText};
}

// --- wars ----------------------------------------------------------------------

struct War {
  std::string_view first, second, third;  // words; third "" where there are two
  int from, to;                           // years
};
constexpr std::array<War, 13> kWars = {{{"first", "world", "war", 1914, 1918},
                                        {"second", "world", "war", 1939, 1945},
                                        {"world", "war", "i", 1914, 1918},
                                        {"world", "war", "one", 1914, 1918},
                                        {"world", "war", "ii", 1939, 1945},
                                        {"world", "war", "two", 1939, 1945},
                                        {"cold", "war", "", 1947, 1991},
                                        {"korean", "war", "", 1950, 1953},
                                        {"vietnam", "war", "", 1955, 1975},
                                        {"six-day", "war", "", 1967, 1967},
                                        {"falklands", "war", "", 1982, 1982},
                                        {"gulf", "war", "", 1990, 1991},
                                        {"bosnian", "war", "", 1992, 1995}}};

// "during the Second World War": known only as a span of years.
Found war(const Scanner& s, std::uint32_t i, const Anchors&) {
  if (!s.is(std::int64_t(i) - 1, {"the", "in", "during"})) return std::nullopt;
  const std::int64_t before = std::int64_t(i) - (s.word(std::int64_t(i) - 1) == "the" ? 2 : 1);
  if (!s.is(before, {"in", "during", "since", "after", "before"})) return std::nullopt;
  for (const War& known : kWars) {
    if (s.word(i) != known.first || s.word(i + 1) != known.second) continue;
    if (!known.third.empty() && s.word(i + 2) != known.third) continue;
    const std::uint32_t last = i + (known.third.empty() ? 2 : 3);
    return RelativeDate{i, last, span_of(year_date(known.from).first, year_date(known.to).last),
                        false, DateBasis::kText};
  }
  return std::nullopt;
}

// "summer 2021", "the spring of 2014".
Found season_of_year(const Scanner& s, std::uint32_t i, const Anchors&) {
  const auto season = season_of(s.word(i));
  if (!season) return std::nullopt;
  const std::uint32_t at = s.word(i + 1) == "of" ? i + 2 : i + 1;
  const auto year = year_of(s.word(at));
  if (!year) return std::nullopt;
  return RelativeDate{i, at + 1, season_in(*year, *season), false, DateBasis::kText};
}

using Pattern = Found (*)(const Scanner&, std::uint32_t, const Anchors&);
constexpr std::array<Pattern, 9> kPatterns = {
    simple_day, weekday, shifted, the_weekend, counted, anaphoric, decade, season_of_year, war};

}  // namespace

std::optional<RelativeDate> read_relative_date(const Scanner& s, std::uint32_t i,
                                               const Anchors& anchors) {
  for (Pattern pattern : kPatterns) {
    if (auto found = pattern(s, i, anchors)) return found;
  }
  return std::nullopt;
}

}  // namespace entente
