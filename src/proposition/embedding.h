// How propositions hang in each other: parent, kind of embedding, marker.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "proposition/deep.h"
#include "proposition/parse.h"
#include "proposition/predicates.h"
#include "record/proposition.h"

namespace entente {

struct Embedded {
  std::int32_t parent = -1;  // index of the embedding predicate
  Embedding embedding = Embedding::kRoot;
  std::string_view marker;  // subordinator or preposition
  bool conditional = false;
  bool question = false;
};

// One entry a predicate.  Cost: linear.
std::vector<Embedded> find_embeddings(Parse& parse, const Predicates& predicates,
                                      const DeepFrames& frames);

}  // namespace entente
