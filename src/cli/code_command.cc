// entente code: reports in, event records out.
#include <memory>
#include <utility>

#include "cli/command.h"
#include "cli/document_run.h"
#include "cli/exit_code.h"
#include "cli/input_options.h"
#include "cli/output.h"
#include "cli/program.h"
#include "exchange/event_form.h"
#include "text/event_records.h"
#include "view/diagnostics.h"

namespace entente {
namespace {

struct Options {
  InputOptions input;
  std::string form = "jsonl";
  bool happened = false;
  bool analysed = false;
  std::string diagnostics;
  std::vector<std::string> knowledge;
};

// The records of one document.  Numbers stay what they are when events that
// did not happen are left out.
DocumentText write_records(const CodedDocument& coded, EventForm form, const Options& options) {
  DocumentText text;
  for (const EventRecord& record : make_event_records(coded)) {
    if (options.happened && !has_happened(record.event.status)) continue;
    append_event(text.output, form, record);
  }
  if (!options.diagnostics.empty()) append_diagnostics_json(text.diagnostics, coded);
  return text;
}

int run_code(const Options& options) {
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
  const EventForm form = parse_event_form(options.form).value_or(EventForm::kJsonl);
  const DocumentRun run{options.input.thread_count(), event_head(form), options.diagnostics};
  return run_documents(std::move(*source), run, [&](Document document) -> Result<DocumentText> {
    const Result<CodedDocument> coded = coder->code(std::move(document));
    if (!coded) return std::unexpected(coded.error());
    return write_records(*coded, form, options);
  });
}

}  // namespace

void add_code_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("code", "Reports in, event records out.");
  const auto options = std::make_shared<Options>();
  options->input.add_to(*command);
  command->add_option("--as", options->form, "form of the records")
      ->check(CLI::IsMember({"jsonl", "csv", "polecat", "icews", "plover"}))
      ->capture_default_str();
  command->add_flag("--happened", options->happened,
                    "only events that happened: status asserted or reported");
  command->add_option("--diagnostics", options->diagnostics,
                      "file for what was seen and not coded, and why; one JSON line a report");
  command->add_option("--knowledge", options->knowledge,
                      "folder with tables of your own, laid over those of the program");
  command->add_flag("--analysed", options->analysed,
                    "take the analyses that the reports bring along (keys analysis and "
                    "title_analysis) in place of the language model's");
  command->callback([options, &run] { run = [options] { return run_code(*options); }; });
}

}  // namespace entente
