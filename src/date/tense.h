// Whether the clause around a time expression looks back or ahead.
#pragma once

#include <cstdint>

#include "record/analysis.h"

namespace entente {

enum class Outlook : std::uint8_t { kOpen, kPast, kFuture };

// From the verbs that govern `expression`: "will meet on Friday" and "a summit
// planned for May" look ahead, "met on Friday" back.  Reads only the parse.
Outlook find_outlook(const Analysis& analysis, TokenRange expression);

}  // namespace entente
