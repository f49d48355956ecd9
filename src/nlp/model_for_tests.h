// Where tests find the converted language model.  For tests only.
#pragma once

#include <optional>
#include <string>

#include "model/model_file.h"

namespace entente {

inline std::string test_model_path() {
  return std::string(ENTENTE_SOURCE_DIR) + "/.cache/english.model";
}

// Opened once; nullopt when there is none.
inline const std::optional<ModelFile>& test_model() {
  static const std::optional<ModelFile> model = [] {
    auto opened = ModelFile::open(test_model_path());
    return opened ? std::optional<ModelFile>(std::move(*opened)) : std::nullopt;
  }();
  return model;
}

inline std::string no_test_model() { return "no model file at " + test_model_path(); }

}  // namespace entente
