// A bounded cache of LexemeRows, shared by all threads that use one network.
//
// It is filled until it is full and never forgets: by the law of word
// frequencies the first few thousand distinct words of any corpus cover nearly
// all of what follows.  Readers take no lock.  What it returns is what was
// inserted, so a result can never depend on it.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "nlp/float_buffer.h"
#include "nlp/token_features.h"

namespace entente {

std::uint64_t hash_features(const TokenFeatures& key);

class LexemeRowCache {
 public:
  // `capacity` rows of LexemeRow::kSize floats; memory is taken as they fill.
  // 0: a cache that holds nothing.
  explicit LexemeRowCache(std::size_t capacity);

  // The row, or nullptr.  `hash` = hash_features(key).  The pointer lives as
  // long as the cache.
  const float* find(const TokenFeatures& key, std::uint64_t hash) const;
  // Keeps a copy of `row` and returns it; nullptr when the cache is full.
  const float* insert(const TokenFeatures& key, std::uint64_t hash, const float* row);

 private:
  std::size_t capacity_;
  std::size_t mask_ = 0;
  // Slot number + 1, 0 = empty; published with release after the slot is written.
  std::unique_ptr<std::atomic<std::uint32_t>[]> buckets_;
  std::vector<TokenFeatures> keys_;
  FloatBuffer rows_;
  std::atomic<std::uint32_t> used_ = 0;
};

}  // namespace entente
