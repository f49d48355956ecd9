#include "alignment/tally.h"

namespace entente {

Tally count_votes(const VoteTable& votes, const Window& window) {
  Tally tally(votes.state_count());
  const std::vector<double> weights = day_weights(window);
  for (const Vote& vote : votes.votes()) {
    if (vote.b >= votes.state_count() || !window.contains(vote.day)) continue;
    const double weight = weights[static_cast<std::size_t>(vote.day - window.first)];
    Matrix& matrix = vote.cls == ActClass::kCooperation ? tally.cooperation
                     : vote.cls == ActClass::kConflict  ? tally.conflict
                                                        : tally.talk;
    matrix(vote.a, vote.b) += weight;
    matrix(vote.b, vote.a) += weight;
    if (vote.cls != ActClass::kConflict) continue;
    if ((vote.directions & kFirstActs) != 0) tally.targeting(vote.a, vote.b) += weight;
    if ((vote.directions & kSecondActs) != 0) tally.targeting(vote.b, vote.a) += weight;
  }
  return tally;
}

std::vector<PairCount> count_pairs(const VoteTable& votes, const Window& window) {
  std::vector<PairCount> pairs;
  std::uint64_t last_unit = 0;
  for (const Vote& vote : votes.votes()) {
    if (vote.b >= votes.state_count() || !window.contains(vote.day)) continue;
    const bool same_pair = !pairs.empty() && pairs.back().a == vote.a && pairs.back().b == vote.b;
    if (!same_pair) pairs.push_back({vote.a, vote.b});
    PairCount& pair = pairs.back();
    if (!same_pair || vote.unit != last_unit) ++pair.stories;
    last_unit = vote.unit;
    if (vote.cls == ActClass::kCooperation) ++pair.cooperation;
    if (vote.cls == ActClass::kConflict) ++pair.conflict;
    if (vote.cls == ActClass::kTalk) ++pair.talk;
  }
  return pairs;
}

}  // namespace entente
