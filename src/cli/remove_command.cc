// entente remove: reports out of a database, with all that hung on them.
#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/database_options.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "store/database.h"
#include "store/store_writer.h"

namespace entente {
namespace {

struct Options {
  std::string database;
  std::vector<std::string> ids;
};

Result<std::vector<bool>> remove(const Options& options) {
  const Result<Database> database = Database::open(options.database, Access::kWrite);
  if (!database) return std::unexpected(database.error());
  Result<StoreWriter> writer = StoreWriter::open(*database, start_run(RunKind::kIngest, nullptr));
  if (!writer) return std::unexpected(writer.error());
  Result<std::vector<bool>> removed = writer->remove(options.ids);
  if (!removed) return removed;
  ENTENTE_TRY(writer->remove_unused_names());
  return removed;
}

int run_remove(const Options& options) {
  const Result<std::vector<bool>> removed = remove(options);
  if (!removed) {
    print_error(removed.error());
    return kFailed;
  }
  for (std::size_t i = 0; i < removed->size(); ++i) {
    if (!(*removed)[i]) {
      print_message(fmt::format("there is no report with the id \"{}\"", options.ids[i]));
    }
  }
  const auto count = std::ranges::count(*removed, true);
  if (count == 0) return kFailed;
  return static_cast<std::size_t>(count) == removed->size() ? kDone : kSomeFailed;
}

}  // namespace

void add_remove_command(CLI::App& app, Run& run) {
  CLI::App* command =
      app.add_subcommand("remove", "Takes reports out of a database, with all that hung on them.");
  const auto options = std::make_shared<Options>();
  add_database_option(*command, options->database);
  command->add_option("ID", options->ids, "ids of reports")->required();
  command->callback([options, &run] { run = [options] { return run_remove(*options); }; });
}

}  // namespace entente
