// The options of the commands that code reports, and the run itself.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "cli/document_run.h"
#include "cli/input_options.h"
#include "record/coded_document.h"

namespace entente {

struct CodingOptions {
  InputOptions input;
  bool analysed = false;
  std::vector<std::string> knowledge;

  void add_to(CLI::App& command);
};

using CodedWriter = std::function<DocumentText(const CodedDocument&)>;

// Codes every report of the inputs and writes what `write` makes of it; `run`
// says what is written beside that, its threads and languages are set here.
// The result is an ExitCode.
int run_coding(const CodingOptions& options, DocumentRun run, const CodedWriter& write);

}  // namespace entente
