#include "view/event_form.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "view/event_json.h"

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

// "São Tomé met Chad." with a title that tells it as well.
class EventFormTest : public testing::Test {
 protected:
  EventFormTest() {
    coded_.document = std::make_unique<Document>();
    coded_.document->id = "d";
    coded_.document->title = "Zoë: talks";
    coded_.document->text = "São Tomé met Chad.";
    coded_.document->source = "The \"Post\"";
    coded_.document->extra = R"({"k":1})";
    coded_.document->date = Date::make(2020, 5, 6);
    Event event;
    event.type = EventType::kConsult;
    event.modes = {"visit"};
    event.actors = {state("STP", "São Tomé", {0, 10, Section::kText}),
                    state("TCD", "Chad", {15, 19, Section::kText})};
    event.date = PartialDate::parse("2020-05");
    event.date_precision = DatePrecision::kMonth;
    event.dead = Quantity{3, std::nullopt, "at least three", {}};
    event.evidence = {{0, 20, Section::kText}, {11, 14, Section::kText}};
    event.rule = "consult.meet";
    event.mentions = {{{0, 11, Section::kTitle}, {6, 11, Section::kTitle}}};
    coded_.events = {event};
  }

  std::string write(EventForm form) const {
    const SpanMap spans(*coded_.document);
    std::string out;
    append_event(out, form, {coded_, spans, coded_.events.front(), 1});
    return out;
  }

  CodedDocument coded_;
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
  Entity entity = state("TCD", "Chad", {0, 4, Section::kTitle});
  entity.person = Person{"", "President of Chad"};
  entity.antecedent = Antecedent{"Chad", {15, 19, Section::kText}};
  const SpanMap spans(*coded_.document);
  std::string out;
  JsonWriter json(out);
  write_entity(json, entity, spans);
  EXPECT_EQ(
      out,
      R"({"id":"TCD","code":"TCD","name":"Chad","sectors":["GOV"],)"
      R"("person":{"name":null,"office":"President of Chad"},"text":"Chad","span":[0,3],"in":"title",)"
      R"("resolved_by":"name","antecedent":{"text":"Chad","span":[13,17]}})");
}

TEST_F(EventFormTest, DiagnosticsNameTheTriggerAndTheReason) {
  coded_.rejections = {
      {{0, 20, Section::kText}, {11, 14, Section::kText}, "consult.meet", "no actor"}};
  const SpanMap spans(*coded_.document);
  std::string out;
  append_diagnostics_json(out, coded_, spans);
  EXPECT_EQ(out, R"({"document":"d","rejected":[{"sentence":[0,18],"trigger":[9,12],"word":"met",)"
                 R"("rule":"consult.meet","why":"no actor","quote":"São Tomé met Chad."}]})"
                 "\n");
}

}  // namespace
}  // namespace entente
