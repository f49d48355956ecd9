#include "exchange/event_form.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace entente {
namespace {

Entity state(std::string id, std::string name, Span span) {
  Entity entity;
  entity.id = id;
  entity.code = id;
  entity.name = name;
  entity.sectors = {"GOV"};
  entity.text = name;
  entity.span = span;
  entity.resolved_by = "name";
  return entity;
}

// "São Tomé met Chad." with a title that tells it as well; spans in code points.
class EventFormTest : public testing::Test {
 protected:
  EventFormTest() {
    record_.id = "d#1";
    record_.report = {
        "d", "Zoë: talks", Date::make(2020, 5, 6), "The \"Post\"", "", "", R"({"k":1})", {}, {},
        {}};
    Event& event = record_.event;
    event.type = EventType::kConsult;
    event.modes = {"visit"};
    event.actors = {state("STP", "São Tomé", {0, 8, Section::kText}),
                    state("TCD", "Chad", {13, 17, Section::kText})};
    event.date = PartialDate::parse("2020-05");
    event.date_precision = DatePrecision::kMonth;
    event.dead = Quantity{3, std::nullopt, "at least three", {}};
    event.evidence = {{0, 18, Section::kText}, {9, 12, Section::kText}};
    event.rule = "consult.meet";
    event.mentions = {{{0, 10, Section::kTitle}, {5, 10, Section::kTitle}}};
    record_.trigger = "met";
    record_.quote = "São Tomé met Chad.";
    record_.mention_quotes = {"Zoë: talks"};
  }

  std::string write(EventForm form) const {
    std::string out;
    append_event(out, form, record_);
    return out;
  }

  EventRecord record_;
};

TEST_F(EventFormTest, JsonHasFixedKeysAndCodePoints) {
  EXPECT_EQ(
      write(EventForm::kJsonl),
      R"({"id":"d#1","document":"d","event":"CONSULT","mode":["visit"],"context":[],"quad":1,"score":4.0,)"
      R"("status":"asserted","confidence":"high","attribution":[],"actors":[)"
      R"({"id":"STP","code":"STP","name":"São Tomé","sectors":["GOV"],"text":"São Tomé","span":[0,8],"resolved_by":"name"},)"
      R"({"id":"TCD","code":"TCD","name":"Chad","sectors":["GOV"],"text":"Chad","span":[13,17],"resolved_by":"name"}],)"
      R"("recipients":[],"date":"2020-05","date_precision":"month","date_basis":"inferred","location":null,)"
      R"("dead":{"min":3,"max":null,"text":"at least three"},"injured":null,"arrested":null,"size":null,)"
      R"("evidence":{"sentence":[0,18],"trigger":[9,12],"rule":"consult.meet","quote":"São Tomé met Chad."},)"
      R"("mentions":[{"sentence":[0,10],"trigger":[5,10],"in":"title","quote":"Zoë: talks"}],"extra":{"k":1}})"
      "\n");
}

TEST_F(EventFormTest, CsvQuotesAndHasAsManyCellsAsColumns) {
  const std::string line = write(EventForm::kCsv);
  EXPECT_TRUE(line.starts_with("d#1,d,2020-05-06,\"The \"\"Post\"\"\",CONSULT,visit,,1,4.0,"))
      << line;
  EXPECT_EQ(std::ranges::count(line, ','), std::ranges::count(csv_head(), ','));
}

TEST_F(EventFormTest, PolecatHasFortyColumns) {
  EXPECT_EQ(std::ranges::count(polecat_head(), '\t'), 39);
  const std::string line = write(EventForm::kPolecat);
  EXPECT_EQ(std::ranges::count(line, '\t'), 39);
  EXPECT_TRUE(
      line.starts_with("d#1\t2020-05-01\tCONSULT\tvisit\t4.0\tVERBAL COOPERATION\tNone\tSão "
                       "Tomé;Chad\tSTP;TCD\tNone\t"
                       "GOV;GOV\t"))
      << line;
}

TEST_F(EventFormTest, IcewsHasALineForEachOrderedPair) {
  EXPECT_EQ(std::ranges::count(icews_head(), '\t'), 19);
  EXPECT_EQ(write(EventForm::kIcews),
            "d#1.1\t2020-05-01\tSão Tomé\tGOV\tSTP\tMake a visit\t042\t4.0\tChad\tGOV\tTCD\td\t\t"
            "The \"Post\"\t\t\t\t\t\t\n"
            "d#1.2\t2020-05-01\tChad\tGOV\tTCD\tMake a visit\t042\t4.0\tSão Tomé\tGOV\tSTP\td\t\t"
            "The \"Post\"\t\t\t\t\t\t\n");
}

TEST_F(EventFormTest, PloverNamesItsFields) {
  EXPECT_EQ(
      write(EventForm::kPlover),
      R"({"id":"d#1","date":"2020-05-01","actor":[)"
      R"({"code":"STP","sector":"GOV","entity_text":"São Tomé","identifier_text":"São Tomé"},)"
      R"({"code":"TCD","sector":"GOV","entity_text":"Chad","identifier_text":"Chad"}],)"
      R"("recipient":[],"event":["CONSULT"],"event_text":["met"],"quad_code":1,"event_scale":4.0,)"
      R"("mode":["visit"],"context":[],"text":"São Tomé met Chad.","text_info":{"start":0,"end":18},)"
      R"("size":{"dead":3},"cite_info":{"citation":"d","title":"Zoë: talks","publication":"The \"Post\""},)"
      R"("coder":"entente","comment":"status: asserted"})"
      "\n");
}

TEST_F(EventFormTest, AntecedentPersonAndTitleSpansOfEntities) {
  Entity& entity = record_.event.actors.front();
  entity = state("TCD", "Chad", {0, 3, Section::kTitle});
  entity.person = Person{"", "President of Chad"};
  entity.antecedent = Antecedent{"Chad", {13, 17, Section::kText}};
  const std::string line = write(EventForm::kJsonl);
  EXPECT_NE(
      line.find(
          R"({"id":"TCD","code":"TCD","name":"Chad","sectors":["GOV"],)"
          R"("person":{"name":null,"office":"President of Chad"},"text":"Chad","span":[0,3],"in":"title",)"
          R"("resolved_by":"name","antecedent":{"text":"Chad","span":[13,17]}})"),
      std::string::npos)
      << line;
}

}  // namespace
}  // namespace entente
