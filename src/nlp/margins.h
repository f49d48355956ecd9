// How sure each decision was: for comparing two implementations.
#pragma once

#include <vector>

namespace entente {

// By token: the least difference between the score of the move that was made
// and the next best one that was allowed, over the decisions taken while the
// token was the next one in the buffer; kSure when there was no choice.
struct Margins {
  static constexpr float kSure = 1e30F;
  std::vector<float> tag;
  std::vector<float> parse;
  std::vector<float> entity;
};

}  // namespace entente
