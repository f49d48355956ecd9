// Idea: two pooled two-cell tables for a state, one a side; their log odds ratio.
// Example: 8 cooperative and 2 conflictual stories with the West, 3 and 6 with the
// East: ln(8.5/2.5) - ln(3.5/6.5) = 1.8, the West's.  Wrong case: a mediator who
// talks and trades with both while both bomb his neighbour.  Cost: O(n log n) in
// the votes of the sides, and 1,000 draws over patterns a state.
#include "alignment/tilt.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "alignment/bootstrap.h"

namespace entente {
namespace {

enum Cell : std::uint8_t { kWestYes, kWestNo, kEastYes, kEastNo };
constexpr std::size_t kCells = 4;

struct SideVote {
  PartyIndex state;
  Cell cell;
  std::uint64_t unit;
  std::int32_t day;
};

auto key(const SideVote& vote) { return std::tuple(vote.state, vote.cell, vote.unit); }

void add_votes(std::vector<SideVote>& all, const Vote& vote, PartyIndex state, PartyIndex other,
               const Group& west, const Group& east) {
  const bool yes = vote.cls == ActClass::kCooperation;
  if (west.contains(other, vote.day)) {
    all.push_back({state, yes ? kWestYes : kWestNo, vote.unit, vote.day});
  }
  if (east.contains(other, vote.day)) {
    all.push_back({state, yes ? kEastYes : kEastNo, vote.unit, vote.day});
  }
}

// Ordered by state; a story once for each state and cell.
std::vector<SideVote> side_votes(const VoteTable& votes, const Window& window, const Group& west,
                                 const Group& east) {
  std::vector<SideVote> all;
  for (const Vote& vote : votes.votes()) {
    if (vote.cls == ActClass::kTalk || !window.contains(vote.day)) continue;
    if (vote.a < votes.state_count()) add_votes(all, vote, vote.a, vote.b, west, east);
    if (vote.b < votes.state_count()) add_votes(all, vote, vote.b, vote.a, west, east);
  }
  std::ranges::sort(all, [](const SideVote& left, const SideVote& right) {
    return std::tuple(key(left), left.day) < std::tuple(key(right), right.day);
  });
  const auto rest = std::ranges::unique(all, {}, key);
  all.erase(rest.begin(), rest.end());
  return all;
}

std::int64_t count_stories(std::span<const SideVote> votes, Cell yes, Cell no) {
  std::vector<std::uint64_t> units;
  for (const SideVote& vote : votes) {
    if (vote.cell == yes || vote.cell == no) units.push_back(vote.unit);
  }
  std::ranges::sort(units);
  return std::ranges::unique(units).begin() - units.begin();
}

double log_odds(double yes, double no) { return std::log(yes / no); }

Interval tilt_interval(std::span<const SideVote> votes, const Window& window) {
  StoryBootstrap bootstrap(kCells);
  for (const SideVote& vote : votes) {
    bootstrap.add(cluster_of(vote.unit), vote.cell, window.block_weight(vote.day));
  }
  bootstrap.seal();
  Random random(kBootstrapSeed);
  std::array<double, kCells> cells{};
  std::vector<double> tilts;
  for (int draw = 0; draw < kBootstrapDraws; ++draw) {
    bootstrap.draw(random, cells);
    for (double& cell : cells) cell += random.gamma(0.5);
    const double tilt =
        log_odds(cells[kWestYes], cells[kWestNo]) - log_odds(cells[kEastYes], cells[kEastNo]);
    if (std::isfinite(tilt)) tilts.push_back(tilt);
  }
  return central_interval(tilts).value_or(Interval{});
}

TiltRow row_of(const VoteTable& table, std::span<const SideVote> votes, const Window& window) {
  TiltRow row;
  row.state = table.parties()[votes.front().state];
  row.stories_west = count_stories(votes, kWestYes, kWestNo);
  row.stories_east = count_stories(votes, kEastYes, kEastNo);
  if (row.stories_west == 0 || row.stories_east == 0) return row;
  std::array<double, kCells> cells;
  cells.fill(0.5);
  for (const SideVote& vote : votes) cells[vote.cell] += window.weight(vote.day);
  row.tilt = log_odds(cells[kWestYes], cells[kWestNo]) - log_odds(cells[kEastYes], cells[kEastNo]);
  const Interval interval = tilt_interval(votes, window);
  row.tilt_low = std::min(interval.low, *row.tilt);
  row.tilt_high = std::max(interval.high, *row.tilt);
  return row;
}

}  // namespace

std::vector<TiltRow> measure_states(const VoteTable& votes, const Window& window, const Group& west,
                                    const Group& east) {
  std::vector<TiltRow> rows;
  const std::vector<SideVote> all = side_votes(votes, window, west, east);
  for (std::size_t first = 0; first < all.size();) {
    std::size_t last = first;
    while (last < all.size() && all[last].state == all[first].state) ++last;
    rows.push_back(row_of(votes, std::span(all).subspan(first, last - first), window));
    first = last;
  }
  return rows;
}

}  // namespace entente
