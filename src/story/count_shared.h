// How many elements two ascending lists without repetitions share.
#pragma once

#include <cstddef>
#include <vector>

namespace entente {

template <typename T>
std::size_t count_shared(const std::vector<T>& a, const std::vector<T>& b) {
  std::size_t shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++shared, ++i, ++j;
    } else if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  return shared;
}

}  // namespace entente
