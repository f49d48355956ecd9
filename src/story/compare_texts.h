// The exact check behind the sketches: are two texts near-copies?
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "record/story.h"

namespace entente {

// The shingles of a text, in order and as a set.
struct ShingleSet {
  std::vector<std::uint64_t> sequence;
  std::vector<std::uint64_t> sorted;  // without repetitions

  explicit ShingleSet(std::string_view text);
};

// A link (without its documents) if the texts are near-copies: the shorter has
// at least kCopyContained of its shingles in the longer, and a text more than
// three times as long holds its own beginning in the shorter (a digest of the
// day is no copy of each of its parts).  Texts of a few words must be equal.
std::optional<CopyLink> compare_shingles(const ShingleSet& a, const ShingleSet& b);
inline constexpr double kCopyContained = 0.5;

}  // namespace entente
