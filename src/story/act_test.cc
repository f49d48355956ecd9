#include <gtest/gtest.h>

#include "story/act_node.h"
#include "story/cluster_acts.h"
#include "story/make_act.h"

namespace entente {
namespace {

Date day(int d) { return *Date::make(2022, 2, static_cast<unsigned>(d)); }

// Russia shells Kharkiv on 4 February; event `n` of report `n`, story `n`.
Telling shelling(std::int64_t n) {
  Telling t;
  t.event = t.document = t.story = n;
  t.key = "report-" + std::to_string(n);
  t.voice = {"Outlet " + std::to_string(n), n % 2 == 0 ? "FRA" : "DEU", false, "source"};
  t.type = EventType::kAssault;
  t.actors = {{"RUS", "RUS", "", ""}};
  t.recipients = {{"UKR", "UKR", "", ""}};
  t.date = PartialDate{day(4), day(4), DatePrecision::kDay};
  t.date_basis = DateBasis::kText;
  t.published = day(4);
  t.place = "Kharkiv";
  t.place_country = "UKR";
  t.place_kind = "city";
  t.quote = "Russian artillery shelled the city of Kharkiv on Friday";
  return t;
}

Telling statement(std::int64_t n, const char* quote) {
  Telling t = shelling(n);
  t.type = EventType::kAccuse;
  t.place.clear();
  t.quote = quote;
  return t;
}

enum class Verdict { kLink, kMaybe, kContradiction };

Verdict judge(const Telling& a, const Telling& b) {
  const ActNode x = make_act_node(a);
  const ActNode y = make_act_node(b);
  const auto c = compare_acts(x, y);
  const auto back = compare_acts(y, x);
  EXPECT_EQ(c.has_value(), back.has_value());
  if (!c) return Verdict::kContradiction;
  EXPECT_DOUBLE_EQ(c->score, back->score);
  EXPECT_EQ(c->enough, back->enough);
  return is_link(*c) ? Verdict::kLink : Verdict::kMaybe;
}

TEST(CompareActs, WhatFits) {
  const Telling first = shelling(1);
  Telling other = shelling(2);
  EXPECT_EQ(judge(first, other), Verdict::kLink);
  other.quote = "Shells fell on the town, its mayor told reporters";
  EXPECT_EQ(judge(first, other), Verdict::kLink) << "little in common but the facts";
  other = shelling(2);
  other.actors.clear();
  EXPECT_EQ(judge(first, other), Verdict::kLink) << "reports of violence may not know the actor";
  other = shelling(2);
  other.date = PartialDate{day(5), day(5), DatePrecision::kDay};
  other.date_basis = DateBasis::kInferred;
  other.published = day(5);
  EXPECT_EQ(judge(first, other), Verdict::kLink) << "undated, published a day later";
  other = shelling(2);
  other.place = "Ukraine";
  other.place_kind = "state";
  EXPECT_EQ(judge(first, other), Verdict::kLink) << "a town and its country";
  other = shelling(2);
  other.status = EventStatus::kDenied;
  other.holders = {{"RUS", "RUS", "", ""}};
  EXPECT_EQ(judge(first, other), Verdict::kLink) << "denied by one, asserted by another";
}

TEST(CompareActs, WhatContradicts) {
  const Telling first = shelling(1);
  Telling other = shelling(2);
  other.actors = {{"BLR", "BLR", "", ""}};
  EXPECT_EQ(judge(first, other), Verdict::kContradiction) << "another actor";
  other = shelling(2);
  other.recipients = {{"MDA", "MDA", "", ""}};
  EXPECT_EQ(judge(first, other), Verdict::kContradiction) << "another recipient";
  other = shelling(2);
  other.date = PartialDate{day(7), day(7), DatePrecision::kDay};
  EXPECT_EQ(judge(first, other), Verdict::kContradiction) << "another day";
  other = shelling(2);
  other.place = "Odesa";
  EXPECT_EQ(judge(first, other), Verdict::kContradiction) << "another town";
  other = shelling(2);
  other.type = EventType::kAid;
  EXPECT_EQ(judge(first, other), Verdict::kContradiction) << "another family";
  other = shelling(2);
  other.status = EventStatus::kFeared;
  EXPECT_EQ(judge(first, other), Verdict::kContradiction) << "feared is not done";
  other = shelling(2);
  other.story = 1;
  other.quote = "Missiles destroyed a bridge in the evening, officials said";
  EXPECT_EQ(judge(first, other), Verdict::kContradiction) << "two sentences of one story";
  other = shelling(2);
  other.document = 1;
  EXPECT_EQ(judge(first, other), Verdict::kContradiction) << "told apart by one report";
  other.status = EventStatus::kDenied;
  EXPECT_EQ(judge(first, other), Verdict::kLink) << "asserted and denied by one report";
}

TEST(CompareActs, OnePartyIsNotEnough) {
  Telling first = shelling(1);
  first.type = EventType::kConsult;
  first.recipients.clear();
  first.place.clear();
  first.quote = "Ministers conferred about grain";
  Telling other = first;
  other.event = other.document = other.story = 2;
  other.quote = "A summit on missiles was prepared";
  EXPECT_EQ(judge(first, other), Verdict::kMaybe);
  other.quote = "A conference on grain was held";
  EXPECT_EQ(judge(first, other), Verdict::kLink);
}

TEST(CompareActs, StatementsNeedTheirWords) {
  const Telling grain = statement(1, "Russia accused Ukraine of blocking grain exports");
  EXPECT_EQ(judge(grain, statement(2, "Moscow blamed Kyiv for the blocked exports of grain")),
            Verdict::kLink);
  EXPECT_NE(judge(grain, statement(2, "The spokesman denounced a law about churches")),
            Verdict::kLink);
  Telling putin = grain;
  Telling lavrov = statement(2, grain.quote.c_str());
  putin.actors[0].person = "Vladimir Putin";
  lavrov.actors[0].person = "Sergei Lavrov";
  EXPECT_EQ(judge(putin, lavrov), Verdict::kContradiction);
  lavrov.actors[0].person = "Putin";
  EXPECT_EQ(judge(putin, lavrov), Verdict::kLink);
}

TEST(CompareActs, InAMeetingEitherSideMayBeTheActor) {
  Telling visit = shelling(1);
  visit.type = EventType::kConsult;
  visit.quote = "The ministers met for talks on gas in Kharkiv";
  Telling meeting = visit;
  meeting.event = meeting.document = meeting.story = 2;
  meeting.actors = {{"RUS", "RUS", "", ""}, {"UKR", "UKR", "", ""}};
  meeting.recipients.clear();
  EXPECT_EQ(judge(visit, meeting), Verdict::kLink);
}

TEST(CompareActs, GroundsSayWhatIsCompared) {
  const ActNode a = make_act_node(shelling(1));
  Telling denied = shelling(2);
  denied.status = EventStatus::kDenied;
  const ActNode b = make_act_node(denied);
  const std::vector<std::string> expected = {
      "actors RUS in both",
      "recipients UKR in both",
      "type ASSAULT in both",
      "date 2022-02-04 in both",
      "place Kharkiv in both",
      "words 1.00 alike",
      "one says asserted, the other denied",
  };
  EXPECT_EQ(describe_comparison(a, b, *compare_acts(a, b)), expected);
}

// "Sanctions were imposed on Russia" fits two acts and joins one.
TEST(ClusterActs, AVagueTellingJoinsNoTwoActs) {
  Telling usa = shelling(1);
  usa.type = EventType::kSanction;
  usa.place.clear();
  usa.actors = {{"USA", "USA", "", ""}};
  usa.quote = "The United States imposed sanctions on Russian banks";
  Telling europe = usa;
  europe.key = "report-2";
  europe.document = europe.story = 2;
  europe.actors = {{"EUR", "EUR", "", ""}};
  europe.quote = "The European Union imposed sanctions on Russian oil";
  Telling vague = usa;
  vague.key = "report-3";
  vague.document = vague.story = 3;
  vague.actors.clear();
  vague.quote = "New sanctions were imposed on Russian banks";
  const std::vector<ActNode> nodes = {make_act_node(usa), make_act_node(europe),
                                      make_act_node(vague)};
  std::vector<ActLink> links;
  for (const auto& [i, k] : {std::pair(0U, 2U), std::pair(1U, 2U)}) {
    const auto c = compare_acts(nodes[i], nodes[k]);
    ASSERT_TRUE(c && is_link(*c));
    links.push_back({i, k, c->score});
  }
  const ActClusters out = cluster_acts({&nodes[0], &nodes[1], &nodes[2]}, links);
  EXPECT_EQ(out.clusters, (std::vector<std::vector<std::uint32_t>>{{0, 2}, {1}}));
  EXPECT_EQ(out.used.size(), 1u);
}

TEST(MakeAct, CountsVoicesAndKeepsContradictions) {
  Telling a = shelling(1);
  Telling copy = shelling(2);
  copy.story = 1;
  copy.voice = a.voice;
  Telling denied = shelling(4);
  denied.status = EventStatus::kDenied;
  denied.holders = {{"RUS", "RUS", "Sergei Lavrov", ""}};
  denied.mentions = 2;
  const ActRecord act = make_act({&denied, &copy, &a});
  EXPECT_EQ(act.id, 1);
  EXPECT_EQ(act.key, "report-1");
  EXPECT_EQ(act.events, (std::vector<std::int64_t>{1, 2, 4}));
  EXPECT_EQ(act.mentions, 4u);
  EXPECT_EQ(act.stories, 2u);
  EXPECT_EQ(act.outlets, 2u);
  EXPECT_EQ(act.countries, 2u);
  EXPECT_EQ(act.status, EventStatus::kAsserted);
  EXPECT_TRUE(act.contested);
  ASSERT_EQ(act.claims.size(), 2u);
  EXPECT_EQ(act.claims[0].status, EventStatus::kAsserted);
  EXPECT_EQ(act.claims[0].stories, 1u);
  EXPECT_EQ(act.claims[0].mentions, 2u);
  EXPECT_EQ(act.claims[1].status, EventStatus::kDenied);
  EXPECT_EQ(act.claims[1].holder.id, "RUS");
  EXPECT_EQ(act.claims[1].mentions, 2u);
}

TEST(MakeAct, MostStoriesDecide) {
  Telling a = shelling(1);
  Telling b = shelling(2);
  Telling c = shelling(3);
  Telling d = shelling(4);
  a.actors.push_back({"BLR", "BLR", "", ""});
  a.type = EventType::kCoerce;
  b.date = PartialDate{day(1), day(28), DatePrecision::kMonth};
  c.date.reset();
  c.date_basis = DateBasis::kInferred;
  d.modes = {"heavy-weapons"};
  const ActRecord act = make_act({&a, &b, &c, &d});
  EXPECT_EQ(act.type, EventType::kAssault);
  EXPECT_EQ(act.mode, "heavy-weapons");
  ASSERT_EQ(act.actors.size(), 1u);
  EXPECT_EQ(act.actors[0].id, "RUS");
  EXPECT_EQ(act.date->to_string(), "2022-02-04");
  EXPECT_EQ(act.date_basis, DateBasis::kText);
  EXPECT_EQ(make_act({&c}).date->to_string(), "2022-02-04");
  EXPECT_EQ(make_act({&c}).date_basis, DateBasis::kInferred);
}

}  // namespace
}  // namespace entente
