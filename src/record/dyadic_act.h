// One act between two parties, as the measures of alignment count it: once,
// however many reports tell it.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"
#include "record/event.h"

namespace entente {

// An act of several actors or recipients is one DyadicAct for each pair of them, all
// with the same `id`.
struct DyadicAct {
  std::int64_t id = 0;  // the act's row in the database
  Date date;            // the first day that it may have happened on
  DatePrecision date_precision = DatePrecision::kUnknown;
  std::string actor;      // alpha-3 of the state, or IGO UNO ... ; empty: unknown
  std::string recipient;  // as `actor`
  // Entity ids where the code alone loses who it is: NATO (code IGO), ISIL (IRQ);
  // empty: as the code.
  std::string actor_id;
  std::string recipient_id;
  EventType type = EventType::kAgree;
  std::string mode;  // empty: none; "meet" with AGREE: an agreement to meet (CAMEO 036)
  EventStatus status = EventStatus::kAsserted;
  std::int64_t story = 0;      // near-copies of one report are one story: one voice
  std::uint32_t mentions = 1;  // sentences that tell it
  std::uint32_t stories = 1;   // stories that tell it
  std::uint32_t outlets = 1;   // independent outlets that tell it
  std::string origin;          // "entente", or where imported rows come from: "icews" ...
};

}  // namespace entente
