// What the commands share that work on a database.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "pipeline/coder.h"
#include "store/store_writer.h"

namespace entente {

void add_database_option(CLI::App& command, std::string& path);

// For parse_where().
void add_where_option(CLI::App& command, std::string& where);

// Now, in UTC: 2022-02-04T08:15:00Z.
std::string utc_now();

// A run that starts now; without a coder: one that codes nothing.
RunInfo start_run(RunKind kind, const Coder* coder, std::string origin = std::string(kOwnOrigin));

}  // namespace entente
