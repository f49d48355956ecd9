// Votes counted by pair of states.
#pragma once

#include "alignment/matrix.h"
#include "alignment/vote_table.h"
#include "alignment/window.h"

namespace entente {

// Weighted votes in a window.  Symmetric but for `targeting`; the diagonal is 0.
struct Tally {
  explicit Tally(std::size_t states)
      : cooperation(states), conflict(states), talk(states), targeting(states) {}
  Matrix cooperation, conflict, talk;
  Matrix targeting;  // (i, j): stories in which i is in conflict towards j
};

// The states of `votes` only.  O(votes).
Tally count_votes(const VoteTable& votes, const Window& window);

// The raw counts of one pair; a story counts once in `stories`.
struct PairCount {
  PartyIndex a = 0, b = 0;
  std::int64_t stories = 0, cooperation = 0, conflict = 0, talk = 0;
};

// Every pair of states with at least one story in the window, in order.
std::vector<PairCount> count_pairs(const VoteTable& votes, const Window& window);

}  // namespace entente
