// Months by their English names.
#pragma once

#include <string_view>

namespace entente {

// 1..12 for "Feb", "feb.", "Sept" or "February,"; 0 when `word` is no month.
unsigned month_named(std::string_view word);

}  // namespace entente
