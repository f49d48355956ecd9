// entente explain: what was found, and why, for a person's eyes.
#include <unistd.h>

#include <memory>
#include <utility>

#include "cli/command.h"
#include "cli/document_run.h"
#include "cli/exit_code.h"
#include "cli/input_options.h"
#include "cli/output.h"
#include "cli/program.h"
#include "view/explain.h"

namespace entente {
namespace {

struct Options {
  InputOptions input;
  bool analysed = false;
  std::vector<std::string> knowledge;
};

int run_explain(const Options& options) {
  Result<DocumentSource> source = options.input.open();
  if (!source) {
    print_error(source.error());
    return kFailed;
  }
  const Result<Coder> coder = load_coder(
      options.analysed ? AnalysisSource::kInput : AnalysisSource::kModel, options.knowledge);
  if (!coder) {
    print_error(coder.error());
    return kFailed;
  }
  const TextStyle style = ::isatty(STDOUT_FILENO) == 1 ? TextStyle::kColour : TextStyle::kPlain;
  const DocumentRun run{options.input.thread_count(), "", ""};
  return run_documents(std::move(*source), run, [&](Document document) -> Result<DocumentText> {
    const Result<CodedDocument> coded = coder->code(std::move(document));
    if (!coded) return std::unexpected(coded.error());
    DocumentText text;
    append_explanation(text.output, *coded, style);
    return text;
  });
}

}  // namespace

void add_explain_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand(
      "explain", "Sentence by sentence: what was found, which rule fired, what was rejected.");
  const auto options = std::make_shared<Options>();
  options->input.add_to(*command);
  command->add_option("--knowledge", options->knowledge,
                      "folder with tables of your own, laid over those of the program");
  command->add_flag("--analysed", options->analysed,
                    "take the analyses that the reports bring along");
  command->callback([options, &run] { run = [options] { return run_explain(*options); }; });
}

}  // namespace entente
