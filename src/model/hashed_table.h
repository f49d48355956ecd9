// How tables that are searched at run time stand in a model file.
//
// Sorted 64-bit hashes with the values beside them: a binary search in the
// mapped file, nothing to parse or build at start.  The text of the keys is not
// kept: two of 100,000 keys share a hash with a chance of 3e-10, and a table in
// which that happens is refused when it is written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/model_file.h"
#include "model/model_writer.h"

namespace entente {

// A table in a model file: key -> list of strings.  Lives as long as the file.
class HashedTable {
 public:
  // The table of that name.  Errors: kNotFound, kBadFormat.
  static Result<HashedTable> open(const ModelFile& model, std::string_view name);

  HashedTable() = default;  // empty
  struct Values {
    std::uint32_t first = 0;
    std::uint32_t last = 0;  // half-open, for value(); empty: no such key
  };
  Values find(std::uint64_t key) const;
  std::string_view value(std::uint32_t i) const { return values_[i]; }
  // The first value of `key`.
  std::optional<std::string_view> find_one(std::uint64_t key) const;
  bool empty() const { return keys_.empty(); }
  std::size_t size() const { return keys_.size(); }

 private:
  std::span<const std::uint64_t> keys_;
  std::span<const std::uint32_t> first_;  // keys + 1 indexes into the values
  StringList values_;
};

namespace internal {

struct HashedEntry {
  std::uint64_t key;
  std::vector<std::string> values;
};

// Writes <name>.keys, <name>.first and <name>.values.  Errors: kDuplicate.
Status add_hashed(ModelWriter& writer, std::string_view name, std::vector<HashedEntry> entries,
                  const Place& place);

}  // namespace internal
}  // namespace entente
