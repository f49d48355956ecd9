// Values as other coders write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "record/event_record.h"

namespace entente {

// Sets the day of the event: YYYY-MM-DD (a time of day may follow) or
// YYYYMMDD.  Errors: kBadFormat for none or one that does not exist.
Status set_date(EventRecord& record, std::string_view text);
// nullopt where there is none or it cannot be read.
std::optional<Date> parse_day(std::string_view text);

// "" gives nullopt.  Errors: kBadFormat for what is no number; `what` names it.
Result<std::optional<double>> parse_optional_number(std::string_view text, std::string_view what);

// "a;b" -> {"a", "b"}; none for "".  Blanks around the parts are dropped, empty parts are kept.
std::vector<std::string_view> split_values(std::string_view text, char separator);

// The status, confidence and origin of what another coder asserts.
void mark_imported(EventRecord& record, std::string_view origin);

// A place, unless all of it is unknown.  Coordinates that are no numbers are
// not known (NaN).
std::optional<Location> make_location(std::string_view name, std::string_view country,
                                      std::string_view lat, std::string_view lon,
                                      std::string_view kind);

}  // namespace entente
