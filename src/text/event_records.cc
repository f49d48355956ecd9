#include "text/event_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "text/span_map.h"

namespace entente {
namespace {

// The names of the report's entities of some types, each once, in their order.
std::vector<std::string> named(const Reading& reading, std::initializer_list<EntityType> types) {
  std::vector<std::string> names;
  for (const SectionReading& section : reading.sections) {
    for (const NamedEntity& entity : section.analysis.entities) {
      if (std::ranges::find(types, entity.type) == types.end()) continue;
      std::string name(section.analysis.span_text(section.analysis.span(entity.tokens)));
      if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
  }
  return names;
}

// Counted from 1 in the text; a title is sentence 0.
std::string find_sentence_number(const Reading& reading, Span sentence) {
  if (sentence.section == Section::kTitle) return "0";
  const SectionReading* section = reading.find_section(sentence.section);
  if (section == nullptr) return "";
  const auto& sentences = section->analysis.sentences;
  const auto found = std::ranges::find_if(sentences, [&](TokenRange range) {
    return section->analysis.span(range).end > sentence.begin;
  });
  return fmt::format("{}", found - sentences.begin() + 1);
}

void convert(std::vector<Entity>& entities, const SpanMap& spans) {
  for (Entity& entity : entities) {
    entity.span = spans.code_points(entity.span);
    if (entity.antecedent) entity.antecedent->span = spans.code_points(entity.antecedent->span);
  }
}

void convert(EventMention& mention, const SpanMap& spans) {
  mention.sentence = spans.code_points(mention.sentence);
  mention.trigger = spans.code_points(mention.trigger);
}

void convert(Event& event, const SpanMap& spans) {
  convert(event.attribution, spans);
  convert(event.actors, spans);
  convert(event.recipients, spans);
  if (event.date_span) event.date_span = spans.code_points(*event.date_span);
  if (event.location) event.location->span = spans.code_points(event.location->span);
  for (auto* quantity : {&event.dead, &event.injured, &event.arrested, &event.size}) {
    if (*quantity) (*quantity)->span = spans.code_points((*quantity)->span);
  }
  convert(event.evidence, spans);
  for (EventMention& mention : event.mentions) convert(mention, spans);
}

}  // namespace

ReportInfo make_report_info(const CodedDocument& coded) {
  const Document& document = *coded.document;
  return {document.id,
          document.title,
          document.date,
          document.source,
          document.url,
          document.language,
          document.extra,
          named(coded.reading, {EntityType::kPerson}),
          named(coded.reading, {EntityType::kOrg, EntityType::kNorp}),
          named(coded.reading, {EntityType::kGpe, EntityType::kLoc})};
}

std::vector<EventRecord> make_event_records(const CodedDocument& coded) {
  std::vector<EventRecord> records;
  if (coded.events.empty()) return records;
  const SpanMap spans(*coded.document);
  const ReportInfo report = make_report_info(coded);
  for (const Event& event : coded.events) {
    EventRecord& record = records.emplace_back();
    record.id = fmt::format("{}#{}", coded.document->id, records.size());
    record.report = report;
    record.event = event;
    record.sentence_number = find_sentence_number(coded.reading, event.evidence.sentence);
    record.trigger = spans.text(event.evidence.trigger);
    record.quote = spans.text(event.evidence.sentence);
    for (const EventMention& mention : event.mentions) {
      record.mention_quotes.emplace_back(spans.text(mention.sentence));
    }
    convert(record.event, spans);
  }
  return records;
}

}  // namespace entente
