// Text in the making, each part with the bytes that it was made from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/byte_map.h"

namespace entente {

class MappedText {
 public:
  // Appends `part`, made from `source`; byte by byte when both are as long.
  void add(std::string_view part, ByteRange source);
  // Appends another text with all that is known of it.
  void append(const MappedText& other);
  // Appends what stands for nothing in the source: a blank line.
  void add_between(std::string_view part);
  // Takes the last byte off; one blank, if there is one.
  void trim_last();
  void trim_end() {
    if (text_.ends_with(' ')) trim_last();
  }

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  // The text moves out; this is empty afterwards.
  std::string take_text();
  ByteMap map() const;

 private:
  struct Run {
    std::uint32_t text;
    ByteRange source;
    bool even;
  };
  std::string text_;
  std::vector<Run> runs_;
};

}  // namespace entente
