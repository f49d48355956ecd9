#include "merge/merge.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

std::vector<Entity> entities(std::initializer_list<const char*> ids) {
  std::vector<Entity> out;
  for (const char* id : ids) {
    Entity entity;
    entity.id = id;
    out.push_back(entity);
  }
  return out;
}

Event make(EventType type, std::initializer_list<const char*> actors,
           std::initializer_list<const char*> recipients, std::uint32_t at,
           Section section = Section::kText) {
  Event event;
  event.type = type;
  event.actors = entities(actors);
  event.recipients = entities(recipients);
  event.evidence = {{at, at + 50, section}, {at + 5, at + 10, section}};
  event.rule = "family.word";
  return event;
}

PartialDate day(int d) {
  const Date date = *Date::make(2022, 2, static_cast<unsigned>(d));
  return {date, date, DatePrecision::kDay};
}

TEST(Merge, JoinsTitleAndLead) {
  Event title = make(EventType::kAssault, {"TUR"}, {"SYR"}, 0, Section::kTitle);
  title.rule = "assault.bomb";
  Event lead = make(EventType::kAssault, {"TUR"}, {"SYR"}, 0);
  lead.rule = "assault.strike";
  lead.modes = {"aerial"};
  lead.date = day(4);
  lead.date_basis = DateBasis::kText;
  const auto merged = merge_mentions({title, lead});
  ASSERT_EQ(merged.size(), 1u);
  EXPECT_EQ(merged[0].mentions.size(), 1u);
  EXPECT_EQ(merged[0].modes, std::vector<std::string>{"aerial"});
  EXPECT_EQ(merged[0].date, day(4));
}

TEST(Merge, KeepsApart) {
  const Event first = make(EventType::kAssault, {"TUR"}, {"SYR"}, 0);
  Event other_actor = make(EventType::kAssault, {"RUS"}, {"SYR"}, 100);
  Event other_type = make(EventType::kCoerce, {"TUR"}, {"SYR"}, 100);
  Event other_recipient = make(EventType::kAssault, {"TUR"}, {"IRQ"}, 100);
  Event denied = make(EventType::kAssault, {"TUR"}, {"SYR"}, 100);
  denied.status = EventStatus::kDenied;
  Event other_word = make(EventType::kAssault, {"TUR"}, {"SYR"}, 100);
  other_word.rule = "family.other";
  for (const Event& second : {other_actor, other_type, other_recipient, denied, other_word}) {
    EXPECT_EQ(merge_mentions({first, second}).size(), 2u);
  }
}

TEST(Merge, KeepsApartByDateModeAndPlace) {
  Event first = make(EventType::kConsult, {"DEU", "FRA"}, {}, 0);
  first.date = day(1);
  first.date_basis = DateBasis::kText;
  first.modes = {"visit"};
  first.location =
      Location{.name = "Paris", .country = "FRA", .kind = "city", .text = "", .span = {}};
  Event second = first;
  second.evidence.sentence = {60, 90};
  EXPECT_EQ(merge_mentions({first, second}).size(), 1u);
  Event later = second;
  later.date = day(3);
  Event phone = second;
  phone.modes = {"phone"};
  Event elsewhere = second;
  elsewhere.location->name = "Berlin";
  elsewhere.location->country = "DEU";
  for (const Event& e : {later, phone, elsewhere}) {
    EXPECT_EQ(merge_mentions({first, e}).size(), 2u);
  }
}

TEST(Merge, NounRefersBack) {
  const Event verb = make(EventType::kConsult, {"DEU", "FRA"}, {}, 0);
  Event noun = make(EventType::kConsult, {"DEU"}, {}, 100);
  noun.rule = "consult.talks_noun";
  noun.refers_back = true;
  EXPECT_EQ(merge_mentions({verb, noun}).size(), 1u);
}

TEST(Merge, TakesTheFullestAndTheStrongest) {
  Event reported = make(EventType::kAssault, {}, {"SYR"}, 0);
  reported.status = EventStatus::kReported;
  reported.attribution = entities({"GBR"});
  Event asserted = make(EventType::kAssault, {"RUS"}, {"SYR"}, 100);
  const auto merged = merge_mentions({reported, asserted});
  ASSERT_EQ(merged.size(), 1u);
  EXPECT_EQ(merged[0].status, EventStatus::kReported);
  EXPECT_EQ(merged[0].attribution.size(), 1u);
  EXPECT_EQ(merged[0].actors.at(0).id, "RUS");
}

TEST(Merge, UnknownsNeverJoin) {
  EXPECT_EQ(
      merge_mentions({make(EventType::kAssault, {}, {}, 0), make(EventType::kAssault, {}, {}, 100)})
          .size(),
      2u);
}

TEST(Merge, TwoPeopleOfOneStateAreTwo) {
  Event first = make(EventType::kAccuse, {"RUS"}, {"USA"}, 0);
  first.actors[0].person = Person{"Vladimir Putin", ""};
  Event second = make(EventType::kAccuse, {"RUS"}, {"USA"}, 100);
  second.actors[0].person = Person{"Sergei Lavrov", ""};
  EXPECT_EQ(merge_mentions({first, second}).size(), 2u);
}

TEST(Merge, StaysLinearOnManyEvents) {
  std::vector<Event> events;
  for (std::uint32_t i = 0; i < 20000; ++i) {
    Event event = make(EventType::kAssault, {"TUR"}, {"SYR"}, i * 60);
    event.rule = "family.word" + std::to_string(i);
    events.push_back(std::move(event));
  }
  EXPECT_EQ(merge_mentions(std::move(events)).size(), 20000u);
}

}  // namespace
}  // namespace entente
