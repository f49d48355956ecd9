// The networks of a package -> tensors of a model file.
#pragma once

#include "base/result.h"
#include "model/model_writer.h"
#include "model/package.h"

namespace entente::internal {

// Adds the sections tok2vec.*, tagger.*, parser.* and ner.* (names and shapes
// in docs/model-file.md).  Errors: kNotFound, kBadFormat, kTooLarge.
Status convert_nets(const Package& package, ModelWriter& writer);

// The transitions of a parser in the order of its output rows, from the JSON
// text {"action": {"label": frequency}}.
struct Moves {
  std::vector<std::uint32_t> actions;
  std::vector<std::string> labels;
};
Result<Moves> order_moves(std::string_view json, const Place& place);

}  // namespace entente::internal
