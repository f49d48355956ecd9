// Who can be a party of an act: states, and organisations that act or are acted
// on as one (NATO, the EU), with the dated facts that the measures need.
//
// Plain data, filled by the caller from the tables of facts or by a test.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace entente {

struct StatePlace {
  std::string code;                           // alpha-3
  std::optional<double> latitude, longitude;  // of the capital, degrees
};

// One spell of membership; days from 1970-01-01, both included.
struct Membership {
  static constexpr std::int32_t kAlways = std::numeric_limits<std::int32_t>::min();
  static constexpr std::int32_t kOpen = std::numeric_limits<std::int32_t>::max();
  std::string group;
  std::string member;  // alpha-3 of a state
  std::int32_t first = kAlways;
  std::int32_t last = kOpen;
};

// A code that stands for a state: of a former one (SUN) or a dependency (HKG).
struct OtherCode {
  std::string code;
  std::string state;
};

// All that the measures know about the world beside the acts.
struct World {
  std::vector<StatePlace> states;
  std::vector<OtherCode> other_codes;
  std::vector<Membership> memberships;

  // Adds the user's own groups: a table with the columns group, member, from, to
  // (dates YYYY-MM-DD or empty, `to` the first day on which it no longer holds).
  // A group of the same name is replaced.  Errors: kBadFormat.
  Status add_groups(std::string text, const std::string& path);
};

// Great-circle distance in kilometres; nullopt when a capital is not known.
std::optional<double> distance_km(const StatePlace& a, const StatePlace& b);

}  // namespace entente
