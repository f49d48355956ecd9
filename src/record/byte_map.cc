// Idea: runs sorted by their place in the text.  "a&amp;b" read as "a&b" has
// the runs 0 <- [0,1), 1 <- [1,6), 2 <- [6,7); source(1, 3) is [1, 7).
#include "record/byte_map.h"

#include <algorithm>
#include <cassert>

namespace entente {

void ByteMap::add(std::uint32_t text, ByteRange source) {
  assert(runs_.empty() || runs_.back().text <= text);
  if (!runs_.empty() && runs_.back().text == text) {
    runs_.back().source.end = source.end;  // nothing of the text came from the run before
    return;
  }
  runs_.push_back({text, source});
}

std::size_t ByteMap::find(std::uint32_t text) const {
  const auto after =
      std::ranges::upper_bound(runs_, text, {}, [](const Run& run) { return run.text; });
  return after == runs_.begin() ? 0 : static_cast<std::size_t>(after - runs_.begin()) - 1;
}

ByteRange ByteMap::source(std::uint32_t begin, std::uint32_t end) const {
  if (is_identity()) return {begin, end};
  const std::size_t first = find(begin);
  const std::size_t last = find(end > begin ? end - 1 : begin);
  ByteRange found = {runs_[first].source.begin, runs_[last].source.end};
  if (is_even(first) && begin > runs_[first].text) found.begin += begin - runs_[first].text;
  if (is_even(last) && end > runs_[last].text) {
    found.end = runs_[last].source.begin + (end - runs_[last].text);
  }
  return found;
}

ByteMap ByteMap::after(const ByteMap& earlier) const {
  if (earlier.is_identity()) return *this;
  ByteMap joined;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const auto [begin, end] = runs_[i].source;
    if (!is_even(i) || begin == end) {
      joined.add(runs_[i].text, earlier.source(begin, end));
      continue;
    }
    // An even run may lie over several runs of the earlier map.
    for (std::uint32_t at = begin; at < end;) {
      const std::uint32_t stop = std::max(at + 1, std::min(end, earlier.run_end(earlier.find(at))));
      joined.add(runs_[i].text + (at - begin), earlier.source(at, stop));
      at = stop;
    }
  }
  joined.close(text_size_);
  return joined;
}

}  // namespace entente
