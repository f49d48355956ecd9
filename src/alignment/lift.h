// Cooperation beyond what two states' volumes predict, and the likeness of two
// states' lifts towards third parties (docs/measures/lift.md, profile.md).
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "alignment/matrix.h"
#include "alignment/party.h"

namespace entente {

// L_ij = ln((P_ij + 1) / (E_ij + 1)), E_ij = u_i u_j fitted to the row sums of the
// symmetric P with an empty diagonal.  0 on the diagonal.
Matrix symmetric_lift(const Matrix& counts);
// The u of every state.
std::vector<double> fit_margins(const Matrix& counts);
// The same for directed counts, E_ij = u_i v_j fitted to row and column sums.
Matrix directed_lift(const Matrix& counts);

// The pairs of a table with their distance, for the adjustment below.
struct DistancePair {
  std::size_t i = 0, j = 0;
  std::optional<double> km;
  double stories = 0;
};

// The lift less what a straight line on ln(1 + km) predicts, one value a pair.
// The line is fitted over the pairs with at least 5 stories, over all when those
// are fewer than 10.  nullopt without a distance, or when there is no line.
std::vector<std::optional<double>> distance_adjusted(const Matrix& lift,
                                                     std::span<const DistancePair> pairs);

// One state's counts with the others and its lifts towards them.
struct Profile {
  std::span<const double> counts, lift;
};

// Pearson's correlation of two states' lifts over the third parties that either of
// them has a count with; nullopt for fewer than 5 of these, or no spread.
std::optional<double> profile_correlation(const Profile& first, const Profile& second,
                                          std::size_t i, std::size_t j);
std::optional<double> profile_correlation(const Matrix& counts, const Matrix& lift, std::size_t i,
                                          std::size_t j);

}  // namespace entente
