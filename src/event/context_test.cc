#include "event/context.h"

#include <gtest/gtest.h>

#include <string>

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
           std::initializer_list<const char*> recipients, std::uint32_t sentence) {
  Event event;
  event.type = type;
  event.actors = entities(actors);
  event.recipients = entities(recipients);
  event.evidence.sentence = {sentence, sentence + 50, Section::kText};
  return event;
}

Event placed(Event event, const char* country) {
  event.location.emplace();
  event.location->country = country;
  return event;
}

std::string ids(const std::vector<Entity>& list) {
  std::string out;
  for (const Entity& e : list) out += (out.empty() ? "" : ",") + e.id;
  return out;
}

TEST(Context, NamesTheOnePerpetratorTheVictimAndTheAccused) {
  std::vector<Event> events = {
      make(EventType::kAccuse, {"FRA"}, {}, 0),
      placed(make(EventType::kAssault, {}, {}, 0), "AFG"),
      placed(make(EventType::kAssault, {"ISIL"}, {""}, 100), "AFG"),
  };
  complete_from_context(events);
  EXPECT_EQ(ids(events[1].actors), "ISIL");
  EXPECT_EQ(ids(events[1].recipients), "AFG");
  EXPECT_EQ(ids(events[2].recipients), "AFG");
  EXPECT_EQ(ids(events[0].recipients), "ISIL");
}

TEST(Context, LeavesOpenWhatIsNotClear) {
  const Event open = placed(make(EventType::kAssault, {}, {}, 0), "AFG");
  const Event feared = [&] {
    Event e = open;
    e.status = EventStatus::kFeared;
    return e;
  }();
  const struct {
    std::vector<Event> events;
    const char* why;
  } cases[] = {
      {{open, make(EventType::kAssault, {"ISIL"}, {}, 100),
        make(EventType::kAssault, {"USA"}, {}, 200)},
       "two perpetrators"},
      {{open, placed(make(EventType::kAssault, {"ISIL"}, {"SYR"}, 100), "SYR")}, "elsewhere"},
      {{feared, make(EventType::kAssault, {"ISIL"}, {}, 100)}, "did not happen"},
      {{open, make(EventType::kAssault, {"AFG"}, {}, 100),
        make(EventType::kAssault, {"ISIL"}, {"AFG"}, 200)},
       "a fight of two sides"},
  };
  for (const auto& c : cases) {
    std::vector<Event> events = c.events;
    complete_from_context(events);
    EXPECT_EQ(ids(events[0].actors), "") << c.why;
  }
}

TEST(Context, NeverOverwrites) {
  std::vector<Event> events = {placed(make(EventType::kAssault, {"RUS"}, {"UKR"}, 0), "POL"),
                               make(EventType::kAccuse, {"FRA"}, {"CHN"}, 0)};
  complete_from_context(events);
  EXPECT_EQ(ids(events[0].recipients), "UKR");
  EXPECT_EQ(ids(events[1].recipients), "CHN");
}

}  // namespace
}  // namespace entente
