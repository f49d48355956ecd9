// From the sampled shingles of documents to the documents that have them.
#pragma once

#include <cstdint>
#include <vector>

namespace entente {

// A hash table of chains, the newest entry first; 8 bytes an entry and 8 to 16 a key.
// Entries are never taken out: the caller skips documents that are gone.
class KeyIndex {
 public:
  KeyIndex();

  void insert(std::uint32_t key, std::uint32_t slot);

  // Calls `visit` for the slots of `key`, the newest first, until it gives false.
  template <typename Visit>
  void for_each(std::uint32_t key, Visit&& visit) const {
    for (std::uint32_t i = heads_[position(key)].entry; i != kNone; i = entries_[i].next) {
      if (!visit(entries_[i].slot)) return;
    }
  }

 private:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  struct Head {
    std::uint32_t key = 0;
    std::uint32_t entry = kNone;
  };
  struct Entry {
    std::uint32_t slot;
    std::uint32_t next;
  };

  // Where `key` stands, or the free place where it belongs.
  std::size_t position(std::uint32_t key) const;
  void grow();

  std::vector<Head> heads_;  // a power of two, at most half full
  std::vector<Entry> entries_;
  std::size_t keys_ = 0;
};

}  // namespace entente
