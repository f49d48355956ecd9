// The options that every command has which reads reports.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "ingest/document_source.h"

namespace entente {

struct InputOptions {
  std::vector<std::string> files;
  std::string format = "auto";
  std::string date;
  std::size_t threads = 0;

  void add_to(CLI::App& command);

  // Errors: kUsage for a date that does not exist.
  Result<DocumentSource> open() const;
  std::size_t thread_count() const;
};

}  // namespace entente
