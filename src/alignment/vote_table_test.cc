#include "alignment/vote_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "alignment/groups.h"
#include "alignment/tally.h"
#include "alignment/testing/acts.h"

namespace entente {
namespace {

using testing::act;
using enum EventType;

World small_world() {
  World world;
  for (const char* code : {"CHN", "RUS", "TUR", "UKR", "USA"})
    world.states.push_back({code, {}, {}});
  world.other_codes.push_back({"SUN", "RUS"});
  world.memberships = {{"NATO", "USA"}, {"NATO", "TUR", 1000}, {"WEST", "USA"}};
  return world;
}

VoteTable table_of(const std::vector<DyadicAct>& acts) {
  VoteTable table(small_world());
  for (const DyadicAct& one : acts) table.add(one);
  table.seal();
  return table;
}

auto rows(const VoteTable& table) {
  std::vector<std::tuple<PartyIndex, PartyIndex, std::uint64_t, ActClass, std::int32_t, int>> rows;
  for (const Vote& v : table.votes())
    rows.emplace_back(v.a, v.b, v.unit, v.cls, v.day, v.directions);
  return rows;
}

TEST(ActClass, EveryTypeHasItsClass) {
  const auto of = [](EventType type, const char* mode = "") { return act_class(type, mode); };
  for (const EventType type : {kAgree, kSupport, kConcede, kCooperate, kAid, kRetreat}) {
    EXPECT_EQ(of(type), ActClass::kCooperation) << to_string(type);
  }
  for (const EventType type :
       {kAccuse, kReject, kThreaten, kProtest, kSanction, kMobilize, kCoerce, kAssault}) {
    EXPECT_EQ(of(type), ActClass::kConflict) << to_string(type);
  }
  EXPECT_EQ(of(kConsult, "visit"), ActClass::kTalk);
  EXPECT_EQ(of(kAgree, "meet"), ActClass::kTalk);
  EXPECT_EQ(of(kRequest, "meet"), ActClass::kTalk);
  EXPECT_EQ(of(kRequest, "change"), std::nullopt);
}

TEST(VoteTable, AStoryVotesOnceForAPairAndClass) {
  const VoteTable table = table_of({
      act("2022-02-04", "RUS", "CHN", kCooperate, 7),
      act("2022-02-03", "CHN", "RUS", kSupport, 7),
      act("2022-02-04", "RUS", "CHN", kConsult, 7),
      act("2022-02-04", "RUS", "CHN", kCooperate, 8),
      act("2022-02-04", "RUS", "CHN", kRequest, 9, "change"),
  });
  ASSERT_EQ(table.votes().size(), 3u);
  const std::vector<PairCount> pairs = count_pairs(table, {-100000, 100000});
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_EQ(pairs[0].stories, 2);
  EXPECT_EQ(pairs[0].cooperation, 2);
  EXPECT_EQ(pairs[0].talk, 1);
  EXPECT_EQ(pairs[0].conflict, 0);
  EXPECT_EQ(table.votes()[0].directions, kFirstActs | kSecondActs);
  EXPECT_EQ(table.votes()[0].day, Date::parse("2022-02-03")->epoch_day());
}

TEST(VoteTable, WithoutStoriesTheSameActOfADayIsOneVote) {
  const VoteTable table = table_of({
      act("2018-06-01", "RUS", "CHN", kConsult, 0, "visit"),
      act("2018-06-01", "CHN", "RUS", kConsult, 0, "visit"),
      act("2018-06-01", "CHN", "RUS", kConsult, 0, "phone"),
      act("2018-06-02", "RUS", "CHN", kConsult, 0, "visit"),
  });
  EXPECT_EQ(table.votes().size(), 3u);
  EXPECT_EQ(cluster_of(table.votes()[0].unit), cluster_of(table.votes()[1].unit));
  EXPECT_NE(cluster_of(table.votes()[0].unit), cluster_of(table.votes()[2].unit));
}

TEST(VoteTable, LeavesOutStrangersAndDealingsWithOneself) {
  VoteTable table(small_world());
  EXPECT_FALSE(table.add(act("2022-02-04", "RUS", "", kCooperate)));
  EXPECT_FALSE(table.add(act("2022-02-04", "RUS", "IGO", kCooperate)));
  EXPECT_FALSE(table.add(act("2022-02-04", "RUS", "SUN", kCooperate)));
  EXPECT_TRUE(table.add(act("2022-02-04", "SUN", "USA", kAccuse)));
  DyadicAct against_nato = act("2022-02-04", "RUS", "IGO", kAccuse);
  against_nato.recipient_id = "NATO";
  EXPECT_TRUE(table.add(against_nato));
}

TEST(VoteTable, IsTheSameInAnyOrderAndInAnyNumberOfParts) {
  std::vector<DyadicAct> acts;
  const char* states[] = {"CHN", "RUS", "TUR", "UKR", "USA"};
  const EventType types[] = {kCooperate, kAccuse, kConsult, kSupport};
  for (int i = 0; i < 400; ++i) {
    const Date date = Date::parse("2020-01-01")->plus_days(i * 7 % 90);
    acts.push_back(act(date.to_string(), states[i * 3 % 5], states[i % 4], types[i * 5 % 4],
                       i % 3 == 0 ? 0 : i * 11 % 57 + 1));
  }
  const VoteTable whole = table_of(acts);
  std::ranges::reverse(acts);
  VoteTable parts(small_world());
  for (std::size_t i = 0; i < acts.size(); ++i) {
    parts.add(acts[i]);
    if (i % 37 == 0) parts.seal();
  }
  parts.seal();
  EXPECT_GT(whole.votes().size(), 50u);
  EXPECT_EQ(rows(whole), rows(parts));
}

TEST(Window, AnOlderVoteWeighsLess) {
  const Window window{0, 360, 180};
  EXPECT_DOUBLE_EQ(window.weight(360), 1);
  EXPECT_DOUBLE_EQ(window.weight(180), 0.5);
  EXPECT_DOUBLE_EQ(window.weight(0), 0.25);
}

TEST(Group, MembersByDateAndOrganisationsThatStandForIt) {
  const World world = small_world();
  const VoteTable table(world);
  const Group west = *Group::find(world, table, "WEST");
  EXPECT_TRUE(west.contains(*table.find("USA"), 0));
  EXPECT_FALSE(west.contains(*table.find("TUR"), 2000));
  // NATO is the USA alone before day 1000, then half of it.
  EXPECT_TRUE(west.contains(*table.find("NATO"), 999));
  EXPECT_FALSE(west.contains(*table.find("NATO"), 1000));
  const Group nato = *Group::find(world, table, "NATO");
  EXPECT_FALSE(nato.contains(*table.find("TUR"), 999));
  EXPECT_TRUE(nato.contains(*table.find("TUR"), 1000));
  EXPECT_EQ(nato.states_between(0, 999).size(), 1u);
  const Group list = *Group::find(world, table, "RUS,CHN");
  EXPECT_TRUE(list.contains(*table.find("CHN"), 0));
  EXPECT_FALSE(Group::find(world, table, "NOBODY"));
  EXPECT_FALSE(Group::find(world, table, ","));
}

TEST(Group, TheUsersOwnReplaceThoseOfTheSameName) {
  World world = small_world();
  ASSERT_TRUE(world.add_groups("group\tmember\tfrom\tto\nWEST\tUKR\t2022-02-24\t\n", "own.tsv"));
  const VoteTable table(world);
  const Group west = *Group::find(world, table, "WEST");
  const std::int32_t day = Date::parse("2022-02-24")->epoch_day();
  EXPECT_FALSE(west.contains(*table.find("USA"), day));
  EXPECT_FALSE(west.contains(*table.find("UKR"), day - 1));
  EXPECT_TRUE(west.contains(*table.find("UKR"), day));
  EXPECT_FALSE(world.add_groups("group\tmember\tfrom\tto\nX\tUKR\tsoon\t\n", "own.tsv"));
  EXPECT_FALSE(world.add_groups("no table", "own.tsv"));
}

TEST(Distance, OfTwoCapitals) {
  EXPECT_NEAR(*distance_km({"A", 0, 0}, {"B", 0, 90}), 10007.5, 1);
  EXPECT_NEAR(*distance_km({"A", 55.752, 37.618}, {"B", 39.907, 116.397}), 5793, 10);
  EXPECT_EQ(distance_km({"A", {}, {}}, {"B", 0, 90}), std::nullopt);
}

}  // namespace
}  // namespace entente
