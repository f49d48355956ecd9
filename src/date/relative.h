// Expressions that need a day to count from: "yesterday", "last week", "two
// years ago", "on Friday", "the following day".
#pragma once

#include <cstdint>
#include <optional>

#include "date/calendar.h"
#include "date/scanner.h"
#include "record/event.h"

namespace entente {

// What relative expressions count from.
struct Anchors {
  std::optional<Date> publication;
  std::optional<PartialDate> mentioned;  // the last date of the text so far
};

struct RelativeDate {
  std::uint32_t first = 0, last = 0;          // tokens
  std::optional<PartialDate> date;            // nullopt: nothing to count from
  bool dropped = false;                       // a habit or a name: consume it, say nothing
  DateBasis basis = DateBasis::kPublication;  // kText: counted from a date in the text
};

// The relative expression that starts at token `i`, if any.
std::optional<RelativeDate> read_relative_date(const Scanner& s, std::uint32_t i,
                                               const Anchors& anchors);

}  // namespace entente
