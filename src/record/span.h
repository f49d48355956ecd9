// Places in a document.
#pragma once

#include <compare>
#include <cstdint>

namespace entente {

enum class Section : std::uint8_t { kTitle, kText };

// Half-open [begin, end) in bytes of the document's title or text.  Outside
// the program spans are code points: view/ converts them when it writes.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Section section = Section::kText;

  bool empty() const { return begin == end; }
  auto operator<=>(const Span&) const = default;
};

}  // namespace entente
