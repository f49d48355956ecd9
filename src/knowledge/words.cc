#include "knowledge/words.h"

#include <algorithm>

#include "knowledge/tables.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 9> kOfficeWords = {"",
                                                          "head_of_state",
                                                          "head_of_government",
                                                          "foreign_minister",
                                                          "defence_minister",
                                                          "secretary_general",
                                                          "opposition_leader",
                                                          "leader",
                                                          "other"};

}  // namespace

std::string_view to_string(Office office) { return kOfficeWords[static_cast<std::size_t>(office)]; }

std::optional<Office> parse_office(std::string_view word) {
  const auto found = std::find(kOfficeWords.begin() + 1, kOfficeWords.end(), word);
  if (found == kOfficeWords.end()) return std::nullopt;
  return static_cast<Office>(found - kOfficeWords.begin());
}

bool is_sector(std::string_view word) { return sector_index(word) != 0; }

std::uint8_t sector_index(std::string_view word) {
  const auto found = std::find(kSectors.begin(), kSectors.end(), word);
  return found == kSectors.end() ? 0 : static_cast<std::uint8_t>(found - kSectors.begin());
}

}  // namespace entente
