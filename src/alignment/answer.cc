#include "alignment/answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "alignment/answer_gaps.h"
#include "alignment/blocs.h"
#include "alignment/forecast.h"
#include "alignment/lift.h"
#include "alignment/measures.h"
#include "alignment/question.h"
#include "alignment/question_acts.h"
#include "alignment/series.h"
#include "alignment/tally.h"
#include "alignment/tilt.h"
#include "alignment/verdict.h"

namespace entente {
namespace {

constexpr std::size_t kShown = 5;           // sentences for and against
constexpr std::size_t kMaxPairActs = 5000;  // looked at for the ladder, the latest

class AnswerBuilder {
 public:
  AnswerBuilder(const World& world, const VoteTable& votes, const ReportQuestion& asked,
                const Ladder& ladder, const OutsideFacts& outside)
      : world_(world),
        votes_(votes),
        asked_(asked),
        ladder_(ladder),
        outside_(outside),
        acts_(join_rows(asked.acts, votes, asked.first, asked.last)) {}

  Result<Answer> build(const EvidenceSource& evidence) {
    ENTENTE_TRY(understand());
    answer_.figures = compute_figures(votes_, question_, asked_.draws);
    name_figures();
    measure_timeline();
    measure_sides();
    count_targets();
    pick_sentences();
    ENTENTE_TRY(fetch(evidence));
    place_sentences();
    climb();
    answer_.marks = outside_.marks;
    answer_.outside = outside_.lines;
    append_distance();
    answer_.missing = find_gaps(answer_, pair_lines());
    answer_.sensitivity =
        measure_sensitivity(votes_, question_, pair_acts_, lines_, asked_.half_life_days);
    answer_.verdict = judge(answer_, treaty_reported_, leaning(asked_.a), leaning(asked_.b));
    return std::move(answer_);
  }

 private:
  using Acts = std::vector<const QuestionAct*>;

  Status understand() {
    const auto a = votes_.find(asked_.a);
    const auto b = votes_.find(asked_.b);
    if (!a || !b || *a >= votes_.state_count() || *b >= votes_.state_count()) {
      const std::string& unknown = a && *a < votes_.state_count() ? asked_.b : asked_.a;
      return fail(ErrorCode::kUsage, "\"" + unknown + "\" is no state (alpha-3, as RUS)");
    }
    if (*a == *b) return fail(ErrorCode::kUsage, "the question needs two different states");
    Result<Group> against = Group::find(world_, votes_, asked_.against);
    if (!against) return std::unexpected(against.error());
    question_ = make_question(*a, *b, std::move(*against), asked_.first, asked_.last,
                              asked_.half_life_days);
    answer_.a = votes_.parties()[*a];
    answer_.b = votes_.parties()[*b];
    answer_.a_name = asked_.a_name.empty() ? answer_.a : asked_.a_name;
    answer_.b_name = asked_.b_name.empty() ? answer_.b : asked_.b_name;
    answer_.against = asked_.against;
    answer_.half_life_days = asked_.half_life_days;
    answer_.from = day_name(question_.now.first);
    answer_.to = day_name(question_.now.last);
    if (question_.before) {
      answer_.before_from = day_name(question_.before->first);
      answer_.before_to = day_name(question_.before->last);
    }
    for (const QuestionAct& act : acts_) {
      if (is_between(act, answer_.a, answer_.b)) pair_acts_.push_back(&act);
    }
    return {};
  }

  void name_figures() {
    const std::string days = fmt::format(" AND from={} AND to={}", answer_.from, answer_.to);
    const auto both_ways = [&](const std::string& x, const std::string& y) {
      return fmt::format("actor={} AND recipient={}{} (and the other way round)", x, y, days);
    };
    const std::string& group = answer_.against;
    answer_.figures[0].name = fmt::format("cooperative share {}-{}", answer_.a, answer_.b);
    answer_.figures[0].trace = both_ways(answer_.a, answer_.b);
    answer_.figures[1].name = fmt::format("cooperative share {}-{}", answer_.a, group);
    answer_.figures[1].trace = both_ways(answer_.a, "each member of " + group);
    answer_.figures[2].name = fmt::format("cooperative share {}-{}", answer_.b, group);
    answer_.figures[2].trace = both_ways(answer_.b, "each member of " + group);
    answer_.figures[3].name = fmt::format("profile correlation {}-{}", answer_.a, answer_.b);
    answer_.figures[3].trace =
        fmt::format("actor={0}{1}; recipient={0}{1}; the same for {2}", answer_.a, days, answer_.b);
    for (const Figure& figure : answer_.figures) {
      answer_.trace.push_back(fmt::format("{}: {}", figure.name, figure.trace));
    }
  }

  Window whole() const { return {asked_.first, asked_.last}; }

  void measure_timeline() {
    const PartyIndex a = question_.a;
    const PartyIndex b = question_.b;
    answer_.timeline = series_of_pair(votes_, whole(), PeriodLength::kQuarter, a, b);
    const PeriodLength length = natural_length(whole());
    for (ChangeRow& change : changes_of_pair(votes_, whole(), length, a, b)) {
      answer_.changes.push_back({std::move(change), {}});
    }
    const Periods periods(whole(), length);
    const auto counts = count_periods(votes_.of_pair(a, b), whole(), periods);
    answer_.recent_change = probability_of_recent_change(conflict_shares(counts));
    const Periods months(whole(), PeriodLength::kMonth);
    std::vector<double> monthly;
    for (const PeriodCount& count : count_periods(votes_.of_pair(a, b), whole(), months)) {
      monthly.push_back(count.conflict);
    }
    answer_.forecast = forecast_conflict(monthly);
  }

  void measure_sides() {
    const Group pair = *Group::find(world_, votes_, asked_.a + "," + asked_.b);
    BlocOptions options;
    options.draws = asked_.bloc_draws;
    const BlocResult blocs = measure_blocs(votes_, question_.now, options);
    answer_.frustrated_share = blocs.frustrated_share;
    std::map<std::string, SideRow> sides;
    for (const BlocRow& row : blocs.rows) {
      sides[row.state] = {row.state, row.bloc, row.membership, {}, {}, {}, row.stories};
    }
    for (const TiltRow& row : measure_states(votes_, question_.now, question_.against, pair)) {
      const bool asked = row.state == answer_.a || row.state == answer_.b;
      if (!row.tilt || (!asked && !sides.contains(row.state))) continue;
      SideRow& side = sides[row.state];
      side.state = row.state;
      side.tilt = row.tilt;
      side.tilt_low = row.tilt_low;
      side.tilt_high = row.tilt_high;
      side.stories = std::max(side.stories, row.stories_west + row.stories_east);
    }
    for (auto& [state, side] : sides) answer_.sides.push_back(std::move(side));
    // Swing states first.
    std::ranges::stable_sort(answer_.sides, {}, [](const SideRow& side) {
      return side.membership ? std::abs(*side.membership - 0.5) : 1.0;
    });
  }

  bool in_group(const std::string& party, Date date) const {
    const auto index = votes_.find(party);
    return index && question_.against.contains(*index, date.epoch_day());
  }

  // The acts of either of the two against others.
  struct Hostility {
    bool in_group = false;  // the other was a member at least once
    std::array<Acts, 2> acts;
  };

  void collect_hostility() {
    const std::array<const std::string*, 2> askers = {&answer_.a, &answer_.b};
    for (const QuestionAct& act : acts_) {
      if (act.cls() != ActClass::kConflict && !act.is_demand()) continue;
      for (const std::string& party : act.recipients) {
        if (party == answer_.a || party == answer_.b) continue;
        for (std::size_t k = 0; k < askers.size(); ++k) {
          if (!act.has_actor(*askers[k])) continue;
          Hostility& towards = hostility_[party];
          towards.acts[k].push_back(&act);
          towards.in_group = towards.in_group || in_group(party, act.date);
        }
      }
    }
  }

  void count_targets() {
    collect_hostility();
    const Matrix lift = directed_lift(count_votes(votes_, question_.now).targeting);
    for (const auto& [party, towards] : hostility_) {
      const Acts& first = towards.acts[0];
      const Acts& second = towards.acts[1];
      if (!towards.in_group && (first.empty() || second.empty())) continue;
      TargetRow row;
      row.party = party;
      const auto demands = [](const Acts& acts) {
        return std::ranges::count_if(acts, [](const QuestionAct* act) { return act->is_demand(); });
      };
      row.demands_a = demands(first);
      row.demands_b = demands(second);
      row.conflict_a = static_cast<std::int64_t>(first.size()) - row.demands_a;
      row.conflict_b = static_cast<std::int64_t>(second.size()) - row.demands_b;
      const auto index = votes_.find(party);
      if (index && *index < votes_.state_count()) {
        row.lift_a = lift(question_.a, *index);
        row.lift_b = lift(question_.b, *index);
      }
      answer_.targets.push_back(std::move(row));
    }
    const auto weight = [](const TargetRow& row) {
      const std::int64_t a = row.conflict_a + row.demands_a;
      const std::int64_t b = row.conflict_b + row.demands_b;
      return -(std::min(a, b) * 1000 + a + b);
    };
    std::ranges::stable_sort(answer_.targets, {}, weight);
  }

  // Cooperation of either of the two with the group asked about.
  Acts deals_with_group() const {
    Acts deals;
    for (const QuestionAct& act : acts_) {
      if (act.cls() != ActClass::kCooperation) continue;
      const auto member = [&](const std::string& party) { return in_group(party, act.date); };
      if (std::ranges::any_of(act.actors, member) || std::ranges::any_of(act.recipients, member)) {
        deals.push_back(&act);
      }
    }
    return deals;
  }

  void pick_sentences() {
    Acts friendly;
    Acts frictions;
    for (const QuestionAct* act : pair_acts_) {
      if (act->cls() == ActClass::kCooperation) friendly.push_back(act);
      if (act->cls() == ActClass::kConflict || act->is_demand()) frictions.push_back(act);
    }
    for_it_ = strongest(std::move(friendly), Pick::kMostCooperative, kShown);
    against_it_ = strongest(std::move(frictions), Pick::kMostConflictual, kShown);
    const Acts deals = strongest(deals_with_group(), Pick::kMostCooperative, kShown);
    for (const QuestionAct* deal : deals) {
      if (against_it_.size() < kShown) against_it_.push_back(deal);
    }
  }

  Status fetch(const EvidenceSource& evidence) {
    std::set<std::int64_t> ids;
    for (std::size_t i = pair_acts_.size(); i > 0 && ids.size() < kMaxPairActs; --i) {
      ids.insert(pair_acts_[i - 1]->id);
    }
    for (const Acts& acts : {for_it_, against_it_}) {
      for (const QuestionAct* act : acts) ids.insert(act->id);
    }
    for (const TargetRow& row : answer_.targets) {
      for (const Acts& acts : hostility_.at(row.party).acts) {
        if (!acts.empty()) ids.insert(acts.back()->id);
      }
    }
    for (const TimelineChange& one : answer_.changes) {
      if (const QuestionAct* act = moved_most(one.change)) ids.insert(act->id);
    }
    const std::vector<std::int64_t> wanted(ids.begin(), ids.end());
    Result<std::map<std::int64_t, EvidenceLine>> lines = evidence(wanted);
    if (!lines) return std::unexpected(lines.error());
    lines_ = std::move(*lines);
    return {};
  }

  // The weightiest act between the two in the 31 days from the change on.
  const QuestionAct* moved_most(const ChangeRow& change) const {
    const std::int32_t first = Date::parse(change.date)->epoch_day();
    const QuestionAct* best = nullptr;
    const auto weight = [](const QuestionAct& act) {
      return std::abs(act.score()) * static_cast<double>(act.stories);
    };
    for (const QuestionAct* act : pair_acts_) {
      const std::int32_t day = act->date.epoch_day();
      if (day < first || day > first + 30) continue;
      if (best == nullptr || weight(*act) > weight(*best)) best = act;
    }
    return best;
  }

  EvidenceLine line_of(const QuestionAct& act) const {
    EvidenceLine line;
    if (const auto found = lines_.find(act.id); found != lines_.end()) line = found->second;
    line.act = act.id;
    line.date = act.date.to_string();
    line.what = act.words();
    line.score = act.score();
    line.stories = act.stories;
    return line;
  }

  void place_sentences() {
    for (const QuestionAct* act : for_it_) answer_.for_it.push_back(line_of(*act));
    for (const QuestionAct* act : against_it_) answer_.against_it.push_back(line_of(*act));
    for (TargetRow& row : answer_.targets) {
      for (const Acts& acts : hostility_.at(row.party).acts) {
        if (acts.empty()) continue;
        const bool shown = !row.proof.empty() && row.proof.front().act == acts.back()->id;
        if (!shown) row.proof.push_back(line_of(*acts.back()));
      }
    }
    for (TimelineChange& one : answer_.changes) {
      if (const QuestionAct* act = moved_most(one.change)) one.moved_most = line_of(*act);
    }
    count_evidence();
  }

  void count_evidence() {
    std::set<std::string> documents;
    std::set<std::string> outlets;
    std::set<std::int64_t> stories;
    for (const auto& [id, line] : lines_) {
      if (!line.document.empty()) documents.insert(line.document);
      if (!line.outlet.empty()) outlets.insert(line.outlet);
    }
    for (const QuestionAct& act : acts_) stories.insert(act.story != 0 ? act.story : -act.id);
    answer_.acts = static_cast<std::int64_t>(acts_.size());
    answer_.stories = static_cast<std::int64_t>(stories.size());
    answer_.documents = static_cast<std::int64_t>(documents.size());
    answer_.outlets = static_cast<std::int64_t>(outlets.size());
  }

  std::vector<EvidenceLine> pair_lines() const {
    std::vector<EvidenceLine> lines;
    for (const QuestionAct* act : pair_acts_) lines.push_back(line_of(*act));
    return lines;
  }

  void climb() {
    std::vector<LadderAct> acts;
    std::set<std::string> treaty_outlets;
    for (const QuestionAct* act : pair_acts_) {
      acts.push_back({act->type, line_of(*act)});
      const EvidenceLine& line = acts.back().line;
      if (act->cls() == ActClass::kCooperation && ladder_.names_treaty(line.sentence)) {
        treaty_outlets.insert(line.outlet.empty() ? line.document : line.outlet);
      }
    }
    answer_.ladder = ladder_.climb(acts);
    treaty_reported_ = treaty_outlets.size() >= static_cast<std::size_t>(kTwoOutlets);
  }

  // The baseline that any measure of closeness must beat.
  void append_distance() {
    const PairLift pair = lift_of_pair(world_, votes_, question_.now, question_.a, question_.b);
    std::string text = fmt::format("cooperation lift {:.2f}", pair.lift);
    if (pair.adjusted) {
      text +=
          fmt::format("; {:.2f} beyond what the distance of the capitals predicts", *pair.adjusted);
    }
    answer_.outside.push_back(text);
  }

  Leaning leaning(const std::string& state) const {
    for (const SideRow& side : answer_.sides) {
      if (side.state == state) return {side.tilt, side.tilt_high};
    }
    return {};
  }

  const World& world_;
  const VoteTable& votes_;
  const ReportQuestion& asked_;
  const Ladder& ladder_;
  const OutsideFacts& outside_;
  Question question_;
  std::vector<QuestionAct> acts_;
  Acts pair_acts_, for_it_, against_it_;
  std::map<std::string, Hostility> hostility_;  // by the other party
  std::map<std::int64_t, EvidenceLine> lines_;
  bool treaty_reported_ = false;
  Answer answer_;
};

}  // namespace

Result<Answer> answer_question(const World& world, const VoteTable& votes,
                               const ReportQuestion& question, const Ladder& ladder,
                               const EvidenceSource& evidence, const OutsideFacts& outside) {
  return AnswerBuilder(world, votes, question, ladder, outside).build(evidence);
}

}  // namespace entente
