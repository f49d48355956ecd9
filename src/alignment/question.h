// The figures of one question: how close two states are, and how each stands
// towards a group, now and in the window before.
#pragma once

#include <optional>
#include <vector>

#include "alignment/groups.h"
#include "alignment/vote_table.h"
#include "alignment/window.h"
#include "record/answer.h"

namespace entente {

struct Question {
  PartyIndex a = 0, b = 0;
  Group against;
  Window now;
  std::optional<Window> before;  // the same length, right before `now`
};

// The last 24 months of [first, last] and the 24 months before them, with the half
// life given; no window before when the data does not reach back to it.
Question make_question(PartyIndex a, PartyIndex b, Group against, std::int32_t first,
                       std::int32_t last, double half_life_days);

// In this order: share of a and b, of a and the group, of b and the group,
// profile correlation of a and b.  Intervals from `draws` bootstrap draws in which
// all figures of a window move together; none for 0 draws.
std::vector<Figure> compute_figures(const VoteTable& votes, const Question& question, int draws);

}  // namespace entente
