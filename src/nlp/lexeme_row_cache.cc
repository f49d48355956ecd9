#include "nlp/lexeme_row_cache.h"

#include <algorithm>
#include <bit>

#include "nlp/kernels.h"

namespace entente {

std::uint64_t hash_features(const TokenFeatures& key) {
  std::uint64_t h = 0x9e3779b97f4a7c15U;
  for (const std::uint64_t value : key) {
    h = (h ^ value) * 0xff51afd7ed558ccdU;
    h ^= h >> 32;
  }
  return h;
}

LexemeRowCache::LexemeRowCache(std::size_t capacity)
    : capacity_(capacity), keys_(capacity), rows_(capacity * LexemeRow::kSize) {
  const std::size_t size = std::bit_ceil(std::max<std::size_t>(capacity * 2, 2));
  mask_ = size - 1;
  buckets_ = std::make_unique<std::atomic<std::uint32_t>[]>(size);
}

const float* LexemeRowCache::find(const TokenFeatures& key, std::uint64_t hash) const {
  for (std::size_t i = hash & mask_;; i = (i + 1) & mask_) {
    const std::uint32_t slot = buckets_[i].load(std::memory_order_acquire);
    if (slot == 0) return nullptr;
    if (keys_[slot - 1] == key) return rows_.data() + (slot - 1) * LexemeRow::kSize;
  }
}

const float* LexemeRowCache::insert(const TokenFeatures& key, std::uint64_t hash,
                                    const float* row) {
  if (used_.load(std::memory_order_relaxed) >= capacity_) return nullptr;
  const std::uint32_t slot = used_.fetch_add(1, std::memory_order_relaxed);
  if (slot >= capacity_) return nullptr;
  float* copy = rows_.data() + slot * LexemeRow::kSize;
  std::copy_n(row, LexemeRow::kSize, copy);
  keys_[slot] = key;
  // Two threads may insert the same key; the later copy is then never found,
  // or found by nobody else, and holds the same numbers.
  for (std::size_t i = hash & mask_;; i = (i + 1) & mask_) {
    std::uint32_t empty = 0;
    if (buckets_[i].compare_exchange_strong(empty, slot + 1, std::memory_order_release,
                                            std::memory_order_relaxed)) {
      return copy;
    }
  }
}

}  // namespace entente
