// Memory for strings that a record refers to by view: they live as long as
// the arena and stay where they are when it is moved.  One thread at a time.
#pragma once

#include <memory>
#include <memory_resource>
#include <string_view>

namespace entente {

class StringArena {
 public:
  // Copies `s`; the copy lives as long as the arena.
  std::string_view keep(std::string_view s) {
    char* copy = static_cast<char*>(memory_->allocate(s.size() + 1, 1));
    s.copy(copy, s.size());
    return {copy, s.size()};
  }

 private:
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_ =
      std::make_unique<std::pmr::monotonic_buffer_resource>();
};

}  // namespace entente
