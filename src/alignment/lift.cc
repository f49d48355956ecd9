// Idea: iterative proportional fitting.  With an empty diagonal the fitted row sum
// of i is u_i (U - u_i), U the sum of all u; u_i is scaled until it is the row sum
// observed.  Example: two states with 10 of 1,000 stories each would share 0.1; 5
// shared ones give a lift of ln(6 / 1.1) = 1.7.  Wrong case: one state in every
// story (a star) has no finite solution; the rounds end and E is still the best
// found.  Cost: O(states) a round; correlations O(states) each.
#include "alignment/lift.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente {
namespace {

constexpr int kMaxRounds = 500;
constexpr double kTolerance = 1e-10;
constexpr double kSmooth = 1;
constexpr std::size_t kMinParties = 5;
constexpr double kMinStories = 5;
constexpr std::size_t kMinPairs = 10;

std::vector<double> row_sums(const Matrix& counts) {
  std::vector<double> sums(counts.size());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    for (const double count : counts.row(i)) sums[i] += count;
  }
  return sums;
}

std::vector<double> column_sums(const Matrix& counts) {
  std::vector<double> sums(counts.size());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    for (std::size_t j = 0; j < counts.size(); ++j) sums[j] += counts(i, j);
  }
  return sums;
}

double total(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

// One round of u_i <- u_i sqrt(sum_i / fitted_i); the greatest relative change.
double scale_symmetric(std::vector<double>& u, const std::vector<double>& sums) {
  double all = total(u);
  double greatest = 0;
  for (std::size_t i = 0; i < u.size(); ++i) {
    const double fitted = u[i] * (all - u[i]);
    if (fitted <= 0) continue;
    const double factor = std::sqrt(sums[i] / fitted);
    all += u[i] * (factor - 1);
    u[i] *= factor;
    greatest = std::max(greatest, std::abs(factor - 1));
  }
  return greatest;
}

// u_i <- sum_i / (V - v_i); the greatest relative change.
double scale_side(std::vector<double>& u, const std::vector<double>& sums,
                  const std::vector<double>& v) {
  const double all = total(v);
  double greatest = 0;
  for (std::size_t i = 0; i < u.size(); ++i) {
    const double rest = all - v[i];
    const double next = rest > 0 ? sums[i] / rest : 0;
    if (u[i] > 0) greatest = std::max(greatest, std::abs(next / u[i] - 1));
    u[i] = next;
  }
  return greatest;
}

Matrix lift_over(const Matrix& counts, const std::vector<double>& u, const std::vector<double>& v) {
  Matrix lift(counts.size());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    for (std::size_t j = 0; j < counts.size(); ++j) {
      if (i != j) lift(i, j) = std::log((counts(i, j) + kSmooth) / (u[i] * v[j] + kSmooth));
    }
  }
  return lift;
}

struct Line {
  double at_zero, slope;
};

std::optional<Line> fit_line(const std::vector<double>& x, const std::vector<double>& y) {
  if (x.size() < 3) return std::nullopt;
  const auto n = static_cast<double>(x.size());
  const double mean_x = total(x) / n;
  const double mean_y = total(y) / n;
  double xx = 0;
  double xy = 0;
  for (std::size_t k = 0; k < x.size(); ++k) {
    xx += (x[k] - mean_x) * (x[k] - mean_x);
    xy += (x[k] - mean_x) * (y[k] - mean_y);
  }
  if (xx <= 0) return std::nullopt;
  return Line{mean_y - xy / xx * mean_x, xy / xx};
}

}  // namespace

std::vector<double> fit_margins(const Matrix& counts) {
  const std::vector<double> sums = row_sums(counts);
  const double all = total(sums);
  std::vector<double> u(sums.size());
  for (std::size_t i = 0; i < u.size(); ++i) u[i] = all > 0 ? sums[i] / std::sqrt(all) : 0;
  for (int round = 0; round < kMaxRounds; ++round) {
    if (scale_symmetric(u, sums) < kTolerance) break;
  }
  return u;
}

Matrix symmetric_lift(const Matrix& counts) {
  const std::vector<double> u = fit_margins(counts);
  return lift_over(counts, u, u);
}

Matrix directed_lift(const Matrix& counts) {
  const std::vector<double> out = row_sums(counts);
  const std::vector<double> in = column_sums(counts);
  const double all = total(out);
  std::vector<double> u(out.size());
  std::vector<double> v(in.size());
  for (std::size_t i = 0; i < u.size(); ++i) {
    u[i] = all > 0 ? out[i] / std::sqrt(all) : 0;
    v[i] = all > 0 ? in[i] / std::sqrt(all) : 0;
  }
  for (int round = 0; round < kMaxRounds; ++round) {
    const double first = scale_side(u, out, v);
    if (std::max(first, scale_side(v, in, u)) < kTolerance) break;
  }
  return lift_over(counts, u, v);
}

std::vector<std::optional<double>> distance_adjusted(const Matrix& lift,
                                                     std::span<const DistancePair> pairs) {
  std::optional<Line> line;
  for (const double least : {kMinStories, 0.0}) {
    std::vector<double> x;
    std::vector<double> y;
    for (const DistancePair& pair : pairs) {
      if (!pair.km || pair.stories < least) continue;
      x.push_back(std::log1p(*pair.km));
      y.push_back(lift(pair.i, pair.j));
    }
    if (x.size() < kMinPairs && least > 0) continue;
    line = fit_line(x, y);
    break;
  }
  std::vector<std::optional<double>> adjusted(pairs.size());
  for (std::size_t k = 0; line && k < pairs.size(); ++k) {
    if (!pairs[k].km) continue;
    adjusted[k] =
        lift(pairs[k].i, pairs[k].j) - line->at_zero - line->slope * std::log1p(*pairs[k].km);
  }
  return adjusted;
}

std::optional<double> profile_correlation(const Matrix& counts, const Matrix& lift, std::size_t i,
                                          std::size_t j) {
  return profile_correlation({counts.row(i), lift.row(i)}, {counts.row(j), lift.row(j)}, i, j);
}

std::optional<double> profile_correlation(const Profile& first, const Profile& second,
                                          std::size_t i, std::size_t j) {
  double n = 0;
  double x = 0;
  double y = 0;
  double xx = 0;
  double yy = 0;
  double xy = 0;
  for (std::size_t k = 0; k < first.counts.size(); ++k) {
    if (k == i || k == j || (first.counts[k] <= 0 && second.counts[k] <= 0)) continue;
    const double left = first.lift[k];
    const double right = second.lift[k];
    ++n;
    x += left;
    y += right;
    xx += left * left;
    yy += right * right;
    xy += left * right;
  }
  if (n < kMinParties) return std::nullopt;
  const double spread_x = xx - x * x / n;
  const double spread_y = yy - y * y / n;
  if (spread_x <= 1e-12 * n || spread_y <= 1e-12 * n) return std::nullopt;
  const double r = (xy - x * y / n) / std::sqrt(spread_x * spread_y);
  return std::clamp(r, -1.0, 1.0);
}

}  // namespace entente
