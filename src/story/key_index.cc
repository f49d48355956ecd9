#include "story/key_index.h"

#include <utility>

namespace entente {

KeyIndex::KeyIndex() : heads_(1024) {}

std::size_t KeyIndex::position(std::uint32_t key) const {
  const std::size_t mask = heads_.size() - 1;
  std::size_t i = key & mask;
  while (heads_[i].entry != kNone && heads_[i].key != key) i = (i + 1) & mask;
  return i;
}

void KeyIndex::insert(std::uint32_t key, std::uint32_t slot) {
  if (keys_ * 2 >= heads_.size()) grow();
  Head& head = heads_[position(key)];
  if (head.entry == kNone) {
    head.key = key;
    ++keys_;
  }
  entries_.push_back({slot, head.entry});
  head.entry = static_cast<std::uint32_t>(entries_.size() - 1);
}

void KeyIndex::grow() {
  const std::vector<Head> old = std::exchange(heads_, std::vector<Head>(heads_.size() * 2));
  for (const Head& head : old) {
    if (head.entry != kNone) heads_[position(head.key)] = head;
  }
}

}  // namespace entente
