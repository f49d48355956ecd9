// The rows of `entente measure`: one struct a table (docs/measures/README.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace entente {

// States by alpha-3, a < b.  A figure that cannot be computed is absent.
struct PairRow {
  std::string a, b;
  std::int64_t stories = 0, cooperation = 0, conflict = 0, talk = 0;
  std::optional<double> share, share_low, share_high;  // 0 ... 1
  std::optional<double> lift, lift_adjusted;           // natural logarithms
  std::optional<double> profile, cotarget;             // -1 ... 1
};

struct TiltRow {
  std::string state;
  std::optional<double> tilt, tilt_low, tilt_high;  // log-odds, positive: towards the West
  std::int64_t stories_west = 0, stories_east = 0;
};

struct BlocRow {
  std::string state;
  std::string bloc;       // the state with the most stories on that side
  double membership = 0;  // 0 ... 1
  std::int64_t stories = 0;
};

struct ChangeRow {
  std::string a, b;
  std::string kind;  // share, conflict, now
  std::string date;  // YYYY-MM-DD, first day of the new state of affairs
  double probability = 0;
  std::optional<double> before, after;
  std::int64_t stories = 0;
};

struct SeriesRow {
  std::string a, b;
  std::string period;  // YYYY-MM-DD of its first day
  std::int64_t cooperation = 0, conflict = 0, talk = 0;
  std::optional<double> share, share_low, share_high;
};

}  // namespace entente
