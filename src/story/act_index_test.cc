#include "story/act_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace entente {
namespace {

// An assault on a town on a day of February; `n` is event, document and story.
Telling raid(std::int64_t n, const char* town, int day) {
  const Date date = *Date::make(2022, 2, static_cast<unsigned>(day));
  Telling t;
  t.event = t.document = t.story = n;
  t.key = "report-" + std::to_string(n);
  t.type = EventType::kAssault;
  t.actors = {{"RUS", "RUS", "", ""}};
  t.recipients = {{"UKR", "UKR", "", ""}};
  t.date = PartialDate{date, date, DatePrecision::kDay};
  t.date_basis = DateBasis::kText;
  t.published = date;
  t.place = town;
  t.place_country = "UKR";
  t.place_kind = "city";
  t.quote = std::string("Rockets hit ") + town;
  return t;
}

using Partition = std::set<std::set<std::int64_t>>;

// The acts as a database would hold them.
class Ledger {
 public:
  ActChanges settle(ActIndex& index) {
    ActChanges changes = index.settle();
    for (const std::int64_t gone : changes.gone) acts_.erase(gone);
    for (const ActRecord& act : changes.changed) acts_[act.id] = act;
    return changes;
  }
  Partition partition() const {
    Partition out;
    for (const auto& [id, act] : acts_) out.emplace(act.events.begin(), act.events.end());
    return out;
  }
  const std::map<std::int64_t, ActRecord>& acts() const { return acts_; }

 private:
  std::map<std::int64_t, ActRecord> acts_;
};

TEST(ActIndex, GivesWhatChanged) {
  ActIndex index;
  Ledger ledger;
  index.add(raid(2, "Kharkiv", 4));
  index.add(raid(3, "Odesa", 4));
  EXPECT_EQ(ledger.settle(index).changed.size(), 2u);
  EXPECT_TRUE(ledger.settle(index).changed.empty());
  index.add(raid(1, "Kharkiv", 4));
  const ActChanges changes = ledger.settle(index);
  ASSERT_EQ(changes.changed.size(), 1u);
  EXPECT_EQ(changes.changed[0].id, 1);
  EXPECT_EQ(changes.changed[0].events, (std::vector<std::int64_t>{1, 2}));
  EXPECT_EQ(changes.gone, std::vector<std::int64_t>{2});
  EXPECT_EQ(ledger.partition(), (Partition{{1, 2}, {3}}));
}

TEST(ActIndex, RemovingSplitsAndRenames) {
  ActIndex index;
  Ledger ledger;
  for (int n = 1; n <= 3; ++n) index.add(raid(n, "Kharkiv", 4));
  ledger.settle(index);
  index.remove(1);
  index.remove(77);
  const ActChanges changes = ledger.settle(index);
  ASSERT_EQ(changes.changed.size(), 1u);
  EXPECT_EQ(changes.changed[0].id, 2);
  EXPECT_EQ(changes.gone, std::vector<std::int64_t>{1});
  index.remove(2);
  index.remove(3);
  EXPECT_EQ(ledger.settle(index).gone, std::vector<std::int64_t>{2});
  EXPECT_EQ(index.size(), 0u);
  EXPECT_TRUE(ledger.acts().empty());
}

TEST(ActIndex, AStoryThatGrewIsCountedAnew) {
  ActIndex index;
  Ledger ledger;
  index.add(raid(1, "Kharkiv", 4));
  index.add(raid(2, "Kharkiv", 4));
  ledger.settle(index);
  EXPECT_EQ(ledger.acts().at(1).stories, 2u);
  index.set_story(2, 1, {"AFP", "FRA", true, "footer"});
  index.set_story(1, 1, {"AFP", "FRA", true, "footer"});
  ledger.settle(index);
  EXPECT_EQ(ledger.acts().at(1).stories, 1u);
  EXPECT_EQ(ledger.acts().at(1).outlets, 1u);
  EXPECT_EQ(ledger.acts().at(1).countries, 1u);
}

TEST(ActIndex, RestoredIsAsBeforeAndSilent) {
  ActIndex first;
  Ledger ledger;
  for (int n = 1; n <= 6; ++n) first.add(raid(n, n % 2 == 0 ? "Kharkiv" : "Odesa", 4));
  ledger.settle(first);
  ActIndex second;
  for (int n = 1; n <= 6; ++n) {
    second.restore(raid(n, n % 2 == 0 ? "Kharkiv" : "Odesa", 4), n % 2 == 0 ? 2 : 1);
  }
  EXPECT_TRUE(ledger.settle(second).changed.empty());
  second.add(raid(7, "Odesa", 4));
  const ActChanges changes = ledger.settle(second);
  ASSERT_EQ(changes.changed.size(), 1u);
  EXPECT_EQ(changes.changed[0].events, (std::vector<std::int64_t>{1, 3, 5, 7}));
  second.forget_before(*Date::make(2022, 2, 5));
  EXPECT_EQ(second.size(), 0u);
  EXPECT_TRUE(ledger.settle(second).gone.empty());
}

TEST(ActIndex, ExplainsByTheLinksThatHoldItTogether) {
  ActIndex index;
  for (int n = 1; n <= 3; ++n) index.add(raid(n, "Kharkiv", 4));
  index.settle();
  const auto reasons = index.explain(1);
  ASSERT_EQ(reasons.size(), 2u);
  EXPECT_EQ(reasons[0].event, 1);
  EXPECT_EQ(reasons[0].other, 2);
  EXPECT_GT(reasons[0].score, 0.9);
  EXPECT_EQ(reasons[0].grounds.front(), "actors RUS in both");
  EXPECT_TRUE(index.explain(2).empty());
}

// A story that two hundred outlets print, and another that prints it in other words.
TEST(ActIndex, ManyCopiesDoNotHideTheOtherStory) {
  ActIndex index;
  Ledger ledger;
  for (int n = 1; n <= 400; ++n) {
    Telling t = raid(n, "Kharkiv", 4);
    t.story = n <= 200 ? 1 : 201;
    if (n > 200) t.quote = "The city of Kharkiv came under fire";
    index.add(std::move(t));
  }
  ledger.settle(index);
  ASSERT_EQ(ledger.acts().size(), 1u);
  EXPECT_EQ(ledger.acts().at(1).stories, 2u);
}

// Random towns, days, missing parties and copies; added, settled, removed in 40 orders.
TEST(ActIndex, OrderOfArrivalDoesNotMatter) {
  std::mt19937 random(11);
  std::vector<Telling> tellings;
  for (int n = 1; n <= 120; ++n) {
    const char* const towns[] = {"Kharkiv", "Odesa", "Lviv", ""};
    Telling t = raid(n, towns[random() % 4], 4 + static_cast<int>(random() % 6));
    if (random() % 4 == 0) t.actors.clear();
    if (random() % 4 == 0) t.recipients.clear();
    if (t.actors.empty() && t.recipients.empty()) t.recipients = {{"UKR", "UKR", "", ""}};
    if (random() % 3 == 0) t.date_basis = DateBasis::kInferred;
    if (random() % 2 == 0) t.story = 1 + static_cast<std::int64_t>(random() % 20);
    t.quote += random() % 2 == 0 ? " in the early morning hours" : " and killed several people";
    tellings.push_back(std::move(t));
  }
  std::optional<Partition> expected;
  for (int round = 0; round < 40; ++round) {
    ActIndex index;
    Ledger ledger;
    for (std::size_t i = 0; i < tellings.size(); ++i) {
      index.add(tellings[i]);
      if (round % 2 == 1 && i % 17 == 0) ledger.settle(index);
      if (round % 3 == 1 && i % 23 == 0) {  // taken out and brought back
        index.remove(tellings[i].event);
        ledger.settle(index);
        index.add(tellings[i]);
      }
    }
    ledger.settle(index);
    const Partition found = ledger.partition();
    if (!expected) expected = found;
    ASSERT_EQ(found, *expected) << "round " << round;
    std::ranges::shuffle(tellings, random);
  }
  EXPECT_GT(expected->size(), 10u);
  EXPECT_LT(expected->size(), 100u);
}

}  // namespace
}  // namespace entente
