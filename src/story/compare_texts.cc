// Example: a report of 300 words and the same report cut after 100, two words
// replaced: 89 of the 97 shingles of the shorter stand in the longer, contained .92: shortened.
// It gets wrong: daily reports from a form ("shares rose 1.2 percent to …") can pass .5.
#include "story/compare_texts.h"

#include <algorithm>

#include "story/count_shared.h"
#include "story/shingles.h"

namespace entente {
namespace {

constexpr std::size_t kFewShingles = 8;
constexpr std::size_t kMuchLonger = 3;
constexpr std::size_t kLead = 32;
constexpr double kLeadContained = 0.3;
constexpr double kSameLength = 1.25;

bool has_lead_of(const ShingleSet& shorter, const ShingleSet& longer) {
  const std::size_t n = std::min(kLead, longer.sequence.size());
  const auto found =
      std::count_if(longer.sequence.begin(), longer.sequence.begin() + static_cast<long>(n),
                    [&](auto hash) { return std::ranges::binary_search(shorter.sorted, hash); });
  return static_cast<double>(found) >= kLeadContained * static_cast<double>(n);
}

}  // namespace

ShingleSet::ShingleSet(std::string_view text) : sequence(shingles_of(text)), sorted(sequence) {
  std::ranges::sort(sorted);
  sorted.erase(std::ranges::unique(sorted).begin(), sorted.end());
}

std::optional<CopyLink> compare_shingles(const ShingleSet& a, const ShingleSet& b) {
  if (a.sorted.empty() || b.sorted.empty()) return std::nullopt;
  CopyLink link;
  if (a.sequence == b.sequence) return link;
  const ShingleSet& shorter = a.sorted.size() < b.sorted.size() ? a : b;
  const ShingleSet& longer = &shorter == &a ? b : a;
  const std::size_t small = shorter.sorted.size();
  const std::size_t large = longer.sorted.size();
  if (small < kFewShingles) return std::nullopt;
  const std::size_t shared = count_shared(a.sorted, b.sorted);
  link.contained = static_cast<double>(shared) / static_cast<double>(small);
  link.resemblance = static_cast<double>(shared) / static_cast<double>(small + large - shared);
  if (link.contained < kCopyContained) return std::nullopt;
  if (large > kMuchLonger * small && !has_lead_of(shorter, longer)) return std::nullopt;
  const bool same_length = static_cast<double>(large) < kSameLength * static_cast<double>(small);
  link.kind = same_length ? CopyKind::kEdited : CopyKind::kShortened;
  return link;
}

}  // namespace entente
