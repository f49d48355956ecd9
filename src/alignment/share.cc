// Idea: a pair's own residual t_ij is solved exactly for the present mu and a
// (one number, Newton); mu and each a_i then take a Newton step on what is left,
// where a pair weighs w/(1+w) instead of w = n p (1-p): no pair, however loud,
// decides a state's manner alone.  Example: Iraq quarrels with everybody, so a_IRQ
// is low and its one calm neighbour stands out in t.  Wrong case: a state with a
// single partner; the partner's manner and the pair cannot be told apart.
// Cost: O(pairs) a round.  Source: Hoff's additive effects (AMEN), with ridge.
#include "alignment/share.h"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

constexpr double kRidge = 1;
constexpr double kTolerance = 1e-7;
constexpr double kMaxStep = 2;

struct FitPair {
  std::size_t i, j;
  double cooperation, total;
  double residual = 0;  // t_ij
};

double inverse_logit(double x) { return 1 / (1 + std::exp(-x)); }

double clamped(double step) { return std::clamp(step, -kMaxStep, kMaxStep); }

// Score and curvature of one pair after its own residual is solved.
struct Pull {
  double score, curvature;
};

Pull pull_of(FitPair& pair, double base) {
  for (int round = 0; round < 50; ++round) {
    const double p = inverse_logit(base + pair.residual);
    const double weight = pair.total * p * (1 - p);
    const double step =
        (pair.cooperation - pair.total * p - kRidge * pair.residual) / (weight + kRidge);
    pair.residual += clamped(step);
    if (std::abs(step) < kTolerance) break;
  }
  const double p = inverse_logit(base + pair.residual);
  const double weight = pair.total * p * (1 - p);
  return {pair.cooperation - pair.total * p, weight * kRidge / (weight + kRidge)};
}

class AdditiveSolver {
 public:
  AdditiveSolver(const Matrix& cooperation, const Matrix& conflict)
      : of_state_(cooperation.size()) {
    for (std::size_t i = 0; i < cooperation.size(); ++i) {
      for (std::size_t j = i + 1; j < cooperation.size(); ++j) {
        const double total = cooperation(i, j) + conflict(i, j);
        if (total <= 0) continue;
        of_state_[i].push_back(pairs_.size());
        of_state_[j].push_back(pairs_.size());
        pairs_.push_back({i, j, cooperation(i, j), total});
      }
    }
  }

  // One round over mu and all a; the greatest step.
  double improve(AdditiveFit& fit) {
    double score = 0;
    double curvature = 0;
    for (FitPair& pair : pairs_) add(pair, fit, score, curvature);
    double greatest = 0;
    if (curvature > 0) {
      const double step = clamped(score / (curvature + kTolerance));
      fit.mean += step;
      greatest = std::abs(step);
    }
    for (std::size_t i = 0; i < of_state_.size(); ++i) {
      if (of_state_[i].empty()) continue;
      score = -kRidge * fit.effects[i];
      curvature = kRidge;
      for (const std::size_t index : of_state_[i]) add(pairs_[index], fit, score, curvature);
      const double step = clamped(score / curvature);
      fit.effects[i] += step;
      greatest = std::max(greatest, std::abs(step));
    }
    return greatest;
  }

 private:
  static void add(FitPair& pair, const AdditiveFit& fit, double& score, double& curvature) {
    const Pull pull = pull_of(pair, fit.mean + fit.effects[pair.i] + fit.effects[pair.j]);
    score += pull.score;
    curvature += pull.curvature;
  }

  std::vector<FitPair> pairs_;
  std::vector<std::vector<std::size_t>> of_state_;
};

}  // namespace

double logit(double share) { return std::log(share / (1 - share)); }

double AdditiveFit::predict(std::size_t i, std::size_t j) const {
  return inverse_logit(mean + effects[i] + effects[j]);
}

AdditiveFit fit_additive(const Matrix& cooperation, const Matrix& conflict,
                         const AdditiveFit* start, int max_rounds) {
  AdditiveFit fit;
  if (start != nullptr) fit = *start;
  fit.effects.resize(cooperation.size());
  AdditiveSolver solver(cooperation, conflict);
  for (int round = 0; round < max_rounds; ++round) {
    if (solver.improve(fit) < kTolerance) break;
  }
  return fit;
}

double shrunk_share(double cooperation, double conflict, double predicted) {
  return (cooperation + kShareShrinkage * predicted) / (cooperation + conflict + kShareShrinkage);
}

}  // namespace entente
