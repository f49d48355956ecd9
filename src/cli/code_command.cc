// entente code: reports in, event records out.
#include <memory>
#include <utility>

#include "cli/coding_options.h"
#include "cli/command.h"
#include "exchange/event_form.h"
#include "text/event_records.h"
#include "view/diagnostics.h"

namespace entente {
namespace {

struct Options {
  CodingOptions coding;
  std::string form = "jsonl";
  bool happened = false;
  std::string diagnostics;
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
  const EventForm form = parse_event_form(options.form).value_or(EventForm::kJsonl);
  DocumentRun run;
  run.head = event_head(form);
  run.diagnostics_path = options.diagnostics;
  return run_coding(options.coding, std::move(run), [&](const CodedDocument& coded) {
    return write_records(coded, form, options);
  });
}

}  // namespace

void add_code_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("code", "Reports in, event records out.");
  const auto options = std::make_shared<Options>();
  options->coding.add_to(*command);
  command->add_option("--as", options->form, "form of the records")
      ->check(CLI::IsMember({"jsonl", "csv", "polecat", "icews", "plover"}))
      ->capture_default_str();
  command->add_flag("--happened", options->happened,
                    "only events that happened: status asserted or reported");
  command->add_option("--diagnostics", options->diagnostics,
                      "file for what was seen and not coded, and why; one JSON line a report");
  command->callback([options, &run] { run = [options] { return run_code(*options); }; });
}

}  // namespace entente
