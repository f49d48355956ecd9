#include "cli/database_options.h"

#include <fmt/chrono.h>

#include <chrono>
#include <utility>

#include "cli/version.h"

namespace entente {

void add_database_option(CLI::App& command, std::string& path) {
  command.add_option("--db", path, "the database, a SQLite file")->required();
}

void add_where_option(CLI::App& command, std::string& where) {
  command.add_option("--where", where,
                     "only these events: field=value AND ... over event, mode, status, actor, "
                     "recipient, from, to");
}

std::string utc_now() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
}

RunInfo start_run(RunKind kind, const Coder* coder, std::string origin) {
  RunInfo run;
  run.kind = kind;
  run.origin = std::move(origin);
  run.program = program_version();
  if (coder != nullptr) {
    run.model = model_version();
    run.knowledge = coder->knowledge().version();
  }
  run.started_at = utc_now();
  return run;
}

}  // namespace entente
