// entente bench: how fast each stage is on the sample reports.
#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/paths.h"
#include "cli/print_text.h"
#include "cli/program.h"
#include "exchange/event_form.h"
#include "ingest/document_source.h"
#include "text/event_records.h"

namespace entente {
namespace {

using Clock = std::chrono::steady_clock;

struct Options {
  double seconds = 5;
  std::string file;
};

// Time by stage, in the order in which the stages first ended.
class StageTimes {
 public:
  void start() { last_ = Clock::now(); }
  void ended(std::string_view stage) {
    const Clock::time_point now = Clock::now();
    Clock::duration& total = find(stage);
    total += now - last_;
    last_ = now;
  }

  std::string table(std::size_t documents, std::size_t tokens) const {
    double all = 0;
    for (const auto& [stage, time] : rows_) all += seconds(time);
    std::string text =
        fmt::format("{:<14}{:>9}{:>8}{:>12}\n", "stage", "seconds", "share", "tokens/s");
    const auto row = [&](std::string_view stage, double time) {
      text += fmt::format("{:<14}{:>9.3f}{:>7.1f}%{:>12.0f}\n", stage, time, 100 * time / all,
                          static_cast<double>(tokens) / time);
    };
    for (const auto& [stage, time] : rows_) row(stage, seconds(time));
    row("all", all);
    text += fmt::format("{} reports, {} tokens, {:.0f} reports/s on one core\n", documents, tokens,
                        static_cast<double>(documents) / all);
    return text;
  }

 private:
  static double seconds(Clock::duration d) { return std::chrono::duration<double>(d).count(); }
  Clock::duration& find(std::string_view stage) {
    for (auto& [name, time] : rows_) {
      if (name == stage) return time;
    }
    return rows_.emplace_back(stage, Clock::duration::zero()).second;
  }

  std::vector<std::pair<std::string, Clock::duration>> rows_;
  Clock::time_point last_;
};

Result<std::vector<Document>> read_reports(const std::string& file) {
  DocumentSource source({file}, {});
  std::vector<Document> reports;
  while (auto document = source.next()) {
    if (!*document) return std::unexpected(document->error());
    reports.push_back(std::move(**document));
  }
  if (reports.empty()) return fail(ErrorCode::kNotFound, "there is no report in it", {file, 0, {}});
  return reports;
}

std::size_t token_count(const Reading& reading) {
  std::size_t count = 0;
  for (const SectionReading& section : reading.sections) count += section.analysis.tokens.size();
  return count;
}

// Rounds over all reports until the time is up, one thread; the first round
// fills caches and is not counted.
Result<std::string> measure(const Options& options) {
  const Result<std::string> data = find_data();
  if (!data) return std::unexpected(data.error());
  const Result<std::vector<Document>> reports =
      read_reports(options.file.empty() ? *data + "/samples/reports.jsonl" : options.file);
  if (!reports) return std::unexpected(reports.error());
  const Result<Coder> coder = load_coder(AnalysisSource::kModel, {});
  if (!coder) return std::unexpected(coder.error());

  StageTimes times;
  StageTimes warm_up;
  std::size_t documents = 0;
  std::size_t tokens = 0;
  const auto run_round = [&](StageTimes& counted) -> Status {
    for (const Document& report : *reports) {
      counted.start();
      const auto coded = coder->code(report, [&](std::string_view stage) { counted.ended(stage); });
      if (!coded) return std::unexpected(coded.error());
      std::string text;
      for (const EventRecord& record : make_event_records(*coded)) append_event_json(text, record);
      counted.ended("output");
      ++documents;
      tokens += token_count(coded->reading);
    }
    return {};
  };
  ENTENTE_TRY(run_round(warm_up));
  documents = tokens = 0;
  const Clock::time_point end = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                                   std::chrono::duration<double>(options.seconds));
  do {
    ENTENTE_TRY(run_round(times));
  } while (Clock::now() < end);
  return times.table(documents, tokens);
}

int run_bench(const Options& options) { return print_text(measure(options)); }

}  // namespace

void add_bench_command(CLI::App& app, Run& run) {
  CLI::App* command =
      app.add_subcommand("bench", "Speed on the sample reports, stage by stage, on one core.");
  const auto options = std::make_shared<Options>();
  command->add_option("--seconds", options->seconds, "how long to measure, at least")
      ->check(CLI::Range(0.0, 3600.0))
      ->capture_default_str();
  command->add_option("FILE", options->file, "reports to use in place of the samples");
  command->callback([options, &run] { run = [options] { return run_bench(*options); }; });
}

}  // namespace entente
