// entente measure: the measures as tables, for other people's analyses.
#include <memory>
#include <string>
#include <utility>

#include "alignment/blocs.h"
#include "alignment/groups.h"
#include "alignment/measures.h"
#include "alignment/tilt.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/print_text.h"
#include "cli/stored_acts.h"
#include "cli/world.h"
#include "view/measure_view.h"

namespace entente {
namespace {

struct Options {
  ActOptions acts;
  std::string table;
  std::string west = "WEST";
  std::string east = "RUS,CHN";
  std::string period;
  double half_life_days = 0;
  std::string form = "csv";
};

Result<std::string> states_table(const World& world, const VoteTable& votes, const Window& window,
                                 const Options& options, TableForm form) {
  const Result<Group> west = Group::find(world, votes, options.west);
  if (!west) return std::unexpected(west.error());
  const Result<Group> east = Group::find(world, votes, options.east);
  if (!east) return std::unexpected(east.error());
  return measure_table(measure_states(votes, window, *west, *east), form);
}

Result<std::string> make_table(const World& world, const VoteTable& votes, const Options& options) {
  const TableForm form = options.form == "csv" ? TableForm::kCsv : TableForm::kJsonLines;
  Window window{votes.first_day().value_or(0), votes.last_day().value_or(0),
                options.half_life_days};
  const PeriodLength natural = natural_length(window);
  const std::optional<PeriodLength> period = parse_period_length(options.period);
  if (options.table == "pairs") return measure_table(measure_pairs(world, votes, window), form);
  if (options.table == "states") return states_table(world, votes, window, options, form);
  if (options.table == "blocs") return measure_table(measure_blocs(votes, window).rows, form);
  if (options.table == "changes") {
    return measure_table(measure_changes(votes, window, period.value_or(natural)), form);
  }
  return measure_table(measure_series(votes, window, period.value_or(PeriodLength::kMonth)), form);
}

Result<std::string> measure(const Options& options) {
  const Result<Knowledge> knowledge = open_tables();
  if (!knowledge) return std::unexpected(knowledge.error());
  const Result<World> world = make_world(*knowledge, options.acts.groups);
  if (!world) return std::unexpected(world.error());
  const Result<StoredActs> acts = load_acts(options.acts, *world, {});
  if (!acts) return std::unexpected(acts.error());
  return make_table(*world, acts->votes, options);
}

int run_measure(const Options& options) { return print_text(measure(options)); }

}  // namespace

void add_measure_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand(
      "measure", "Who stands with whom, as tables: pairs, states, blocs, changes, series.");
  const auto options = std::make_shared<Options>();
  command->add_option("TABLE", options->table, "pairs, states, blocs, changes or series")
      ->required()
      ->check(CLI::IsMember({"pairs", "states", "blocs", "changes", "series"}));
  add_act_options(*command, options->acts);
  command
      ->add_option("--west", options->west,
                   "states: the side of positive tilt, a group or states joined by commas")
      ->capture_default_str();
  command->add_option("--east", options->east, "states: the other side")->capture_default_str();
  command
      ->add_option("--period", options->period,
                   "changes, series: week, month, quarter or year; default: month, for changes in "
                   "less than two years week")
      ->check(CLI::IsMember({"week", "month", "quarter", "year"}));
  command
      ->add_option("--half-life", options->half_life_days,
                   "days after which a story counts half, from the last event back; 0: all alike")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  command->add_option("--as", options->form, "form of the table")
      ->check(CLI::IsMember({"csv", "jsonl"}))
      ->capture_default_str();
  command->callback([options, &run] { run = [options] { return run_measure(*options); }; });
}

}  // namespace entente
