// Two blocs by least frustration (docs/measures/blocs.md).
#pragma once

#include <cstdint>
#include <vector>

#include "alignment/bootstrap.h"
#include "alignment/matrix.h"
#include "alignment/random.h"
#include "alignment/vote_table.h"
#include "alignment/window.h"
#include "record/measure_rows.h"

namespace entente {

// A split of the states in two, and the weight of the pairs that it frustrates.
struct Split {
  std::vector<std::int8_t> side;  // +1 or -1 by state; the first state has +1
  double frustration = 0;
};

// `values` less row and column means plus the mean of all, over the known cells of
// a symmetric table; unknown (not finite) cells and the diagonal become 0.
Matrix double_centred(const Matrix& values);

// sum over i < j of |w| for pairs with w > 0 on two sides or w < 0 on one.
double frustration(const Matrix& weights, const std::vector<std::int8_t>& side);

// The different local minima that single flips reach from `starts` random splits,
// least frustrated first.  O(starts n^2) or a little more.
std::vector<Split> least_frustrated(const Matrix& weights, int starts, Random& random);

struct BlocOptions {
  std::int64_t min_stories = 15;  // substantive stories that a state must have
  std::size_t max_states = 60;    // those with the most
  int starts = 300;
  int draws = 200;
};

struct BlocResult {
  std::vector<BlocRow> rows;      // by bloc, then state
  double frustrated_share = 0;    // of all weight, 0 ... 1
  std::vector<Split> runners_up;  // other local minima, at most 5; sides in the order of `states`
  std::vector<std::string> states;
};

BlocResult measure_blocs(const VoteTable& votes, const Window& window,
                         const BlocOptions& options = {});

}  // namespace entente
