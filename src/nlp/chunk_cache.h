// Remembers how pieces of text between blanks were divided into tokens.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "model/string_hash.h"
#include "nlp/lexeme.h"

namespace entente {

// Direct-mapped: a new chunk replaces what stood in its place, so memory is
// bounded (2.5 MB) and a lookup is one probe.  One thread.  Holds lexemes of
// the shared table only, which live as long as the model.
class ChunkCache {
 public:
  static constexpr std::size_t kMaxTokens = 6;
  static constexpr std::size_t kMaxBytes = 48;

  struct Entry {
    std::uint64_t hash = 0;
    std::uint8_t length = 0;                      // bytes of the chunk; 0: empty place
    std::uint8_t count = 0;                       // tokens
    std::array<std::uint8_t, kMaxTokens> ends{};  // of the tokens, in bytes
    std::array<const Lexeme*, kMaxTokens> lexemes{};
    std::array<char, kMaxBytes> text{};
  };

  static bool can_hold(std::string_view chunk) { return chunk.size() <= kMaxBytes; }

  // The entry of `chunk`, or nullptr.  `hash` = string_hash(chunk).
  const Entry* find(std::string_view chunk, std::uint64_t hash) const {
    const Entry& entry = entries_[hash % kEntries];
    const bool same = entry.hash == hash && entry.length == chunk.size() &&
                      std::memcmp(entry.text.data(), chunk.data(), chunk.size()) == 0;
    return same ? &entry : nullptr;
  }

  // The place for a chunk, to be filled by the caller.  REQUIRES: can_hold(chunk),
  // not empty.
  Entry& replace(std::string_view chunk, std::uint64_t hash) {
    Entry& entry = entries_[hash % kEntries];
    entry.hash = hash;
    entry.length = static_cast<std::uint8_t>(chunk.size());
    entry.count = 0;
    std::memcpy(entry.text.data(), chunk.data(), chunk.size());
    return entry;
  }

 private:
  static constexpr std::size_t kEntries = std::size_t{1} << 14;
  std::vector<Entry> entries_ = std::vector<Entry>(kEntries);
};

}  // namespace entente
