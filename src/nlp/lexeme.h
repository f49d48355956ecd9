// What is known of a word form by itself, and the table that keeps it.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "model/hashed_table.h"
#include "model/model_file.h"

namespace entente {

// One word form.  Ids are string ids (StringIds).  Immutable but for `word_class`.
struct Lexeme {
  std::string text;
  std::string lower;  // full lower case as Python gives it
  std::uint64_t orth = 0;
  std::uint64_t norm = 0;    // of the table, of a tokenizer exception, or of `lower`
  std::uint64_t prefix = 0;  // of the first code point
  std::uint64_t suffix = 0;  // of the last three code points
  std::uint64_t shape = 0;   // "Xxxxx", "dd", "xx'x" …; each run cut at four
  bool is_space = false;     // every code point is white space
  bool in_table = false;     // lives as long as the LexemeTable
  // A slot for the attribute ruler: 0 = not looked up yet.
  mutable std::atomic<std::uint16_t> word_class = 0;
};

// The reserved strings of a model: text -> id.  Immutable.
class StringIds {
 public:
  // Errors: kNotFound, kBadFormat.
  static Result<StringIds> load(const ModelFile& model);
  // 0 for "", the small number of a reserved string, else string_hash(text).
  std::uint64_t id(std::string_view text) const;

 private:
  static constexpr std::size_t kSlots = 2048;  // more than twice the reserved strings
  struct Slot {
    std::uint64_t hash = 0;
    std::uint64_t number = 0;
  };
  std::array<Slot, kSlots> slots_{};
};

// Word form -> Lexeme, for all threads that share one model.
//
// Bounded: when it is full, or for a very long form, a new lexeme goes to the
// caller's own store and lives as long as that.  Lexemes in the table live as
// long as the table, at fixed addresses.
class LexemeTable {
 public:
  // The lexemes of one document that the table did not take.
  using Overflow = std::deque<Lexeme>;

  // `capacity`: lexemes that it may hold (about 250 bytes each).  `model` must
  // outlive the table.  Errors: kNotFound, kBadFormat.
  static Result<std::unique_ptr<LexemeTable>> load(const ModelFile& model, std::size_t capacity);

  // The lexeme of `text`; `norm`: the norm that a tokenizer exception gives it,
  // "" for none (forms that differ in it are different lexemes).
  const Lexeme* get(std::string_view text, std::string_view norm, Overflow& overflow);
  // Whether get() took it into the table.
  static constexpr std::size_t kMaxKeptBytes = 64;

  const StringIds& ids() const { return ids_; }
  std::size_t size() const { return size_.load(std::memory_order_relaxed); }

 private:
  static constexpr std::size_t kShards = 64;
  struct Shard {
    std::shared_mutex mutex;
    std::unordered_map<std::string, Lexeme> lexemes;  // key: text, or text 0xFF norm
  };
  LexemeTable() = default;
  void fill(Lexeme& lexeme, std::string_view text, std::string_view norm) const;
  std::uint64_t find_norm(const Lexeme& lexeme) const;

  StringIds ids_;
  HashedTable lexeme_norm_;
  HashedTable base_norms_;
  std::size_t capacity_per_shard_ = 0;
  std::atomic<std::size_t> size_ = 0;
  std::array<Shard, kShards> shards_;
};

}  // namespace entente
