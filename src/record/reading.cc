#include "record/reading.h"

#include <algorithm>
#include <tuple>

namespace entente {

const Mention* Reading::find_mention(Section section, std::uint32_t token) const {
  const auto key = [](const Mention& m) { return std::tuple(m.section, m.token); };
  const auto found =
      std::lower_bound(mentions.begin(), mentions.end(), std::tuple(section, token),
                       [&](const Mention& m, const auto& wanted) { return key(m) < wanted; });
  return found != mentions.end() && key(*found) == std::tuple(section, token) ? &*found : nullptr;
}

const SectionReading* Reading::find_section(Section section) const {
  for (const SectionReading& reading : sections) {
    if (reading.analysis.section == section) return &reading;
  }
  return nullptr;
}

}  // namespace entente
