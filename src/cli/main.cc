// The program: reads the command line and hands over to a command.
#include <CLI/CLI.hpp>
#include <csignal>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/version.h"

namespace {

int run_program(int argc, char** argv) {
  CLI::App app(
      "Reads news reports, writes event records: who did what to whom, when, where,\n"
      "on whose word, and whether it happened.",
      "entente");
  app.require_subcommand(1);
  app.set_version_flag("--version", entente::version_text, "versions of program, model and data");
  entente::Run run;
  entente::add_code_command(app, run);
  entente::add_analyze_command(app, run);
  entente::add_eval_command(app, run);
  entente::add_explain_command(app, run);
  entente::add_read_command(app, run);
  entente::add_resolve_command(app, run);
  entente::add_ingest_command(app, run);
  entente::add_events_command(app, run);
  entente::add_remove_command(app, run);
  entente::add_import_command(app, run);
  entente::add_export_command(app, run);
  entente::add_measure_command(app, run);
  entente::add_report_command(app, run);
  entente::add_model_command(app, run);
  entente::add_lexicon_command(app, run);
  entente::add_bench_command(app, run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Help and version are thrown as well, with the code 0.
    return app.exit(error) == 0 ? entente::kDone : entente::kFailed;
  }
  return run();
}

}  // namespace

int main(int argc, char** argv) {
  // A reader that goes away shows as an error of write(), which Output knows.
  std::signal(SIGPIPE, SIG_IGN);
  return run_program(argc, argv);
}
