// Hand-made acts and worlds for tests.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "alignment/party.h"
#include "record/dyadic_act.h"

namespace entente::testing {

inline DyadicAct act(std::string_view date, std::string actor, std::string recipient,
                     EventType type, std::int64_t story = 0, std::string mode = {}) {
  return {0,
          *Date::parse(date),
          DatePrecision::kDay,
          std::move(actor),
          std::move(recipient),
          {},
          {},
          type,
          std::move(mode),
          EventStatus::kAsserted,
          story,
          1,
          1,
          1,
          "entente"};
}

// AAA, BBB ... with capitals one degree apart on the equator.
inline World world_of(int states) {
  World world;
  for (int i = 0; i < states; ++i) {
    const std::string code{char('A' + i / 26), char('A' + i % 26), 'A'};
    world.states.push_back({code, 0.0, double(i)});
  }
  return world;
}
inline std::string state(int i) { return {char('A' + i / 26), char('A' + i % 26), 'A'}; }

}  // namespace entente::testing
