#include <gtest/gtest.h>

#include <string>

#include "text/event_records.h"
#include "view/diagnostics.h"

namespace entente {
namespace {

// "São Tomé met Chad." with a title that tells it as well; "ã" and "é" are two bytes each.
CodedDocument make_coded() {
  CodedDocument coded;
  coded.document = std::make_unique<Document>();
  coded.document->id = "d";
  coded.document->title = "Zoë: talks";
  coded.document->text = "São Tomé met Chad.";
  coded.document->source = "Post";
  Event event;
  Entity entity;
  entity.text = "Chad";
  entity.span = {15, 19, Section::kText};
  entity.antecedent = Antecedent{"São Tomé", {0, 10, Section::kText}};
  event.actors = {entity};
  event.evidence = {{0, 20, Section::kText}, {11, 14, Section::kText}};
  event.mentions = {{{0, 11, Section::kTitle}, {6, 11, Section::kTitle}}};
  coded.events = {event, event};
  return coded;
}

TEST(EventRecords, SpansAreCodePointsAndWordsStandBesideThem) {
  const CodedDocument coded = make_coded();
  const std::vector<EventRecord> records = make_event_records(coded);
  ASSERT_EQ(records.size(), 2);
  EXPECT_EQ(records[1].id, "d#2");
  const EventRecord& record = records[0];
  EXPECT_EQ(record.report.id, "d");
  EXPECT_EQ(record.report.source, "Post");
  EXPECT_EQ(record.trigger, "met");
  EXPECT_EQ(record.quote, "São Tomé met Chad.");
  EXPECT_EQ(record.event.evidence.trigger, (Span{9, 12, Section::kText}));
  EXPECT_EQ(record.event.actors[0].span, (Span{13, 17, Section::kText}));
  EXPECT_EQ(record.event.actors[0].antecedent->span, (Span{0, 8, Section::kText}));
  EXPECT_EQ(record.event.mentions[0].trigger, (Span{5, 10, Section::kTitle}));
  EXPECT_EQ(record.mention_quotes[0], "Zoë: talks");
}

TEST(Diagnostics, NameTheTriggerAndTheReason) {
  CodedDocument coded = make_coded();
  coded.rejections = {
      {{0, 20, Section::kText}, {11, 14, Section::kText}, "consult.meet", "no actor"}};
  std::string out;
  append_diagnostics_json(out, coded);
  EXPECT_EQ(out, R"({"document":"d","rejected":[{"sentence":[0,18],"trigger":[9,12],"word":"met",)"
                 R"("rule":"consult.meet","why":"no actor","quote":"São Tomé met Chad."}]})"
                 "\n");
}

}  // namespace
}  // namespace entente
