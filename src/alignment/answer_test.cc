#include "alignment/answer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "alignment/forecast.h"
#include "alignment/question.h"
#include "alignment/random.h"
#include "alignment/testing/acts.h"
#include "base/file.h"

namespace entente {
namespace {

using testing::act;
using enum EventType;

Ladder ladder() {
  const std::string path = ENTENTE_DATA_DIR "/alignment/ladder.tsv";
  return *Ladder::parse(*read_file(path), path);
}

World world() {
  World world = testing::world_of(9);
  for (const char* code : {"CHN", "GBR", "RUS", "UKR", "USA"})
    world.states.push_back({code, {}, {}});
  world.memberships = {{"NATO", "USA"}, {"NATO", "GBR"}, {"WEST", "USA"}, {"WEST", "GBR"}};
  return world;
}

// A corpus with its sentences.
struct Corpus {
  std::vector<DyadicAct> acts;
  std::map<std::int64_t, EvidenceLine> lines;

  void tell(DyadicAct one, std::string sentence, std::string outlet, std::string document) {
    one.id = static_cast<std::int64_t>(acts.size()) + 1;
    EvidenceLine line;
    line.sentence = std::move(sentence);
    line.outlet = std::move(outlet);
    line.document = std::move(document);
    lines[one.id] = line;
    acts.push_back(std::move(one));
  }

  Result<Answer> answer(const std::string& a = "CHN", const std::string& b = "RUS",
                        const std::string& against = "WEST") const {
    const World all = world();
    VoteTable votes(all);
    for (const DyadicAct& one : acts) votes.add(one);
    votes.seal();
    std::vector<DyadicAct> own;
    ReportQuestion question;
    question.a = a;
    question.b = b;
    question.a_name = "China";
    question.b_name = "Russia";
    question.against = against;
    question.first = 1 << 20;
    question.last = -(1 << 20);
    for (const DyadicAct& one : acts) {
      if (one.actor == a || one.actor == b || one.recipient == a || one.recipient == b)
        own.push_back(one);
      question.first = std::min(question.first, one.date.epoch_day());
      question.last = std::max(question.last, one.date.epoch_day());
    }
    question.acts = own;
    question.draws = 300;
    question.bloc_draws = 20;
    const EvidenceSource evidence = [this](std::span<const std::int64_t> ids) {
      std::map<std::int64_t, EvidenceLine> found;
      for (const std::int64_t id : ids) {
        if (const auto line = lines.find(id); line != lines.end()) found.insert(*line);
      }
      return Result<std::map<std::int64_t, EvidenceLine>>(std::move(found));
    };
    return answer_question(all, votes, question, ladder(), evidence, {});
  }
};

Corpus one_report() {
  Corpus corpus;
  corpus.tell(act("2021-02-04", "RUS", "CHN", kAgree, 1),
              "Moscow and Beijing agreed to hold joint naval drills every spring.", "Wire", "doc");
  for (const char* actor : {"RUS", "CHN"}) {
    DyadicAct demand = act("2021-02-04", actor, "IGO", kRequest, 1, "change");
    demand.recipient_id = "NATO";
    corpus.tell(demand, "Both asked NATO to keep out of their region.", "Wire", "doc");
  }
  corpus.tell(act("2021-02-04", "RUS", "USA", kConsult, 1), "Envoys met.", "Wire", "doc");
  return corpus;
}

TEST(Answer, OneReportIsNotEnoughButIsShown) {
  const Answer answer = *one_report().answer();
  EXPECT_EQ(answer.verdict.direction, "not enough reports");
  EXPECT_NE(answer.verdict.sentence.find("one report is not enough for a verdict"),
            std::string::npos);
  EXPECT_EQ(answer.verdict.confidence, "none");
  EXPECT_FALSE(answer.verdict.against);
  ASSERT_EQ(answer.ladder.size(), 7u);
  EXPECT_TRUE(answer.ladder[3].first.has_value());
  EXPECT_FALSE(answer.ladder[6].first.has_value());
  ASSERT_EQ(answer.targets.size(), 1u);
  EXPECT_EQ(answer.targets[0].party, "NATO");
  EXPECT_EQ(answer.targets[0].demands_a, 1);
  EXPECT_EQ(answer.targets[0].demands_b, 1);
  EXPECT_EQ(answer.targets[0].proof.size(), 2u);
  EXPECT_EQ(answer.figures[1].talk, 0);
  EXPECT_EQ(answer.figures[2].talk, 1);
  EXPECT_EQ(answer.missing.front(), "all evidence is from one report");
}

TEST(Answer, RefusesWhatNamesNobody) {
  const Corpus corpus = one_report();
  EXPECT_EQ(corpus.answer("RUS", "RUS").error().code, ErrorCode::kUsage);
  EXPECT_EQ(corpus.answer("RUS", "NATO").error().code, ErrorCode::kUsage);
  EXPECT_EQ(corpus.answer("RUS", "XYZ").error().code, ErrorCode::kUsage);
  EXPECT_EQ(corpus.answer("RUS", "CHN", "XYZ").error().code, ErrorCode::kNotFound);
}

// Four years in which the two draw together and one of them falls out with the West.
Corpus drawing_together() {
  Corpus corpus;
  Random random(4);
  std::int64_t story = 1;
  for (int day = 0; day < 1460; day += 3) {
    const bool late = day > 730;
    const std::string date = Date::parse("2014-01-01")->plus_days(day).to_string();
    const auto add = [&](const char* a, const char* b, double share) {
      const bool yes = random.uniform() < share;
      ++story;
      corpus.tell(act(date, a, b, yes ? kCooperate : kAccuse, story),
                  yes ? "They signed an accord." : "They quarrelled.",
                  story % 2 == 0 ? "Wire" : "Daily", "doc" + std::to_string(story));
    };
    add("RUS", "CHN", late ? 0.95 : 0.35);
    add("RUS", "USA", late ? 0.15 : 0.7);
    add("CHN", "GBR", 0.6);
    add("UKR", "USA", 0.9);
  }
  return corpus;
}

TEST(Answer, SeesTwoStatesDrawTogetherAgainstAGroup) {
  const Answer answer = *drawing_together().answer();
  EXPECT_EQ(answer.verdict.direction, "closer");
  EXPECT_TRUE(answer.verdict.against);
  EXPECT_TRUE(answer.verdict.fresh);
  EXPECT_EQ(answer.verdict.kind, "alignment");
  EXPECT_NE(answer.verdict.sentence.find("no mutual-defence commitment reported"),
            std::string::npos);
  EXPECT_GT(*answer.figures[0].change_low, 0);
  EXPECT_LT(*answer.figures[2].change_high, 0);
  EXPECT_LE(answer.figures[0].effective, double(answer.figures[0].stories));
  ASSERT_FALSE(answer.changes.empty());
  EXPECT_EQ(answer.for_it.size(), 5u);
  EXPECT_EQ(answer.against_it.size(), 5u);
  EXPECT_EQ(answer.forecast.rows.size(), 12u);
  EXPECT_GE(answer.sensitivity.size(), 5u);
}

TEST(Answer, ATreatyOrAnAdvancedRungNeedsTwoOutlets) {
  Corpus corpus = drawing_together();
  const std::string sentence = "The two signed a mutual defence treaty.";
  corpus.tell(act("2017-12-01", "RUS", "CHN", kAgree, 90001), sentence, "Wire", "t1");
  EXPECT_EQ(corpus.answer()->verdict.kind, "alignment");
  corpus.tell(act("2017-12-02", "RUS", "CHN", kAgree, 90002), sentence, "Daily", "t2");
  EXPECT_EQ(corpus.answer()->verdict.kind, "formal alliance");
}

TEST(Answer, IsTheSameTwice) {
  const Corpus corpus = drawing_together();
  const Answer one = *corpus.answer();
  const Answer two = *corpus.answer();
  for (std::size_t k = 0; k < one.figures.size(); ++k) {
    EXPECT_EQ(one.figures[k].low, two.figures[k].low);
    EXPECT_EQ(one.figures[k].change_high, two.figures[k].change_high);
  }
  EXPECT_EQ(one.verdict.sentence, two.verdict.sentence);
}

TEST(Answer, IgnoresActsOutsideItsDays) {
  const World all = world();
  VoteTable votes(all);
  votes.seal();
  ReportQuestion question;
  question.a = "CHN";
  question.b = "RUS";
  question.against = "WEST";
  const auto nothing = [](std::span<const std::int64_t>) {
    return Result<std::map<std::int64_t, EvidenceLine>>(std::map<std::int64_t, EvidenceLine>{});
  };
  const Result<Answer> answer = answer_question(all, votes, question, ladder(), nothing, {});
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer->verdict.direction, "not enough reports");
  EXPECT_EQ(answer->figures[0].value, std::nullopt);
  EXPECT_EQ(answer->figures[3].value, std::nullopt);
}

TEST(Question, WindowsOfTwoYears) {
  const Question long_one = make_question(0, 1, {}, 0, 3000, 180);
  EXPECT_EQ(long_one.now.last, 3000);
  EXPECT_EQ(long_one.now.first, 2271);
  EXPECT_EQ(long_one.before->last, 2270);
  EXPECT_EQ(long_one.before->first, 1541);
  EXPECT_EQ(make_question(0, 1, {}, 0, 300, 180).before, std::nullopt);
  EXPECT_EQ(make_question(0, 1, {}, 0, 1000, 180).before->first, 0);
}

TEST(Ladder, WordsMustStandWholeAndNotBeDenied) {
  EXPECT_TRUE(stands_in("They held Joint Drills at sea", "joint drills"));
  EXPECT_FALSE(stands_in("They held joint drillships", "joint drill"));
  EXPECT_FALSE(stands_in("The pact has no mutual defence clause", "mutual defence"));
  EXPECT_FALSE(stands_in("It is not a military alliance", "military alliance"));
  EXPECT_TRUE(stands_in("No doubt remains: they want a military alliance", "military alliance"));
  EXPECT_FALSE(stands_in("", "x"));
}

TEST(Ladder, RefusesABadTable) {
  EXPECT_FALSE(Ladder::parse("rung\n", "x.tsv"));
  const std::string head = "rung\tstage\tquestion\ttypes\twords\tformal\tsource\n";
  EXPECT_FALSE(Ladder::parse(head + "2\tearly\tq\tAGREE\tw\t\town\n", "x.tsv"));
  EXPECT_FALSE(Ladder::parse(head + "1\tearly\tq\tHUG\tw\t\town\n", "x.tsv"));
  EXPECT_TRUE(Ladder::parse(head + "1\tearly\tq\tAGREE\tw\t\town\n", "x.tsv"));
}

TEST(Forecast, IsTheDistributionOfThePast) {
  EXPECT_TRUE(forecast_conflict(std::vector<double>(11, 1)).rows.empty());
  std::vector<double> months;
  for (int i = 0; i < 60; ++i) months.push_back(i % 5);
  const Forecast forecast = forecast_conflict(months);
  ASSERT_EQ(forecast.rows.size(), 12u);
  EXPECT_EQ(forecast.rows[0].median, 2);
  EXPECT_EQ(forecast.tests, 48);
  EXPECT_LT(*forecast.crps, *forecast.crps_no_change);
  EXPECT_GT(*forecast.coverage, 0.9);
  EXPECT_DOUBLE_EQ(crps(std::vector<double>{3, 3}, 5), 2);
  EXPECT_DOUBLE_EQ(crps(std::vector<double>{0, 2}, 1), 0.5);
}

}  // namespace
}  // namespace entente
