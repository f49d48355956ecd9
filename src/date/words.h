// Words of time: what a token says about the calendar.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

enum class Unit : std::uint8_t { kHour, kDay, kWeek, kMonth, kYear, kDecade, kCentury };

// All take a word in lower case.
std::optional<unsigned> weekday_of(std::string_view word);  // 0 = Sunday, full names only
std::optional<unsigned> month_of(std::string_view word);    // 1…12; also "feb", "feb.", "sept."
// First month of a season of the northern half: winter 12, spring 3, summer 6, autumn 9.
std::optional<unsigned> season_of(std::string_view word);
std::optional<Unit> unit_of(std::string_view word);  // singular or plural
bool is_plural_unit(std::string_view word);
// "two", "a", "12", "twenty"; not "several".
std::optional<int> number_of(std::string_view word);
// A day of a month: "4", "04", "4th", "1st"; 1…31.
std::optional<unsigned> day_number_of(std::string_view word);
// Four digits, 1500…2199.
std::optional<int> year_of(std::string_view word);
// "1990s", "'90s", "90s": the first year of the decade.
std::optional<int> decade_of(std::string_view word);
bool is_part_of_day(std::string_view word);  // morning, evening, night ...

std::string lower(std::string_view word);  // ASCII letters only

}  // namespace entente
