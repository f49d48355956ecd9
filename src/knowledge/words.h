// The closed word lists of the tables.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "knowledge/name.h"

namespace entente {

// PLOVER sectors (codebook section 6), and the two codes that a role can stand
// for ("aid workers" NGO); the empty one first.
inline constexpr std::array<std::string_view, 28> kSectors = {
    "",    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY",
    "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB",
    "MED", "REF", "OPP", "PRE", "REL", "SOC", "IGO", "NGO"};

inline constexpr std::array<std::string_view, 8> kOrganisationKinds = {
    "alliance", "igo", "ngo", "company", "media", "party", "movement", "grouping"};
inline constexpr std::array<std::string_view, 7> kMembershipRoles = {
    "member", "observer", "partner", "associate", "candidate", "ally", "suspended"};
inline constexpr std::array<std::string_view, 8> kPactKinds = {
    "mutual_defence",        "non_aggression",      "consultation", "friendship",
    "strategic_partnership", "security_commitment", "peace",        "normalisation"};
inline constexpr std::array<std::string_view, 11> kRegionKinds = {
    "admin1", "region", "territory", "macro", "sea",  "strait",
    "canal",  "island", "line",      "site",  "river"};

std::optional<Office> parse_office(std::string_view word);
bool is_sector(std::string_view word);
// Index into kSectors, 0 for an unknown word.
std::uint8_t sector_index(std::string_view word);

}  // namespace entente
