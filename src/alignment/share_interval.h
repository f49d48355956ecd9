// The interval of a share from its stories.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "alignment/bootstrap.h"

namespace entente {

// Votes of one story (or day) for one share.
struct ShareVotes {
  double yes = 0, no = 0;
  auto operator<=>(const ShareVotes&) const = default;
};

// Remembers what it has drawn: shares with the same votes have the same interval.
class ShareIntervals {
 public:
  // `stories` in any order; nullopt when nobody votes.
  std::optional<Interval> of(std::vector<ShareVotes> stories);

 private:
  std::map<std::vector<ShareVotes>, Interval> known_;
};

// `interval` stretched so that it holds `value`.
Interval around(Interval interval, double value);

}  // namespace entente
