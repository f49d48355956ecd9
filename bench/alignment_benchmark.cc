// How long a question takes: 200 states, a million acts of ten years, made up.
//
// Usage: alignment_benchmark [ACTS [DRAWS]]
#include <fmt/core.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "alignment/answer.h"
#include "alignment/blocs.h"
#include "alignment/groups.h"
#include "alignment/measures.h"
#include "alignment/question.h"
#include "alignment/random.h"
#include "alignment/tilt.h"
#include "base/file.h"

namespace entente {
namespace {

constexpr int kStates = 200;
constexpr int kDays = 3650;

class Clock {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void say(const std::string& what, const Clock& clock) {
  fmt::print("{:<44} {:8.3f} s\n", what, clock.seconds());
}

std::string code(int state) { return {char('A' + state / 26 % 26), char('A' + state % 26), 'X'}; }

World make_world() {
  World world;
  for (int i = 0; i < kStates; ++i) world.states.push_back({code(i), i * 0.4 - 40, i * 1.7 - 170});
  for (int i = 10; i < 40; ++i) world.memberships.push_back({"WEST", code(i)});
  return world;
}

// Loud states are in the news more often: the share of state i falls with i.
int draw_state(Random& random) {
  const double u = random.uniform();
  return int(kStates * u * u * u);
}

std::vector<DyadicAct> make_acts(int count) {
  constexpr EventType kTypes[] = {EventType::kConsult, EventType::kAgree,     EventType::kSupport,
                                  EventType::kAccuse,  EventType::kCooperate, EventType::kSanction};
  Random random(1);
  const Date first = *Date::make(2010, 1, 1);
  std::vector<DyadicAct> acts;
  acts.reserve(std::size_t(count));
  for (int i = 0; i < count; ++i) {
    const int a = draw_state(random);
    const int b = draw_state(random);
    acts.push_back({i + 1,
                    first.plus_days(int(random.uniform() * kDays)),
                    DatePrecision::kDay,
                    code(a),
                    code(b),
                    {},
                    {},
                    kTypes[random.next() % 6],
                    {},
                    EventStatus::kAsserted,
                    1 + i / 3,
                    1,
                    1,
                    1,
                    "entente"});
  }
  return acts;
}

int run(int count, int draws) {
  const World world = make_world();
  const std::vector<DyadicAct> acts = make_acts(count);
  VoteTable votes(world);
  const Clock adding;
  for (const DyadicAct& act : acts) votes.add(act);
  votes.seal();
  say(fmt::format("{} acts into votes", acts.size()), adding);
  const Clock more;
  votes.add(acts.front());
  votes.seal();
  say("one act more", more);

  ReportQuestion question;
  question.a = code(0);
  question.b = code(1);
  question.against = "WEST";
  question.first = *votes.first_day();
  question.last = *votes.last_day();
  std::vector<DyadicAct> own;
  for (const DyadicAct& act : acts) {
    const bool asked = act.actor == question.a || act.recipient == question.a ||
                       act.actor == question.b || act.recipient == question.b;
    if (asked) own.push_back(act);
  }
  question.acts = own;
  const Question figures = make_question(0, 1, *Group::find(world, votes, "WEST"), question.first,
                                         question.last, question.half_life_days);
  const Clock plain;
  compute_figures(votes, figures, 0);
  say("the four figures, no draws", plain);
  const Clock drawn;
  compute_figures(votes, figures, draws);
  say(fmt::format("the four figures, {} draws", draws), drawn);

  const std::string path = ENTENTE_DATA_DIR "/alignment/ladder.tsv";
  const Ladder ladder = *Ladder::parse(*read_file(path), path);
  const auto silent = [](std::span<const std::int64_t>) {
    return Result<std::map<std::int64_t, EvidenceLine>>(std::map<std::int64_t, EvidenceLine>{});
  };
  question.draws = draws;
  const Clock whole;
  const bool answered = answer_question(world, votes, question, ladder, silent, {}).has_value();
  say(fmt::format("the whole page, {} acts of the two", own.size()), whole);

  const Window window{question.first, question.last};
  const Clock pairs;
  const std::size_t rows = measure_pairs(world, votes, window).size();
  say(fmt::format("measure pairs, {} rows", rows), pairs);
  const Clock blocs;
  measure_blocs(votes, window);
  say("measure blocs, 60 states, 1000 draws", blocs);
  const Clock changes;
  measure_changes(votes, window, PeriodLength::kMonth);
  say("measure changes", changes);
  return answered ? 0 : 1;
}

}  // namespace
}  // namespace entente

int main(int count, char** arguments) {
  const int acts = count > 1 ? std::atoi(arguments[1]) : 1000000;
  const int draws = count > 2 ? std::atoi(arguments[2]) : 1000;
  return entente::run(acts, draws);
}
