#include "text/month_names.h"

#include <array>
#include <string>

#include "text/ascii.h"

namespace entente {
namespace {

constexpr auto kMonthNames =
    std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july",
                                     "august", "september", "october", "november", "december"});

}  // namespace

unsigned month_named(std::string_view word) {
  while (word.ends_with('.') || word.ends_with(',')) word.remove_suffix(1);
  const std::string lower = to_ascii_lower(word);
  for (std::size_t m = 0; m < kMonthNames.size(); ++m) {
    const bool short_form = lower.size() == 3 || lower == "sept";
    if (lower == kMonthNames[m] || (short_form && kMonthNames[m].starts_with(lower))) {
      return static_cast<unsigned>(m + 1);
    }
  }
  return 0;
}

}  // namespace entente
