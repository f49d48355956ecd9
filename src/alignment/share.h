// The share of substantive acts that cooperate, shrunk towards what the two
// states' general manners predict (docs/measures/share.md).
#pragma once

#include <vector>

#include "alignment/tally.h"

namespace entente {

// logit p_ij = mu + a_i + a_j + t_ij, ridge 1 on a and t.
struct AdditiveFit {
  double mean = 0;              // mu
  std::vector<double> effects;  // a, by state
  // The share that two states' manners predict, without their own t_ij.
  double predict(std::size_t i, std::size_t j) const;
};

// Newton steps until no number moves by more than 1e-7, at most `max_rounds`.
// `start`: where to begin, from an earlier fit.  O(pairs + states^3) a step.
AdditiveFit fit_additive(const Matrix& cooperation, const Matrix& conflict,
                         const AdditiveFit* start = nullptr, int max_rounds = 60);

// How many stories the prediction is worth.
inline constexpr double kShareShrinkage = 10;
// (cooperation + 10 predicted) / (cooperation + conflict + 10).
double shrunk_share(double cooperation, double conflict, double predicted);

double logit(double share);

}  // namespace entente
