// The commands of the program.  Each add_ function puts one of them into the
// parser; when the user names it, `run` becomes what is to be done.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace entente {

using Run = std::function<int()>;

// The exit code is one of ExitCode.
void add_bench_command(CLI::App& app, Run& run);
void add_code_command(CLI::App& app, Run& run);
void add_analyze_command(CLI::App& app, Run& run);
void add_events_command(CLI::App& app, Run& run);
void add_eval_command(CLI::App& app, Run& run);
void add_explain_command(CLI::App& app, Run& run);
void add_export_command(CLI::App& app, Run& run);
void add_import_command(CLI::App& app, Run& run);
void add_ingest_command(CLI::App& app, Run& run);
void add_lexicon_command(CLI::App& app, Run& run);
void add_measure_command(CLI::App& app, Run& run);
void add_model_command(CLI::App& app, Run& run);
void add_read_command(CLI::App& app, Run& run);
void add_remove_command(CLI::App& app, Run& run);
void add_report_command(CLI::App& app, Run& run);
void add_resolve_command(CLI::App& app, Run& run);

}  // namespace entente
