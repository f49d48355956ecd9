// The head of an agency report: "BEIJING, Feb 4 (Xinhua) -- …".
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"
#include "record/document.h"

namespace entente {

// The dateline that `paragraph` starts with; its spans count from the start of
// `paragraph`.  A place in capitals with a dash is enough ("KYIV, Ukraine —");
// any other needs an agency or a day ("Kyiv (AFP) –", "MOSCOW, February 4.
// /TASS/.", "New Delhi [India], Feb 4 (ANI):").  A day without year is the last
// one before `publication`.
std::optional<Dateline> parse_dateline(std::string_view paragraph, std::optional<Date> publication);

}  // namespace entente
