// entente ingest: reports into a database, coded.
#include <fmt/core.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <map>
#include <memory>
#include <thread>
#include <utility>

#include "cli/command.h"
#include "cli/database_options.h"
#include "cli/exit_code.h"
#include "cli/input_options.h"
#include "cli/output.h"
#include "cli/program.h"
#include "cli/progress.h"
#include "corpus/ingest.h"
#include "ingest/input_paths.h"

namespace entente {
namespace {

struct Options {
  std::string database;
  InputOptions input;
  std::vector<std::string> knowledge;
  bool watch = false;
};

volatile std::sig_atomic_t asked_to_stop = 0;

void ask_to_stop(int /*signal*/) { asked_to_stop = 1; }

std::string summary(const IngestCounts& counts) {
  std::string text = fmt::format("{} reports added with {} events", with_commas(counts.added),
                                 with_commas(counts.events));
  const auto add = [&](std::uint64_t count, const char* what) {
    if (count > 0) text += fmt::format(", {} {}", with_commas(count), what);
  };
  add(counts.replaced, "replaced");
  add(counts.unchanged, "there already");
  add(counts.skipped, "not in English: kept, not coded");
  add(counts.failed, "failed");
  return text;
}

// One run over the inputs.
Result<IngestCounts> run_once(const InputOptions& input, const Coder& coder,
                              const Database& database, const Options& options) {
  Result<DocumentSource> source = input.open();
  if (!source) return std::unexpected(source.error());
  Result<StoreWriter> writer = StoreWriter::open(database, start_run(RunKind::kIngest, &coder));
  if (!writer) return std::unexpected(writer.error());
  Progress progress(measure_inputs(input.files).bytes);
  IngestObserver observer;
  observer.failed = [&](const Error& error) {
    progress.clear();
    print_error(error);
  };
  observer.went_on = [&](const IngestCounts& counts) {
    progress.show(counts.bytes_read, counts.done(), counts.failed);
  };
  observer.should_stop = [] { return asked_to_stop != 0; };
  Result<IngestCounts> counts =
      ingest(*source, coder, database, *writer, {options.input.thread_count()}, observer);
  progress.clear();
  if (!counts) return counts;
  ENTENTE_TRY(writer->finish(utc_now()));
  return counts;
}

// Tells which files of the inputs are new or have changed since they were last
// seen and have come to rest.
class Watch {
 public:
  explicit Watch(std::vector<std::string> paths) : paths_(std::move(paths)) {}

  std::vector<std::string> changed() {
    constexpr std::chrono::seconds kRest{1};  // a file younger than this may still be written
    std::vector<std::string> files;
    const auto now = std::filesystem::file_time_type::clock::now();
    InputPaths inputs(paths_);
    while (const auto input = inputs.next()) {
      if (!*input) continue;  // a glob that matches nothing yet
      std::error_code error;
      const std::string& path = (*input)->path;
      const auto time = std::filesystem::last_write_time(path, error);
      if (error || now - time < kRest) continue;
      const auto [seen, added] = seen_.emplace(path, time);
      if (!added && seen->second == time) continue;
      seen->second = time;
      files.push_back(path);
    }
    return files;
  }

 private:
  std::vector<std::string> paths_;
  std::map<std::string, std::filesystem::file_time_type> seen_;
};

int watch(const Coder& coder, const Database& database, const Options& options) {
  constexpr std::chrono::milliseconds kPause{500};
  Watch inputs(options.input.files);
  InputOptions input = options.input;
  int exit_code = kDone;
  print_message("watching; stop with Ctrl-C");
  while (asked_to_stop == 0) {
    input.files = inputs.changed();
    if (input.files.empty()) {
      std::this_thread::sleep_for(kPause);
      continue;
    }
    const Result<IngestCounts> counts = run_once(input, coder, database, options);
    if (!counts) {
      print_error(counts.error());
      return kFailed;
    }
    if (counts->failed > 0) exit_code = kSomeFailed;
    print_message(summary(*counts));
  }
  return exit_code;
}

int run_ingest(const Options& options) {
  const Result<Coder> coder = load_coder(AnalysisSource::kModel, options.knowledge);
  if (!coder) {
    print_error(coder.error());
    return kFailed;
  }
  const Result<Database> database = Database::open(options.database, Access::kCreate);
  if (!database) {
    print_error(database.error());
    return kFailed;
  }
  std::signal(SIGINT, ask_to_stop);
  std::signal(SIGTERM, ask_to_stop);
  if (options.watch) return watch(*coder, *database, options);
  const Result<IngestCounts> counts = run_once(options.input, *coder, *database, options);
  if (!counts) {
    print_error(counts.error());
    return kFailed;
  }
  print_message(summary(*counts));
  if (asked_to_stop != 0) {
    print_message("stopped; the same command goes on from here");
    return kSomeFailed;
  }
  if (counts->failed == 0) return kDone;
  return counts->failed == counts->done() ? kFailed : kSomeFailed;
}

}  // namespace

void add_ingest_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand(
      "ingest", "Reports into a database, coded; what is there already is left as it is.");
  const auto options = std::make_shared<Options>();
  add_database_option(*command, options->database);
  options->input.add_to(*command);
  command->add_option("--knowledge", options->knowledge,
                      "folder with tables of your own, laid over those of the program");
  command->add_flag("--watch", options->watch,
                    "go on, and take in what is added to the folders or changes");
  command->callback([options, &run] { run = [options] { return run_ingest(*options); }; });
}

}  // namespace entente
