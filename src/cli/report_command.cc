// entente report: is a new alliance forming between two states, and against whom?
#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "alignment/answer.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/paths.h"
#include "cli/stored_acts.h"
#include "cli/world.h"
#include "view/answer_view.h"

namespace entente {
namespace {

struct Options {
  ActOptions acts;
  std::string a, b;
  std::string against = "WEST";
  double half_life_days = 180;
  std::string form = "text";
};

Result<Ladder> load_ladder() {
  const Result<std::string> data = find_data();
  if (!data) return std::unexpected(data.error());
  const std::string path = *data + "/alignment/ladder.tsv";
  Result<std::string> text = read_file(path);
  if (!text) return std::unexpected(text.error());
  return Ladder::parse(std::move(*text), path);
}

EvidenceSource source_of(const StoredActs& acts) {
  return [&acts](std::span<const std::int64_t> ids) {
    std::map<std::int64_t, EvidenceLine> found;
    for (const std::int64_t id : ids) {
      if (const auto line = acts.lines.find(id); line != acts.lines.end()) found.insert(*line);
    }
    return Result<std::map<std::int64_t, EvidenceLine>>(std::move(found));
  };
}

// The first and the last day with an act of the question or a vote.
void set_days(ReportQuestion& question, const StoredActs& acts) {
  std::optional<std::int32_t> first = acts.votes.first_day();
  std::optional<std::int32_t> last = acts.votes.last_day();
  for (const DyadicAct& act : acts.kept) {
    const std::int32_t day = act.date.epoch_day();
    first = std::min(first.value_or(day), day);
    last = std::max(last.value_or(day), day);
  }
  question.first = first.value_or(0);
  question.last = last.value_or(0);
}

Result<Answer> answer(const Options& options) {
  const Result<Knowledge> knowledge = open_tables();
  if (!knowledge) return std::unexpected(knowledge.error());
  const Result<World> world = make_world(*knowledge, options.acts.groups);
  if (!world) return std::unexpected(world.error());
  const Result<Ladder> ladder = load_ladder();
  if (!ladder) return std::unexpected(ladder.error());
  const Result<StoredActs> acts = load_acts(options.acts, *world, {options.a, options.b});
  if (!acts) return std::unexpected(acts.error());
  ReportQuestion question;
  question.a = options.a;
  question.b = options.b;
  question.a_name = state_name(*knowledge, options.a);
  question.b_name = state_name(*knowledge, options.b);
  question.against = options.against;
  question.half_life_days = options.half_life_days;
  question.acts = acts->kept;
  set_days(question, *acts);
  const Date last = Date::make(1970, 1, 1)->plus_days(question.last);
  return answer_question(*world, acts->votes, question, *ladder, source_of(*acts),
                         outside_facts(*knowledge, options.a, options.b, last));
}

int run_report(const Options& options) {
  const Result<Answer> result = answer(options);
  if (!result) {
    print_error(result.error());
    return kFailed;
  }
  Output output;
  output.write(options.form == "json"       ? answer_json(*result)
               : options.form == "markdown" ? answer_markdown(*result)
                                            : answer_text(*result));
  if (const Status written = output.finish(); !written) {
    print_error(written.error());
    return kFailed;
  }
  return kDone;
}

}  // namespace

void add_report_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand(
      "report", "Is a new alliance forming between two states, and against whom?");
  const auto options = std::make_shared<Options>();
  command->add_option("A", options->a, "a state, alpha-3")->required();
  command->add_option("B", options->b, "another state")->required();
  add_act_options(*command, options->acts);
  command
      ->add_option("--against", options->against,
                   "a group (WEST, NATO, G7, BRICS, your own) or states joined by commas")
      ->capture_default_str();
  command
      ->add_option("--half-life", options->half_life_days,
                   "days after which a story counts half, from the last event back; 0: all alike")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  command->add_option("--as", options->form, "form of the answer")
      ->check(CLI::IsMember({"text", "json", "markdown"}))
      ->capture_default_str();
  command->callback([options, &run] { run = [options] { return run_report(*options); }; });
}

}  // namespace entente
