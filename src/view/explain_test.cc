#include "view/explain.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

Entity state(std::string id, std::string text, Span span) {
  Entity entity;
  entity.id = id;
  entity.code = id;
  entity.name = text;
  entity.sectors = {"GOV"};
  entity.text = text;
  entity.span = span;
  entity.resolved_by = "name";
  entity.row = "states.tsv:3";
  return entity;
}

// "Chad condemned\nNiger. Rain fell." with one event and one rejection.
CodedDocument example() {
  CodedDocument coded;
  coded.document = std::make_unique<Document>();
  coded.document->id = "d";
  coded.document->date = Date::make(2020, 5, 6);
  coded.document->text = "Chad condemned\nNiger. Rain fell.";
  SectionReading section;
  section.analysis = Analysis(coded.document->text, Section::kText);
  const std::uint32_t bounds[] = {0, 4, 5, 14, 15, 20, 20, 21, 22, 26, 27, 31, 31, 32};
  for (std::size_t i = 0; i < std::size(bounds); i += 2) {
    Token token;
    token.begin = bounds[i];
    token.end = bounds[i + 1];
    section.analysis.tokens.push_back(token);
  }
  section.analysis.sentences = {{0, 4}, {4, 7}};
  coded.reading.sections.push_back(std::move(section));
  Event event;
  event.type = EventType::kAccuse;
  event.modes = {"disapprove"};
  event.actors = {state("TCD", "Chad", {0, 4, Section::kText})};
  event.recipients = {state("NER", "Niger", {15, 20, Section::kText})};
  event.evidence = {{0, 21, Section::kText}, {5, 14, Section::kText}};
  event.rule = "accuse.condemn";
  event.derivation = {"main clause"};
  coded.events = {event};
  coded.rejections = {
      {{22, 32, Section::kText}, {27, 31, Section::kText}, "assault.fall", "no actor"}};
  return coded;
}

TEST(Explain, PlainText) {
  std::string out;
  append_explanation(out, example(), TextStyle::kPlain);
  EXPECT_EQ(out,
            "d  2020-05-06\n"
            "\n"
            "  Chad condemned Niger.\n"
            "    #1 ACCUSE/disapprove  TCD GOV -> NER GOV\n"
            "      status      asserted, confidence high\n"
            "      trigger     \"condemned\"  rule accuse.condemn\n"
            "      actor       \"Chad\" = TCD GOV (Chad), by name  [states.tsv:3]\n"
            "      recipient   \"Niger\" = NER GOV (Niger), by name  [states.tsv:3]\n"
            "      because     main clause\n"
            "\n"
            "  Rain fell.\n"
            "    not coded \"fell\"  rule assault.fall: no actor\n"
            "\n");
}

TEST(Explain, ColoursOnlyWhenAsked) {
  std::string out;
  append_explanation(out, example(), TextStyle::kColour);
  EXPECT_NE(out.find("\x1b[1;32m#1 ACCUSE"), std::string::npos);
}

}  // namespace
}  // namespace entente
