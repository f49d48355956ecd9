// UTF-8: validation, decoding, and the map between bytes and code points.
//
// Inside the program every span is in bytes; outside (JSON, SQL, Python) in
// Unicode code points.  CodePointMap is the only place where they meet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// Offset of the first byte that does not belong to well-formed UTF-8 (no
// surrogates, no overlong forms, at most U+10FFFF), or nullopt if all is well.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Decodes the code point that starts at text[pos] and moves `pos` behind it.
// REQUIRES: `text` is valid UTF-8, `pos` < size and at the start of a code point.
char32_t decode_utf8(std::string_view text, std::size_t& pos);

// Appends the UTF-8 form of `c`.  REQUIRES: c <= 0x10FFFF and no surrogate.
void append_utf8(std::string& out, char32_t c);

// Byte offsets <-> code point offsets of one text.  Immutable, free for any
// number of threads.  Memory: 4 bytes per 64 bytes of text; none for ASCII.
class CodePointMap {
 public:
  // REQUIRES: valid UTF-8; the text outlives the map.
  explicit CodePointMap(std::string_view text);
  // REQUIRES: byte <= text size.  A byte inside a code point counts as its start.
  std::uint32_t code_point(std::size_t byte) const;
  // The byte at which code point `index` starts; text size when past the end.
  std::size_t byte(std::uint32_t index) const;
  std::uint32_t size() const { return size_; }

 private:
  static constexpr std::size_t kBlock = 64;
  std::string_view text_;
  std::uint32_t size_ = 0;
  bool ascii_ = true;
  std::vector<std::uint32_t> before_;  // code points before byte i * kBlock
};

}  // namespace entente
