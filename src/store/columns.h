// How values of records look in a column of the database.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace entente {

// YYYYMMDD as a number, which sorts by time.
inline std::int64_t date_to_column(Date date) {
  return date.year() * 10000L + date.month() * 100L + date.day();
}
// nullopt for a day that does not exist.
std::optional<Date> date_from_column(std::int64_t column);

// ["change","yield"] as JSON; nullopt for an empty list.
std::optional<std::string> list_to_column(const std::vector<std::string>& list);
// What is no JSON list of texts gives an empty list.
std::vector<std::string> list_from_column(std::string_view column);

}  // namespace entente
