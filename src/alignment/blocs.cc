// Idea: the energy of a split is a sum over pairs; flipping one state changes it by
// that state's own row only, so a descent keeps the row sums and flips the best
// state until none helps.  Example: four states, +1 within {A, B} and {C, D}, -1
// between: every start ends in AB|CD with frustration 0.  Wrong case: three hostile
// camps; two sides cannot show them (the frustrated share is then high).
// Source: Axelrod and Bennett 1993; Aref and Wilson 2019 (frustration index).
#include "alignment/blocs.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "alignment/share.h"

namespace entente {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kRunnersUp = 5;

// Flips the most frustrated state until none gains.
void descend(const Matrix& weights, std::vector<std::int8_t>& side) {
  const std::size_t n = weights.size();
  std::vector<double> pull(n);  // of all others on i, positive: it sits right
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) pull[i] += weights(i, j) * side[i] * side[j];
  }
  // Rounding could make two flips undo each other for ever: hence the bound.
  for (std::size_t flips = 0; flips < 100 * n; ++flips) {
    const auto worst = std::ranges::min_element(pull);
    if (worst == pull.end() || *worst > -1e-12) return;
    const auto i = static_cast<std::size_t>(worst - pull.begin());
    side[i] = static_cast<std::int8_t>(-side[i]);
    pull[i] = -pull[i];
    for (std::size_t j = 0; j < n; ++j) {
      if (j != i) pull[j] += 2 * weights(i, j) * side[i] * side[j];
    }
  }
}

void turn_first_up(std::vector<std::int8_t>& side) {
  if (side.empty() || side.front() > 0) return;
  for (std::int8_t& one : side) one = static_cast<std::int8_t>(-one);
}

std::vector<std::int8_t> random_split(std::size_t n, Random& random) {
  std::vector<std::int8_t> side(n);
  for (std::int8_t& one : side) one = (random.next() >> 63) != 0 ? 1 : -1;
  return side;
}

// Substantive votes among the states chosen.
struct Camp {
  std::vector<PartyIndex> states;
  std::vector<int> place;  // by party, -1: not chosen
  std::vector<std::int64_t> stories;
};

Camp choose_states(const VoteTable& votes, const Window& window, const BlocOptions& options) {
  std::vector<std::vector<std::uint64_t>> units(votes.state_count());
  for (const Vote& vote : votes.votes()) {
    if (vote.b >= votes.state_count() || vote.cls == ActClass::kTalk) continue;
    if (!window.contains(vote.day)) continue;
    units[vote.a].push_back(vote.unit);
    units[vote.b].push_back(vote.unit);
  }
  std::vector<std::pair<std::int64_t, PartyIndex>> counts;
  for (std::size_t i = 0; i < units.size(); ++i) {
    std::ranges::sort(units[i]);
    const std::int64_t count = std::ranges::unique(units[i]).begin() - units[i].begin();
    if (count >= options.min_stories) counts.emplace_back(-count, static_cast<PartyIndex>(i));
  }
  std::ranges::sort(counts);
  counts.resize(std::min(counts.size(), options.max_states));
  std::ranges::sort(counts, {}, [](const auto& count) { return count.second; });
  Camp camp;
  camp.place.assign(votes.parties().size(), -1);
  for (const auto& [minus_count, state] : counts) {
    camp.place[state] = static_cast<int>(camp.states.size());
    camp.states.push_back(state);
    camp.stories.push_back(-minus_count);
  }
  return camp;
}

// Centred logits of the shrunk shares; `fit` is improved for these counts.
Matrix bloc_weights(const Matrix& cooperation, const Matrix& conflict, AdditiveFit& fit,
                    int rounds) {
  fit = fit_additive(cooperation, conflict, fit.effects.empty() ? nullptr : &fit, rounds);
  Matrix logits(cooperation.size(), kUnknown);
  for (std::size_t i = 0; i < logits.size(); ++i) {
    for (std::size_t j = 0; j < logits.size(); ++j) {
      if (i == j || cooperation(i, j) + conflict(i, j) <= 0) continue;
      logits(i, j) = logit(shrunk_share(cooperation(i, j), conflict(i, j), fit.predict(i, j)));
    }
  }
  return double_centred(logits);
}

// The votes among a camp's states, ready to be drawn.
class CampVotes {
 public:
  CampVotes(const VoteTable& votes, const Window& window, const Camp& camp)
      : size_(camp.states.size()),
        bootstrap_(2 * size_ * size_),
        cooperation_(size_),
        conflict_(size_) {
    for (const Vote& vote : votes.votes()) {
      const int a = camp.place[vote.a];
      const int b = camp.place[vote.b];
      if (a < 0 || b < 0 || vote.cls == ActClass::kTalk || !window.contains(vote.day)) continue;
      const bool yes = vote.cls == ActClass::kCooperation;
      const auto pair = static_cast<std::size_t>(a) * size_ + static_cast<std::size_t>(b);
      bootstrap_.add(cluster_of(vote.unit), static_cast<std::uint32_t>(2 * pair + (yes ? 0 : 1)),
                     window.block_weight(vote.day));
      put(yes ? cooperation_ : conflict_, pair, window.weight(vote.day));
    }
    bootstrap_.seal();
  }

  const Matrix& cooperation() const { return cooperation_; }
  const Matrix& conflict() const { return conflict_; }

  // Replaces the counts by those of a draw.
  void draw(Random& random) {
    std::vector<double> cells(bootstrap_.cells());
    bootstrap_.draw(random, cells);
    cooperation_ = Matrix(size_);
    conflict_ = Matrix(size_);
    for (std::size_t pair = 0; pair < size_ * size_; ++pair) {
      put(cooperation_, pair, cells[2 * pair]);
      put(conflict_, pair, cells[2 * pair + 1]);
    }
  }

 private:
  void put(Matrix& matrix, std::size_t pair, double amount) const {
    matrix(pair / size_, pair % size_) += amount;
    matrix(pair % size_, pair / size_) += amount;
  }

  std::size_t size_;
  StoryBootstrap bootstrap_;
  Matrix cooperation_, conflict_;
};

// How often each state sits on its side of `base` over the draws; a draw's sides
// are named so that most states agree.
std::vector<double> memberships(CampVotes& camp, const Split& base, AdditiveFit fit, int draws) {
  constexpr int kStarts = 10;
  constexpr int kRounds = 3;
  const std::size_t n = base.side.size();
  std::vector<double> agreed(n);
  Random random(kBootstrapSeed);
  for (int draw = 0; draw < draws; ++draw) {
    camp.draw(random);
    const Matrix weights = bloc_weights(camp.cooperation(), camp.conflict(), fit, kRounds);
    const std::vector<Split> splits = least_frustrated(weights, kStarts, random);
    const std::vector<std::int8_t>& side = splits.front().side;
    std::size_t same = 0;
    for (std::size_t i = 0; i < n; ++i) same += side[i] == base.side[i] ? 1 : 0;
    const int sign = 2 * same >= n ? 1 : -1;
    for (std::size_t i = 0; i < n; ++i) agreed[i] += side[i] * sign == base.side[i] ? 1 : 0;
  }
  for (double& one : agreed) one /= draws;
  return agreed;
}

// Names a side by its state with the most stories.
std::string bloc_name(const VoteTable& votes, const Camp& camp, const Split& split, int side) {
  std::size_t best = camp.states.size();
  for (std::size_t i = 0; i < camp.states.size(); ++i) {
    if (split.side[i] != side) continue;
    if (best == camp.states.size() || camp.stories[i] > camp.stories[best]) best = i;
  }
  return best == camp.states.size() ? "" : votes.parties()[camp.states[best]];
}

}  // namespace

Matrix double_centred(const Matrix& values) {
  const std::size_t n = values.size();
  std::vector<double> mean(n);
  double all = 0;
  double known_all = 0;
  for (std::size_t i = 0; i < n; ++i) {
    double known = 0;
    for (std::size_t j = 0; j < n; ++j) {
      if (i == j || !std::isfinite(values(i, j))) continue;
      mean[i] += values(i, j);
      ++known;
    }
    all += mean[i];
    known_all += known;
    if (known > 0) mean[i] /= known;
  }
  if (known_all > 0) all /= known_all;
  Matrix centred(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      if (i == j || !std::isfinite(values(i, j))) continue;
      centred(i, j) = values(i, j) - mean[i] - mean[j] + all;
    }
  }
  return centred;
}

double frustration(const Matrix& weights, const std::vector<std::int8_t>& side) {
  double sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    for (std::size_t j = i + 1; j < weights.size(); ++j) {
      const double agreement = weights(i, j) * side[i] * side[j];
      if (agreement < 0) sum -= agreement;
    }
  }
  return sum;
}

std::vector<Split> least_frustrated(const Matrix& weights, int starts, Random& random) {
  std::vector<Split> found;
  for (int start = 0; start < starts; ++start) {
    std::vector<std::int8_t> side = random_split(weights.size(), random);
    descend(weights, side);
    turn_first_up(side);
    const bool known =
        std::ranges::any_of(found, [&](const Split& split) { return split.side == side; });
    if (!known) found.push_back({side, frustration(weights, side)});
  }
  std::ranges::sort(found, [](const Split& left, const Split& right) {
    if (left.frustration != right.frustration) return left.frustration < right.frustration;
    return left.side > right.side;
  });
  return found;
}

BlocResult measure_blocs(const VoteTable& votes, const Window& window, const BlocOptions& options) {
  BlocResult result;
  const Camp camp = choose_states(votes, window, options);
  if (camp.states.size() < 3) return result;
  CampVotes counts(votes, window, camp);
  AdditiveFit fit;
  const Matrix weights = bloc_weights(counts.cooperation(), counts.conflict(), fit, 60);
  Random random(kBootstrapSeed);
  std::vector<Split> splits = least_frustrated(weights, options.starts, random);
  const Split best = splits.front();
  double all = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    for (std::size_t j = i + 1; j < weights.size(); ++j) all += std::abs(weights(i, j));
  }
  result.frustrated_share = all > 0 ? best.frustration / all : 0;
  splits.erase(splits.begin());
  splits.resize(std::min(splits.size(), kRunnersUp));
  result.runners_up = std::move(splits);
  const std::vector<double> agreed = memberships(counts, best, fit, options.draws);
  const std::string up = bloc_name(votes, camp, best, 1);
  const std::string down = bloc_name(votes, camp, best, -1);
  for (std::size_t i = 0; i < camp.states.size(); ++i) {
    result.states.push_back(votes.parties()[camp.states[i]]);
    result.rows.push_back(
        {result.states.back(), best.side[i] > 0 ? up : down, agreed[i], camp.stories[i]});
  }
  std::ranges::stable_sort(result.rows, {}, &BlocRow::bloc);
  return result;
}

}  // namespace entente
