// entente read: what the readers make of the inputs, before anything is coded.
#include <memory>
#include <utility>

#include "cli/command.h"
#include "cli/document_run.h"
#include "cli/exit_code.h"
#include "cli/input_options.h"
#include "cli/output.h"
#include "text/asides.h"
#include "view/document_json.h"

namespace entente {
namespace {

int run_read(const InputOptions& options) {
  Result<DocumentSource> source = options.open();
  if (!source) {
    print_error(source.error());
    return kFailed;
  }
  DocumentRun run;
  run.threads = options.thread_count();
  return run_documents(std::move(*source), run, [](Document document) -> Result<DocumentText> {
    Asides found = find_asides(document.text, document.date);
    document.asides = std::move(found.asides);
    document.dateline = std::move(found.dateline);
    DocumentText text;
    append_document_json(text.output, document);
    return text;
  });
}

}  // namespace

void add_read_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand(
      "read", "What is read of files, pages, feeds, archives, as input records (JSON Lines).");
  const auto options = std::make_shared<InputOptions>();
  options->add_to(*command);
  command->callback([options, &run] { run = [options] { return run_read(*options); }; });
}

}  // namespace entente
