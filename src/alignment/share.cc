// Idea: a pair's own residual t_ij is solved exactly for the present mu and a (one
// number, Newton); on what is left, mu and all a take a Newton step together, in
// which a pair weighs w/(1+w) instead of w = n p (1-p): no pair, however loud,
// decides a state's manner alone.  Example: Iraq quarrels with everybody, so a_IRQ
// is low and its one calm neighbour stands out in t.  Wrong case: a state with a
// single partner; its manner and the pair's cannot be told apart.
// Cost: a step is O(pairs + states^3 / 6); five or six do.  Source: Hoff's additive
// effects (AMEN), with ridge.
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

// x with h x = g for a symmetric positive definite h, by Cholesky; h is used up.
std::vector<double> solve(Matrix& h, std::vector<double> g) {
  const std::size_t n = g.size();
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t i = j; i < n; ++i) {
      double sum = h(i, j);
      for (std::size_t k = 0; k < j; ++k) sum -= h(i, k) * h(j, k);
      h(i, j) = i == j ? std::sqrt(std::max(sum, kTolerance)) : sum / h(j, j);
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) g[i] -= h(i, k) * g[k];
    g[i] /= h(i, i);
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) g[i] -= h(k, i) * g[k];
    g[i] /= h(i, i);
  }
  return g;
}

class AdditiveSolver {
 public:
  AdditiveSolver(const Matrix& cooperation, const Matrix& conflict) {
    for (std::size_t i = 0; i < cooperation.size(); ++i) {
      for (std::size_t j = i + 1; j < cooperation.size(); ++j) {
        const double total = cooperation(i, j) + conflict(i, j);
        if (total > 0) pairs_.push_back({i, j, cooperation(i, j), total});
      }
    }
  }

  // One Newton step over mu (the last unknown) and all a; the greatest move.
  double improve(AdditiveFit& fit) {
    if (pairs_.empty()) return 0;
    const std::size_t n = fit.effects.size();
    Matrix h(n + 1);
    std::vector<double> g(n + 1);
    for (std::size_t i = 0; i < n; ++i) {
      g[i] = -kRidge * fit.effects[i];
      h(i, i) = kRidge;
    }
    for (FitPair& pair : pairs_) {
      const Pull pull = pull_of(pair, fit.mean + fit.effects[pair.i] + fit.effects[pair.j]);
      for (const std::size_t one : {pair.i, pair.j, n}) {
        g[one] += pull.score;
        h(one, one) += pull.curvature;
      }
      h(pair.j, pair.i) += pull.curvature;
      h(n, pair.i) += pull.curvature;
      h(n, pair.j) += pull.curvature;
    }
    const std::vector<double> step = solve(h, std::move(g));
    double greatest = 0;
    for (std::size_t i = 0; i < n; ++i) {
      fit.effects[i] += clamped(step[i]);
      greatest = std::max(greatest, std::abs(step[i]));
    }
    fit.mean += clamped(step[n]);
    return std::max(greatest, std::abs(step[n]));
  }

 private:
  std::vector<FitPair> pairs_;
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
