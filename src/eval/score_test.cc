#include "eval/score.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace entente {
namespace {

std::vector<Entity> entities(const Ids& ids) {
  std::vector<Entity> out;
  for (const std::string& id : ids) {
    Entity e;
    e.id = e.code = id;
    e.text = id;
    out.push_back(e);
  }
  return out;
}

EventRecord record(const char* document, std::uint32_t at, EventType type, const Ids& actors,
                   const Ids& recipients) {
  EventRecord r;
  r.report.id = document;
  r.id = std::string(document) + "#" + std::to_string(at);
  r.event.type = type;
  r.event.actors = entities(actors);
  r.event.recipients = entities(recipients);
  r.event.evidence = {{at, at + 20, Section::kText}, {at + 5, at + 10, Section::kText}};
  return r;
}

GoldItem item(const char* document, const char* group, std::size_t at, const char* type,
              const Ids& actors, const Ids& recipients) {
  GoldItem g;
  g.id = g.group = group;
  g.document = document;
  g.places = {{false, at, at + 20}};
  g.types = {type};
  g.actors = actors;
  g.recipients = recipients;
  g.attribution = Ids();
  g.status = "asserted";
  return g;
}

std::pair<std::size_t, std::size_t> figure(const ScoreReport& report, const std::string& name) {
  for (const ScoreFigure& f : report.figures) {
    if (f.name == name) return {f.right, f.all};
  }
  return {999, 999};
}

using Figure = std::pair<std::size_t, std::size_t>;

TEST(ScoreFull, FoundMissedExtra) {
  const std::vector<GoldItem> gold = {item("a", "1", 0, "ACCUSE", {"RUS"}, {"UKR"}),
                                      item("a", "2", 100, "AID", {"USA"}, {"UKR"}),
                                      item("b", "3", 0, "REQUEST", {"FRA"}, {"DEU"})};
  EventRecord wrong_recipient = record("b", 0, EventType::kRequest, {"FRA"}, {"GBR"});
  wrong_recipient.event.status = EventStatus::kFeared;
  const ScoreReport report =
      score_full(GoldForm::kFull, gold, {"a", "b", "c"},
                 {record("a", 0, EventType::kAccuse, {"RUS"}, {"UKR"}),
                  record("a", 100, EventType::kAgree, {"USA"}, {"UKR"}), wrong_recipient});
  EXPECT_EQ(report.all.found, 2u);
  EXPECT_EQ(report.all.missed, 1u);
  EXPECT_EQ(report.all.extra, 1u);
  EXPECT_EQ(figure(report, "actors"), Figure(2, 2));
  EXPECT_EQ(figure(report, "recipients"), Figure(1, 2));
  EXPECT_EQ(figure(report, "status"), Figure(1, 2));
  EXPECT_EQ(figure(report, "documents entirely right"), Figure(1, 3)) << "the empty one";
  EXPECT_EQ(report.type_confusion.at({"AID", "AGREE"}), 1u);
  EXPECT_EQ(report.status_confusion.at({"asserted", "feared"}), 1u);
  EXPECT_EQ(report.misses.size(), 2u);
  EXPECT_NEAR(report.macro, 2.0 / 3, 1e-9);
  EXPECT_LE(report.f1.low, report.all.f1());
  EXPECT_GE(report.f1.high, report.all.f1());
}

TEST(ScoreFull, MentionsAreOneActAndTheBestRecordIsTaken) {
  std::vector<GoldItem> gold = {item("a", "1", 0, "ACCUSE", {"RUS"}, {"UKR"}),
                                item("a", "1", 100, "ACCUSE", {"RUS"}, {"UKR"})};
  const std::vector<EventRecord> records = {record("a", 0, EventType::kAccuse, {"FRA"}, {}),
                                            record("a", 100, EventType::kAccuse, {"RUS"}, {"UKR"})};
  const ScoreReport report = score_full(GoldForm::kFull, gold, {"a"}, records);
  EXPECT_EQ(report.all.found, 1u);
  EXPECT_EQ(report.all.extra, 1u);
  EXPECT_EQ(figure(report, "actors"), Figure(1, 1));
}

TEST(ScoreFull, OptionalAndAlternatives) {
  std::vector<GoldItem> gold = {item("a", "1", 0, "ACCUSE", {"RUS"}, {"UKR"}),
                                item("a", "2", 100, "AID", {"USA"}, {"UKR"})};
  gold[0].types.push_back("REJECT");
  gold[0].also_recipients = Ids{"EUR"};
  gold[1].optional = true;
  const ScoreReport report = score_full(GoldForm::kFull, gold, {"a"},
                                        {record("a", 0, EventType::kReject, {"RUS"}, {"EUR"})});
  EXPECT_EQ(report.all.found, 1u);
  EXPECT_EQ(report.all.missed + report.all.extra, 0u);
  EXPECT_EQ(figure(report, "documents entirely right"), Figure(1, 1));
}

TEST(ScoreFull, RecordsAgainstThemselvesAreRight) {
  std::vector<EventRecord> records = {record("a", 0, EventType::kAccuse, {"RUS"}, {"UKR"}),
                                      record("b", 40, EventType::kAid, {"USA"}, {})};
  records[0].event.date = PartialDate::parse("2022-02");
  records[0].event.date_basis = DateBasis::kText;
  records[0].event.modes = {"disapprove"};
  const ScoreReport report =
      score_full(GoldForm::kRecords, gold_items_of(records), {"a", "b"}, records);
  EXPECT_EQ(report.all.f1(), 1);
  for (const ScoreFigure& f : report.figures) EXPECT_EQ(f.right, f.all) << f.name;
  EXPECT_EQ(figure(report, "date"), Figure(1, 1));
}

TEST(ScoreExpectations, WhatMustAndWhatMustNotBe) {
  GoldItem must = item("a", "1", 0, "REQUEST", {"RUS"}, {"NATO"});
  must.types = {"REQUEST", "ACCUSE"};
  GoldItem never = item("a", "2", 100, "", {}, {});
  never.types.clear();
  never.or_none = true;
  const std::vector<EventRecord> good = {record("a", 0, EventType::kAccuse, {"RUS"}, {"NATO"})};
  const ScoreReport right = score_expectations({must, never}, good);
  EXPECT_EQ(figure(right, "expectations entirely right"), Figure(2, 2));
  EXPECT_EQ(figure(right, "of those that must be coded"), Figure(1, 1));
  const ScoreReport wrong =
      score_expectations({must, never}, {record("a", 0, EventType::kAid, {"RUS"}, {"NATO"}),
                                         record("a", 100, EventType::kAssault, {"RUS"}, {})});
  EXPECT_EQ(figure(wrong, "expectations entirely right"), Figure(0, 2));
  EXPECT_EQ(figure(wrong, "type found"), Figure(0, 1));
  EXPECT_EQ(wrong.misses.size(), 2u);
}

TEST(ScorePairs, TheEventThatFitsTheNamesIsScored) {
  const std::vector<GoldPair> gold = {{"1", "YIELD", "RUS", "UKR", "…"},
                                      {"2", "AID", "USA", "UKR", "…"}};
  const ScoreReport report =
      score_pairs(gold, {record("1", 0, EventType::kAssault, {"FRA"}, {"DEU"}),
                         record("1", 50, EventType::kRetreat, {"RUS"}, {"UKR"})});
  EXPECT_EQ(figure(report, "sentences with any event"), Figure(1, 2));
  EXPECT_EQ(figure(report, "type of the event that fits the pair best"), Figure(1, 2));
  EXPECT_EQ(report.type_confusion.at({"AID", "-"}), 1u);
  EXPECT_EQ(report.all.missed, 1u);
}

TEST(ScoreForms, TextMarkdownAndJsonSayTheSame) {
  const ScoreReport report =
      score_full(GoldForm::kFull, {item("a", "1", 0, "ACCUSE", {"RUS"}, {"UKR"})}, {"a"},
                 {record("a", 0, EventType::kReject, {"RUS"}, {"U|R"})});
  const std::string text = score_text(report, 5);
  EXPECT_NE(text.find("all events: precision 0.000"), std::string::npos) << text;
  EXPECT_NE(text.find("ACCUSE as REJECT 1"), std::string::npos) << text;
  EXPECT_NE(text.find("missed 1 | ACCUSE RUS > UKR asserted"), std::string::npos) << text;
  const std::string markdown = score_markdown(report, 5);
  EXPECT_NE(markdown.find("| ACCUSE | 1 |"), std::string::npos) << markdown;
  EXPECT_NE(markdown.find("U\\|R"), std::string::npos) << markdown;
  const auto json = nlohmann::json::parse(score_json(report, 0));
  EXPECT_EQ(json["form"], "full");
  EXPECT_EQ(json["types"][0]["missed"], 1);
  EXPECT_FALSE(json.contains("misses"));
}

}  // namespace
}  // namespace entente
