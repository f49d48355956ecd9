// Builds a model file section by section.  One thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/model_file.h"

namespace entente {

class ModelWriter {
 public:
  // Each adds one section.  REQUIRES: a new `name` of 1..55 bytes; text and
  // strings are valid UTF-8 of less than 4 GB together; the shape has 1..4
  // dimensions, none 0, and fits the values.
  void add_text(std::string_view name, std::string_view text);
  void add_tensor(std::string_view name, std::span<const float> values,
                  std::span<const std::uint32_t> shape);
  void add_u32(std::string_view name, std::span<const std::uint32_t> values);
  void add_u64(std::string_view name, std::span<const std::uint64_t> values);
  void add_strings(std::string_view name, std::span<const std::string> values);

  // The whole file, with its checksum.
  std::string finish() const;
  // Errors: kIo.
  Status write(const std::string& path) const;

 private:
  struct Section {
    std::string name;
    SectionKind kind;
    std::string bytes;
    std::vector<std::uint32_t> shape;
  };
  template <typename T>
  void add_array(std::string_view name, SectionKind kind, std::span<const T> values);
  std::vector<Section> sections_;
};

}  // namespace entente
