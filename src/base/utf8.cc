#include "base/utf8.h"

#include <algorithm>
#include <cassert>

namespace entente {
namespace {

bool is_continuation(unsigned char c) { return (c & 0xC0) == 0x80; }

// Length of the well-formed sequence at `p`, 0 if there is none in `left` bytes.
// Bounds of the second byte: Unicode 15, table 3-7.
std::size_t sequence_length(const unsigned char* p, std::size_t left) {
  const unsigned char a = p[0];
  if (a < 0x80) return 1;
  const std::size_t length = a >= 0xC2 && a <= 0xDF   ? 2
                             : (a & 0xF0) == 0xE0     ? 3
                             : a >= 0xF0 && a <= 0xF4 ? 4
                                                      : 0;
  if (length == 0 || length > left) return 0;
  unsigned char low = 0x80, high = 0xBF;
  if (a == 0xE0) low = 0xA0;
  if (a == 0xED) high = 0x9F;
  if (a == 0xF0) low = 0x90;
  if (a == 0xF4) high = 0x8F;
  if (p[1] < low || p[1] > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if (!is_continuation(p[i])) return 0;
  }
  return length;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  const auto* p = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sequence_length(p + i, text.size() - i);
    if (length == 0) return i;
    i += length;
  }
  return std::nullopt;
}

char32_t decode_utf8(std::string_view text, std::size_t& pos) {
  assert(pos < text.size());
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char a = byte(pos);
  if (a < 0x80) return static_cast<char32_t>(text[pos++]);
  const int more = a < 0xE0 ? 1 : a < 0xF0 ? 2 : 3;
  char32_t c = a & (0x3F >> more);
  ++pos;
  for (int i = 0; i < more && pos < text.size(); ++i, ++pos) c = (c << 6) | (byte(pos) & 0x3F);
  return c;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

CodePointMap::CodePointMap(std::string_view text) : text_(text) {
  std::uint32_t count = 0;
  before_.reserve(text.size() / kBlock + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kBlock == 0) before_.push_back(count);
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x80) ascii_ = false;
    if (!is_continuation(c)) ++count;
  }
  size_ = count;
  if (ascii_) before_ = {};
}

std::uint32_t CodePointMap::code_point(std::size_t byte) const {
  assert(byte <= text_.size());
  if (ascii_) return static_cast<std::uint32_t>(byte);
  if (byte == text_.size()) return size_;
  std::uint32_t count = before_[byte / kBlock];
  for (std::size_t i = byte / kBlock * kBlock; i < byte; ++i) {
    if (!is_continuation(static_cast<unsigned char>(text_[i]))) ++count;
  }
  // Inside a code point: its first byte was counted already.
  if (is_continuation(static_cast<unsigned char>(text_[byte]))) --count;
  return count;
}

std::size_t CodePointMap::byte(std::uint32_t index) const {
  if (index >= size_) return text_.size();
  if (ascii_) return index;
  const auto block = std::upper_bound(before_.begin(), before_.end(), index) - before_.begin() - 1;
  std::uint32_t count = before_[static_cast<std::size_t>(block)];
  std::size_t i = static_cast<std::size_t>(block) * kBlock;
  for (;; ++i) {
    if (is_continuation(static_cast<unsigned char>(text_[i]))) continue;
    if (count == index) return i;
    ++count;
  }
}

}  // namespace entente
