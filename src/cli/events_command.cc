// entente events: what a database holds, one line an event.
#include <memory>

#include "cli/command.h"
#include "cli/database_options.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/stored_events.h"

namespace entente {
namespace {

struct Options {
  std::string database;
  std::string where;
  std::string form = "text";
};

int run_events(const Options& options) {
  const Result<Where> where = parse_where(options.where);
  if (!where) {
    print_error(where.error());
    return kFailed;
  }
  return write_stored_events(options.database, *where, parse_event_form(options.form));
}

}  // namespace

void add_events_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("events", "Lists the events of a database.");
  const auto options = std::make_shared<Options>();
  add_database_option(*command, options->database);
  add_where_option(*command, options->where);
  command->add_option("--as", options->form, "form of the records; text: lines for reading")
      ->check(CLI::IsMember({"text", "jsonl", "csv", "polecat", "icews", "plover"}))
      ->capture_default_str();
  command->callback([options, &run] { run = [options] { return run_events(*options); }; });
}

}  // namespace entente
