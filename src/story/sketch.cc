// Idea: FracMinHash (Irber et al. 2022, doi:10.1101/2022.01.11.475838).  A MinHash of fixed size
// estimates resemblance, which a shortened copy destroys: the first fifth of a report resembles it
// by .2.  Keeping every shingle whose hash lies below a bound makes a sketch that grows with the
// text, so that the keys of a part are among the keys of the whole and containment can be seen.
// The lead is sampled more densely, as shortened copies keep it.
//
// Cost: linear.
#include <algorithm>

#include "story/shingles.h"
#include "story/story_index.h"

namespace entente {
namespace {

constexpr std::size_t kLeadShingles = 64;
constexpr std::size_t kMaxSampled = 2048;  // shingles that are looked at
constexpr std::size_t kFewestKeys = 6;     // of a short text, if it has as many
constexpr std::uint32_t kLeadBound = ~std::uint32_t{0} / 4;
constexpr std::uint32_t kBound = ~std::uint32_t{0} / 32;

// The upper half decides, the lower half is the key: one says nothing about the other.
std::uint32_t upper(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

std::vector<std::uint32_t> sample(const std::vector<std::uint64_t>& shingles) {
  std::vector<std::uint32_t> keys;
  const std::size_t n = std::min(shingles.size(), kMaxSampled);
  for (std::size_t i = 0; i < n; ++i) {
    if (upper(shingles[i]) < (i < kLeadShingles ? kLeadBound : kBound)) {
      keys.push_back(static_cast<std::uint32_t>(shingles[i]));
    }
  }
  if (keys.size() < kFewestKeys) {  // the smallest ones, as a MinHash
    std::vector<std::uint64_t> all(shingles.begin(), shingles.begin() + static_cast<long>(n));
    const std::size_t some = std::min(all.size(), kFewestKeys);
    std::ranges::partial_sort(all, all.begin() + static_cast<long>(some));
    keys.assign(all.begin(), all.begin() + static_cast<long>(some));
  }
  std::ranges::sort(keys);
  keys.erase(std::ranges::unique(keys).begin(), keys.end());
  return keys;
}

}  // namespace

StorySketch make_sketch(std::int64_t document, std::string_view text, std::optional<Date> published,
                        Voice voice) {
  const std::vector<std::uint64_t> shingles = shingles_of(text);
  return {document, published, static_cast<std::uint32_t>(shingles.size()), sample(shingles),
          std::move(voice)};
}

}  // namespace entente
