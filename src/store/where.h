// Which events are meant: "event=ASSAULT AND actor=RUS AND from=2022-01-01".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "record/event.h"

namespace entente {

// All conditions hold together; an empty Where means every event.
struct Where {
  std::optional<EventType> type;
  std::vector<std::string> modes;
  std::optional<EventStatus> status;
  // The id ("NATO") or the code ("RUS") of a participant; several: all take part.
  std::vector<std::string> actors;
  std::vector<std::string> recipients;
  // The event may have happened on one of these days; one without date is none.
  std::optional<Date> from;
  std::optional<Date> to;
  std::optional<std::string> origin;  // not part of the text form
};

// Reads `field=value` joined by AND; fields: event mode status actor recipient
// from to; names in any case, blanks around = allowed, a value with blanks in
// quotation marks.  "" gives an empty Where.  Errors: kUsage, naming what is
// allowed instead.
Result<Where> parse_where(std::string_view text);

}  // namespace entente
