// entente explain: what was found, and why, for a person's eyes.
#include <unistd.h>

#include <memory>

#include "cli/coding_options.h"
#include "cli/command.h"
#include "view/explain.h"

namespace entente {
namespace {

int run_explain(const CodingOptions& options) {
  const TextStyle style = ::isatty(STDOUT_FILENO) == 1 ? TextStyle::kColour : TextStyle::kPlain;
  return run_coding(options, {}, [&](const CodedDocument& coded) {
    DocumentText text;
    append_explanation(text.output, coded, style);
    return text;
  });
}

}  // namespace

void add_explain_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand(
      "explain", "Sentence by sentence: what was found, which rule fired, what was rejected.");
  const auto options = std::make_shared<CodingOptions>();
  options->add_to(*command);
  command->callback([options, &run] { run = [options] { return run_explain(*options); }; });
}

}  // namespace entente
