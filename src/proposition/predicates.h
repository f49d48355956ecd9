// Which tokens are predicates: verbs, nouns that may name an action, and
// predicative adjectives.
#pragma once

#include <cstdint>
#include <vector>

#include "proposition/parse.h"
#include "record/proposition.h"

namespace entente {

struct Predicates {
  struct Item {
    std::uint32_t head;
    PredicateKind kind;
  };
  std::vector<Item> items;          // in the order of the text
  std::vector<std::int32_t> index;  // of a token in `items`, or -1

  std::int32_t at(std::uint32_t token) const { return index[token]; }
  bool is(std::uint32_t token, PredicateKind kind) const {
    return index[token] >= 0 && items[static_cast<std::size_t>(index[token])].kind == kind;
  }
};

// Every verb but auxiliaries and attributive participles; every common noun
// that heads a phrase but quantities, dates and parts of prepositions; every
// adjective behind a copula.
Predicates find_predicates(Parse& parse);

}  // namespace entente
