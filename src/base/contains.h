// std::ranges::contains of C++23, which GCC 12 does not have yet.
#pragma once

#include <algorithm>
#include <ranges>

namespace entente {

// Whether `value` is one of `list`; cost linear.
template <std::ranges::input_range List, typename Value>
constexpr bool contains(const List& list, const Value& value) {
  return std::ranges::find(list, value) != std::ranges::end(list);
}

}  // namespace entente
