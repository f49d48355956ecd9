// entente export: the events of a database in the formats of the field.
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
  std::string form;
  std::string origin;
};

int run_export(const Options& options) {
  Result<Where> where = parse_where(options.where);
  if (!where) {
    print_error(where.error());
    return kFailed;
  }
  if (!options.origin.empty()) where->origin = options.origin;
  return write_stored_events(options.database, *where, parse_event_form(options.form));
}

}  // namespace

void add_export_command(CLI::App& app, Run& run) {
  CLI::App* command =
      app.add_subcommand("export", "The events of a database in the formats of the field.");
  const auto options = std::make_shared<Options>();
  add_database_option(*command, options->database);
  add_where_option(*command, options->where);
  command->add_option("--as", options->form, "form of the records")
      ->required()
      ->check(CLI::IsMember({"jsonl", "csv", "polecat", "icews", "plover"}));
  command->add_option("--origin", options->origin,
                      "only events of this origin: entente, icews, polecat, gdelt, plover, jsonl");
  command->callback([options, &run] { run = [options] { return run_export(*options); }; });
}

}  // namespace entente
