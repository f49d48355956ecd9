// The attributes of a token that the networks read.
#pragma once

#include <array>
#include <cstdint>

namespace entente {

// One of the columns that a model may embed, in the order of TokenFeatures.
enum class FeatureColumn : std::uint8_t { kNorm, kPrefix, kSuffix, kShape, kSpacy, kIsSpace };
inline constexpr std::size_t kFeatureColumns = 6;

// Values by FeatureColumn: string ids (docs/language-runtime.md), and for the
// last two 0 or 1.
using TokenFeatures = std::array<std::uint64_t, kFeatureColumns>;

}  // namespace entente
