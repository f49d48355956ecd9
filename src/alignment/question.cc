// Idea: everything the four figures need from a window is a row of cells: six sums
// for the shares and, for each of the two states, its cooperation with every third
// state.  A draw reweighs the stories behind all cells at once.  In a draw the
// margins u of third states stay as fitted; those of the two follow their drawn row
// sums.  Example: RUS-CHN 2017-18 against 2015-16.  Wrong case: a third state whose
// whole news is about the two; its margin should move with them.
// Cost: O(votes) for the cells, O(patterns + states) a draw.
#include "alignment/question.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "alignment/bootstrap.h"
#include "alignment/lift.h"
#include "alignment/share.h"
#include "alignment/share_interval.h"
#include "alignment/tally.h"

namespace entente {
namespace {

constexpr std::int32_t kTwoYears = 730;

enum Cell : std::uint32_t { kPairYes, kPairNo, kFirstYes, kFirstNo, kSecondYes, kSecondNo, kRows };
constexpr std::size_t kFigures = 4;
constexpr std::size_t kShares = 3;

struct CellVote {
  std::uint32_t cell;
  std::uint64_t unit;
  double weight;
  std::int32_t day;
};

using Values = std::array<std::optional<double>, kFigures>;

std::int64_t count_different(std::vector<std::uint64_t> units) {
  std::ranges::sort(units);
  return std::ranges::unique(units).begin() - units.begin();
}

// One window of a question.
class WindowFigures {
 public:
  WindowFigures(const VoteTable& votes, const Question& question, const Window& window)
      : question_(question),
        window_(window),
        weights_(day_weights(window)),
        states_(votes.state_count()),
        tally_(count_votes(votes, window)),
        margins_(fit_margins(tally_.cooperation)),
        bootstrap_(kRows + 2 * states_),
        cells_(kRows + 2 * states_) {
    for (const std::span<const Vote> part : votes.of_party(question.a)) {
      for (const Vote& vote : part) collect(vote, question.a);
    }
    for (const std::span<const Vote> part : votes.of_party(question.b)) {
      for (const Vote& vote : part) collect(vote, question.b);
    }
    std::ranges::sort(entries_, {}, key);
    const auto rest = std::ranges::unique(entries_, {}, key);
    entries_.erase(rest.begin(), rest.end());
    for (const CellVote& entry : entries_) {
      bootstrap_.add(cluster_of(entry.unit), entry.cell, window_.block_weight(entry.day));
      cells_[entry.cell] += entry.weight;
    }
    bootstrap_.seal();
  }

  Values values() const {
    Values values;
    const AdditiveFit fit = fit_additive(tally_.cooperation, tally_.conflict);
    if (cells_[kPairYes] + cells_[kPairNo] > 0) {
      values[0] =
          shrunk_share(cells_[kPairYes], cells_[kPairNo], fit.predict(question_.a, question_.b));
    }
    values[1] = pooled(kFirstYes, kFirstNo);
    values[2] = pooled(kSecondYes, kSecondNo);
    values[3] = profile(cells_);
    return values;
  }

  Values draw(Random& random) {
    std::vector<double> cells(cells_.size());
    bootstrap_.draw(random, cells);
    Values values;
    for (std::size_t k = 0; k < kShares; ++k) {
      values[k] = smoothed_share(cells[2 * k], cells[2 * k + 1], random);
    }
    values[3] = profile(cells);
    return values;
  }

  // Different stories behind a figure, and how many of equal weight they are worth.
  std::int64_t stories(std::size_t figure) const {
    std::vector<std::uint64_t> units;
    for (const CellVote& entry : entries_) {
      if (belongs(entry.cell, figure)) units.push_back(entry.unit);
    }
    return count_different(std::move(units));
  }
  double effective(std::size_t figure) const {
    double sum = 0;
    double squares = 0;
    for (const CellVote& entry : entries_) {
      if (!belongs(entry.cell, figure)) continue;
      sum += entry.weight;
      squares += entry.weight * entry.weight;
    }
    return squares > 0 ? sum * sum / squares : 0;
  }
  std::int64_t talk(std::size_t figure) const {
    return figure < kShares ? count_different(talk_[figure]) : 0;
  }

 private:
  static std::tuple<std::uint32_t, std::uint64_t> key(const CellVote& entry) {
    return {entry.cell, entry.unit};
  }

  static bool belongs(std::uint32_t cell, std::size_t figure) {
    return figure < kShares ? cell / 2 == figure && cell < kRows : cell >= kRows;
  }

  std::size_t day_index(const Vote& vote) const {
    return static_cast<std::size_t>(vote.day - window_.first);
  }

  void add(const Vote& vote, std::uint32_t yes_cell) {
    if (vote.cls == ActClass::kTalk) return talk_[yes_cell / 2].push_back(vote.unit);
    const std::uint32_t cell = yes_cell + (vote.cls == ActClass::kCooperation ? 0 : 1);
    entries_.push_back({cell, vote.unit, weights_[day_index(vote)], vote.day});
  }

  // A vote of `own`, one of the two; that of the pair is the first one's.
  void collect(const Vote& vote, PartyIndex own) {
    if (!window_.contains(vote.day)) return;
    const bool has_a = own == question_.a;
    const PartyIndex other = vote.a == own ? vote.b : vote.a;
    if (other == question_.b) return add(vote, kPairYes);
    if (other == question_.a) return;
    if (question_.against.contains(other, vote.day)) add(vote, has_a ? kFirstYes : kSecondYes);
    if (vote.cls != ActClass::kCooperation || other >= states_) return;
    const std::size_t row = kRows + (has_a ? 0 : states_) + other;
    entries_.push_back(
        {static_cast<std::uint32_t>(row), vote.unit, weights_[day_index(vote)], vote.day});
  }

  std::optional<double> pooled(Cell yes, Cell no) const {
    if (cells_[yes] + cells_[no] <= 0) return std::nullopt;
    return (cells_[yes] + 0.5) / (cells_[yes] + cells_[no] + 1);
  }

  // The margin of one of the two, given its drawn row of cooperation.
  double margin(std::span<const double> row, double pair, PartyIndex own) const {
    double sum = pair;
    double others = 0;
    for (std::size_t k = 0; k < states_; ++k) {
      sum += row[k];
      if (k != own) others += margins_[k];
    }
    return others > 0 ? sum / others : 0;
  }

  std::optional<double> profile(std::span<const double> cells) const {
    const auto first = cells.subspan(kRows, states_);
    const auto second = cells.subspan(kRows + states_, states_);
    const double u = margin(first, cells[kPairYes], question_.a);
    const double v = margin(second, cells[kPairYes], question_.b);
    std::vector<double> lift(2 * states_);
    for (std::size_t k = 0; k < states_; ++k) {
      lift[k] = std::log((first[k] + 1) / (u * margins_[k] + 1));
      lift[states_ + k] = std::log((second[k] + 1) / (v * margins_[k] + 1));
    }
    const std::span<const double> counts = std::span(cells_).subspan(kRows);
    const std::span<const double> lifts(lift);
    return profile_correlation({counts.first(states_), lifts.first(states_)},
                               {counts.subspan(states_), lifts.subspan(states_)}, question_.a,
                               question_.b);
  }

  const Question& question_;
  const Window& window_;
  std::vector<double> weights_;
  std::size_t states_;
  Tally tally_;
  std::vector<double> margins_;
  StoryBootstrap bootstrap_;
  std::vector<double> cells_;
  std::vector<CellVote> entries_;
  std::array<std::vector<std::uint64_t>, kShares> talk_;  // units
};

// The interval of the values that there are, stretched to hold `value`; nothing
// when fewer than half of the draws have one.
std::optional<Interval> interval_of(std::vector<double> values, double value, int draws) {
  if (2 * values.size() < static_cast<std::size_t>(draws)) return std::nullopt;
  const auto interval = central_interval(values);
  if (!interval) return std::nullopt;
  return around(*interval, value);
}

struct Draws {
  std::array<std::vector<double>, kFigures> now, change;
};

Draws draw_all(WindowFigures& now, std::optional<WindowFigures>& before, int draws) {
  Draws result;
  Random random(kBootstrapSeed);
  for (int draw = 0; draw < draws; ++draw) {
    const Values here = now.draw(random);
    const Values there = before ? before->draw(random) : Values{};
    for (std::size_t k = 0; k < kFigures; ++k) {
      if (here[k]) result.now[k].push_back(*here[k]);
      if (here[k] && there[k]) result.change[k].push_back(*here[k] - *there[k]);
    }
  }
  return result;
}

}  // namespace

Question make_question(PartyIndex a, PartyIndex b, Group against, std::int32_t first,
                       std::int32_t last, double half_life_days) {
  Question question{a, b, std::move(against), {}, {}};
  question.now = {std::max(first, last - kTwoYears + 1), last, half_life_days};
  if (question.now.first > first) {
    question.before = Window{std::max(first, question.now.first - kTwoYears),
                             question.now.first - 1, half_life_days};
  }
  return question;
}

std::vector<Figure> compute_figures(const VoteTable& votes, const Question& question, int draws) {
  WindowFigures now(votes, question, question.now);
  std::optional<WindowFigures> before;
  if (question.before) before.emplace(votes, question, *question.before);
  const Values here = now.values();
  const Values there = before ? before->values() : Values{};
  const Draws drawn = draw_all(now, before, draws);
  std::vector<Figure> figures(kFigures);
  for (std::size_t k = 0; k < kFigures; ++k) {
    Figure& figure = figures[k];
    figure.value = here[k];
    figure.stories = now.stories(k);
    figure.effective = now.effective(k);
    figure.talk = now.talk(k);
    if (before) {
      figure.before = there[k];
      figure.stories_before = before->stories(k);
      figure.effective_before = before->effective(k);
    }
    if (!here[k]) continue;
    if (const auto interval = interval_of(drawn.now[k], *here[k], draws)) {
      figure.low = interval->low;
      figure.high = interval->high;
    }
    if (!there[k]) continue;
    figure.change = *here[k] - *there[k];
    if (const auto interval = interval_of(drawn.change[k], *figure.change, draws)) {
      figure.change_low = interval->low;
      figure.change_high = interval->high;
    }
  }
  return figures;
}

}  // namespace entente
