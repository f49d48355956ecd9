// From bytes of some encoding to UTF-8, with the way back to the bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "record/byte_map.h"

namespace entente {

struct DecodedText {
  std::string text;          // valid UTF-8
  std::string charset;       // what it was, "" for UTF-8
  std::size_t replaced = 0;  // sequences that meant nothing, each now U+FFFD
  ByteMap map;               // bytes of `text` -> bytes received
};

// What is believed, the strongest first: a byte order mark; zero bytes in every
// second place (UTF-16); bytes that are valid UTF-8; `declared` (a label as in
// HTTP and HTML, may be empty) and then a guess from the bytes, where they
// decode all; UTF-8 with a few broken places; windows-1252.  A declaration
// that the bytes contradict is thus overruled.  A byte order mark stays in
// valid UTF-8 and goes otherwise.  Linear in the bytes.
DecodedText decode_text(std::string bytes, std::string_view declared);

}  // namespace entente
