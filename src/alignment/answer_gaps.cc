#include "alignment/answer_gaps.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "alignment/share.h"
#include "alignment/tally.h"
#include "alignment/verdict.h"

namespace entente {
namespace {

constexpr std::int64_t kFewOutlets = 3;
constexpr std::size_t kOutletsLeftOut = 3;

std::optional<double> share_with(const VoteTable& votes, Window window, const Question& question,
                                 double half_life_days) {
  window.half_life_days = half_life_days;
  const Tally tally = count_votes(votes, window);
  const double yes = tally.cooperation(question.a, question.b);
  const double no = tally.conflict(question.a, question.b);
  if (yes + no <= 0) return std::nullopt;
  const AdditiveFit fit = fit_additive(tally.cooperation, tally.conflict);
  return shrunk_share(yes, no, fit.predict(question.a, question.b));
}

// Sums of cooperation and conflict over acts.
struct Sums {
  double yes = 0, no = 0;
  void add(const QuestionAct& act, double amount) {
    if (act.cls() == ActClass::kCooperation) yes += amount;
    if (act.cls() == ActClass::kConflict) no += amount;
  }
  std::optional<double> share() const {
    if (yes + no <= 0) return std::nullopt;
    return (yes + 0.5) / (yes + no + 1);
  }
};

std::vector<std::string> loudest_outlets(std::span<const QuestionAct* const> pair,
                                         const std::map<std::int64_t, EvidenceLine>& lines) {
  std::map<std::string, int> counts;
  for (const QuestionAct* act : pair) {
    const auto line = lines.find(act->id);
    if (line != lines.end() && !line->second.outlet.empty()) ++counts[line->second.outlet];
  }
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [outlet, count] : counts) order.emplace_back(-count, outlet);
  std::ranges::sort(order);
  std::vector<std::string> outlets;
  for (const auto& [count, outlet] : order) outlets.push_back(outlet);
  outlets.resize(std::min(outlets.size(), kOutletsLeftOut));
  return outlets;
}

}  // namespace

std::vector<std::string> find_gaps(const Answer& answer, std::span<const EvidenceLine> pair) {
  std::vector<std::string> gaps;
  if (answer.documents == 1) gaps.emplace_back("all evidence is from one report");
  const Figure& figure = answer.figures.front();
  gaps.push_back(
      fmt::format("effective stories of the pair: {:.1f} now, {:.1f} before; a verdict "
                  "needs {:.0f}, a change {:.0f} in both",
                  figure.effective, figure.effective_before, kLeastStories, kEnoughStories));
  if (answer.outlets < kFewOutlets) {
    gaps.push_back(fmt::format("outlets known: {}", answer.outlets));
  }
  const auto silent = std::ranges::count_if(answer.timeline, [](const SeriesRow& row) {
    return row.cooperation + row.conflict + row.talk == 0;
  });
  if (answer.timeline.empty()) {
    gaps.emplace_back("no dated act between the two");
  } else if (silent > 0) {
    gaps.push_back(
        fmt::format("{} of {} quarters say nothing of the pair", silent, answer.timeline.size()));
  }
  const auto mute =
      std::ranges::count_if(pair, [](const EvidenceLine& line) { return line.sentence.empty(); });
  if (mute > 0) {
    gaps.push_back(
        fmt::format("{} of {} acts between the two have no sentence (imported rows); "
                    "the ladder cannot read them",
                    mute, pair.size()));
  }
  if (answer.before_from.empty()) gaps.emplace_back("no window before to compare with");
  gaps.emplace_back("only reports in English are read; silence is no evidence of calm");
  return gaps;
}

std::vector<SensitivityRow> measure_sensitivity(const VoteTable& votes, const Question& question,
                                                std::span<const QuestionAct* const> pair,
                                                const std::map<std::int64_t, EvidenceLine>& lines,
                                                double half_life_days) {
  std::vector<SensitivityRow> rows;
  for (const double factor : {1.0 / 6, 1.0, 4.0}) {
    rows.push_back({fmt::format("half-life of {:.0f} days", half_life_days * factor),
                    share_with(votes, question.now, question, half_life_days * factor)});
  }
  Sums weighed;
  for (const QuestionAct* act : pair) weighed.add(*act, std::abs(act->score()));
  rows.push_back({"acts weighed by their score, all days alike", weighed.share()});
  for (const std::string& outlet : loudest_outlets(pair, lines)) {
    Sums rest;
    for (const QuestionAct* act : pair) {
      const auto line = lines.find(act->id);
      if (line == lines.end() || line->second.outlet != outlet) rest.add(*act, 1);
    }
    rows.push_back({"without " + outlet + ", all days alike", rest.share()});
  }
  return rows;
}

}  // namespace entente
