// The small tables of data/lang/<language> that a package does not hold.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "model/model_writer.h"

namespace entente::internal {

struct LanguageTables {
  std::vector<std::pair<std::string, std::uint32_t>> symbols;   // text, number
  std::vector<std::pair<std::string, std::string>> base_norms;  // text, norm

  // Reads symbols.tsv and base_norms.tsv of `folder`.  Errors: kNotFound,
  // kIo, kBadFormat, kDuplicate.
  static Result<LanguageTables> read(const std::string& folder);

  // The number by which the tables of a package mean `text`: 0 for "", the
  // number of a symbol, else string_hash().
  std::uint64_t string_id(std::string_view text) const;

  // Adds symbols.* and base_norms.*, sorted by hash.
  Status add_to(ModelWriter& writer) const;
};

}  // namespace entente::internal
