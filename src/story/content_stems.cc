#include <algorithm>
#include <array>

#include "story/act_node.h"

namespace entente {
namespace {

constexpr std::size_t kStem = 6;
constexpr std::size_t kMaxStems = 64;

// Sorted.  The words of two letters and less are left out by their length.
constexpr std::array<std::string_view, 89> kFrequent = {
    "about",  "according", "after",   "again",     "against",  "all",   "also",    "and",
    "any",    "are",       "because", "been",      "before",   "being", "between", "both",
    "but",    "can",       "could",   "day",       "did",      "does",  "during",  "each",
    "for",    "friday",    "from",    "had",       "has",      "have",  "her",     "here",
    "him",    "his",       "how",     "into",      "its",      "last",  "like",    "made",
    "make",   "many",      "may",     "monday",    "more",     "most",  "new",     "not",
    "now",    "off",       "one",     "only",      "other",    "our",   "out",     "over",
    "said",   "saturday",  "says",    "she",       "should",   "since", "some",    "such",
    "sunday", "than",      "that",    "the",       "their",    "them",  "then",    "there",
    "these",  "they",      "this",    "those",     "thursday", "today", "told",    "tuesday",
    "two",    "under",     "was",     "wednesday", "were",     "which", "who",     "will",
    "with"};

bool is_frequent(std::string_view word) { return std::ranges::binary_search(kFrequent, word); }

std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 0x811c9dc5U;  // FNV-1a
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return hash;
}

}  // namespace

std::vector<std::uint32_t> content_stems(std::string_view text) {
  std::vector<std::uint32_t> stems;
  std::string word;
  const auto end_word = [&] {
    if (word.size() > 2 && !is_frequent(word)) {
      stems.push_back(hash_of(std::string_view(word).substr(0, kStem)));
    }
    word.clear();
  };
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0) {
      word += upper ? static_cast<char>(c + ('a' - 'A')) : c;
    } else {
      end_word();
    }
    if (stems.size() == kMaxStems) break;
  }
  end_word();
  std::ranges::sort(stems);
  stems.erase(std::ranges::unique(stems).begin(), stems.end());
  return stems;
}

}  // namespace entente
