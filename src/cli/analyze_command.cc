// entente analyze: what the language model finds in the text of each report.
#include <memory>
#include <utility>

#include "cli/command.h"
#include "cli/document_run.h"
#include "cli/exit_code.h"
#include "cli/input_options.h"
#include "cli/output.h"
#include "cli/program.h"
#include "view/analysis_view.h"

namespace entente {
namespace {

struct Options {
  InputOptions input;
  std::string form = "conllu";
};

int run_analyze(const Options& options) {
  Result<DocumentSource> source = options.input.open();
  if (!source) {
    print_error(source.error());
    return kFailed;
  }
  const Result<std::unique_ptr<Analyser>> analyser = load_model(AnalysisUnit::kText);
  if (!analyser) {
    print_error(analyser.error());
    return kFailed;
  }
  const auto append = options.form == "jsonl" ? append_analysis_json : append_analysis_conllu;
  DocumentRun run;
  run.threads = options.input.thread_count();
  return run_documents(std::move(*source), run, [&](Document document) -> Result<DocumentText> {
    document.title.clear();  // only the text is shown
    const Result<std::vector<Analysis>> analyses = (*analyser)->analyse(document);
    if (!analyses) return std::unexpected(analyses.error());
    DocumentText text;
    for (const Analysis& analysis : *analyses) append(text.output, document.id, analysis);
    return text;
  });
}

}  // namespace

void add_analyze_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand(
      "analyze", "Tokens, tags, lemmas, dependencies and entities of each text.");
  const auto options = std::make_shared<Options>();
  options->input.add_to(*command);
  command->add_option("--as", options->form, "form of the analyses")
      ->check(CLI::IsMember({"conllu", "jsonl"}))
      ->capture_default_str();
  command->callback([options, &run] { run = [options] { return run_analyze(*options); }; });
}

}  // namespace entente
