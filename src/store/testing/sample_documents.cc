#include "store/testing/sample_documents.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "text/span_map.h"

namespace entente::testing {
namespace {

// The span of the first `words` in the text or the title.
Span span_of(const Document& document, const std::string& words, Section section) {
  const std::string& text = section == Section::kTitle ? document.title : document.text;
  const std::size_t at = text.find(words);
  if (at == std::string::npos) return {0, 0, section};
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size()), section};
}

Entity entity(const Document& document, const std::string& id, const std::string& code,
              const std::string& name, const std::string& words, Section section = Section::kText) {
  Entity result;
  result.id = id;
  result.code = code;
  result.name = name;
  result.text = words;
  result.span = span_of(document, words, section);
  result.resolved_by = "name";
  result.row = "states.tsv:1";
  return result;
}

// The report with the events, as the pipeline gives it.
StoredDocument store(std::unique_ptr<Document> document, std::vector<Span> sentences,
                     std::vector<Event> events) {
  CodedDocument coded;
  coded.document = std::move(document);
  coded.events = std::move(events);
  const SpanMap spans(*coded.document);
  std::ranges::transform(sentences, sentences.begin(),
                         [&](Span span) { return spans.code_points(span); });
  StoredDocument stored = make_stored(std::move(coded));
  stored.sentences = std::move(sentences);
  // Without a parse, the records do not know it.
  for (EventRecord& record : stored.events) {
    const auto before = std::ranges::count_if(stored.sentences, [&](Span span) {
      return span.section == Section::kText && span.end <= record.event.evidence.sentence.begin;
    });
    record.sentence_number = fmt::format("{}", before + 1);
  }
  return stored;
}

Event threat(const Document& d) {
  Event event;
  event.type = EventType::kThreaten;
  event.modes = {"ban", "expel"};
  event.contexts = {"military", "diplomatic"};
  event.status = EventStatus::kReported;
  event.confidence = Confidence::kMedium;
  event.attribution = {entity(d, "FRA", "FRA", "France", "Élysée")};
  event.actors = {entity(d, "DEU", "DEU", "Germany", "Chancellor Ünal")};
  event.actors[0].sectors = {"GOV", "MIL"};
  event.actors[0].person = Person{"Ünal", "Chancellor of Germany"};
  event.recipients = {entity(d, "", "", "", "They")};
  event.recipients[0].antecedent = Antecedent{"Éire", span_of(d, "Éire", Section::kTitle)};
  event.date = PartialDate::parse("2022-02");
  event.date_precision = DatePrecision::kMonth;
  event.date_basis = DateBasis::kText;
  event.date_span = span_of(d, "in February", Section::kText);
  event.location = Location{
      "Kyiv", "UKR", 50.45, 30.5234, "capital", "Київ", span_of(d, "Київ", Section::kText)};
  event.dead = Quantity{24, 99, "dozens", span_of(d, "dozens", Section::kText)};
  event.injured = Quantity{40, std::nullopt, "at least 40", {}};
  event.evidence = {
      span_of(d, "Chancellor Ünal threatened dozens in February in Київ.", Section::kText),
      span_of(d, "threatened", Section::kText)};
  event.rule = "threaten.verb";
  event.mentions = {
      {span_of(d, "Ünal warns Éire", Section::kTitle), span_of(d, "warns", Section::kTitle)}};
  return event;
}

}  // namespace

StoredDocument rich_document(const std::string& id) {
  auto document = std::make_unique<Document>();
  document->id = id;
  document->title = "Ünal warns Éire";
  document->text =
      "Élysée — so it said. Chancellor Ünal threatened dozens in February in Київ. They left.";
  document->date = Date::make(2022, 2, 4);
  document->source = "DPA";
  document->url = "https://example.org/a?b=c";
  document->language = "en";
  document->extra = R"({"page":3})";
  const Document& d = *document;
  std::vector<Span> sentences = {span_of(d, d.title, Section::kTitle)};
  for (const char* sentence :
       {"Élysée — so it said.", "Chancellor Ünal threatened dozens in February in Київ.",
        "They left."}) {
    sentences.push_back(span_of(d, sentence, Section::kText));
  }
  Event retreat;
  retreat.type = EventType::kRetreat;
  retreat.actors = {entity(d, "IRL", "IRL", "Ireland", "Éire", Section::kTitle),
                    entity(d, "NATO", "IGO", "NATO", "They")};
  retreat.evidence = {span_of(d, "They left.", Section::kText), span_of(d, "left", Section::kText)};
  retreat.rule = "retreat.verb";
  std::vector<Event> events = {threat(d), std::move(retreat)};
  StoredDocument stored = store(std::move(document), std::move(sentences), std::move(events));
  stored.people = {"Ünal"};
  return stored;
}

StoredDocument plain_document(const std::string& id, const std::string& date) {
  auto document = std::make_unique<Document>();
  document->id = id;
  document->text = "Russia accused Ukraine of lying.";
  document->date = Date::parse(date);
  const Document& d = *document;
  const std::vector<Span> sentences = {span_of(d, d.text, Section::kText)};
  Event event;
  event.type = EventType::kAccuse;
  event.modes = {"disapprove"};
  event.actors = {entity(d, "RUS", "RUS", "Russia", "Russia")};
  event.recipients = {entity(d, "UKR", "UKR", "Ukraine", "Ukraine")};
  event.date = PartialDate::parse(date);
  event.date_precision = event.date ? event.date->precision : DatePrecision::kUnknown;
  event.evidence = {sentences[0], span_of(d, "accused", Section::kText)};
  event.rule = "accuse.verb";
  std::vector<Event> events = {std::move(event)};
  return store(std::move(document), sentences, std::move(events));
}

EventRecord imported_event(const std::string& story, const std::string& id) {
  EventRecord record;
  record.origin = "icews";
  record.id = id;
  record.report.id = story;
  record.report.source = "Kyodo";
  record.event.type = EventType::kAid;
  record.event.date = PartialDate::parse("2018-06-01");
  record.event.date_precision = DatePrecision::kDay;
  Entity actor;
  actor.id = actor.code = "JPN";
  actor.text = "Government (Japan)";
  actor.resolved_by = "import";
  record.event.actors = {actor};
  record.event.location = Location{"Sea", "", std::nan(""), std::nan(""), "sea", "Sea", {}};
  record.cameo = "0233";
  record.score = 3.4;
  record.sentence_number = "4";
  record.fields = R"({"CAMEO Code":"0233"})";
  return record;
}

namespace {

std::string show(Span s) {
  return fmt::format("{}{}-{}", s.section == Section::kTitle ? "t" : "", s.begin, s.end);
}

std::string show(const std::vector<Entity>& entities) {
  std::string out;
  for (const Entity& e : entities) {
    out += fmt::format("[{}|{}|{}|{}|{}|{}|{}|{}", e.id, e.code, e.name, fmt::join(e.sectors, "+"),
                       e.text, show(e.span), e.resolved_by, e.row);
    if (e.person) out += fmt::format("|person {}, {}", e.person->name, e.person->office);
    if (e.antecedent) out += fmt::format("|{} {}", e.antecedent->text, show(e.antecedent->span));
    out += ']';
  }
  return out;
}

std::string show(const std::optional<Quantity>& q) {
  if (!q) return "-";
  return fmt::format("{}..{} {} {}", q->min, q->max ? std::to_string(*q->max) : "", q->text,
                     show(q->span));
}

}  // namespace

std::string dump(const StoredDocument& stored) {
  const Document& d = stored.document;
  std::string out =
      fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{} {} {}|{}\n", d.id, d.title, d.text,
                  d.date ? d.date->to_string() : "", d.source, d.url, d.language, d.extra,
                  int(stored.state), stored.reason, stored.origin, fmt::join(stored.people, ","));
  for (const Span s : stored.sentences) out += show(s) + " ";
  for (const EventRecord& record : stored.events) out += dump(record);
  return out + "\n";
}

std::string dump(const EventRecord& record) {
  const Event& e = record.event;
  std::string out = fmt::format(
      "\n{} {} {} {} {} {} {} {} {} {} {}", record.id, record.origin, record.fields,
      record.has_type ? to_string(e.type) : "none", fmt::join(e.modes, "+"),
      fmt::join(e.contexts, "+"), to_string(e.status), to_string(e.confidence),
      e.date ? e.date->to_string() : "", to_string(e.date_precision), to_string(e.date_basis));
  out += fmt::format(" {} {} {}", e.date_span ? show(*e.date_span) : "-", record.cameo,
                     record.intensity());
  out += fmt::format("\n by {} actors {} recipients {}", show(e.attribution), show(e.actors),
                     show(e.recipients));
  if (e.location) {
    const Location& l = *e.location;
    out += fmt::format("\n at {} {} {} {} {} {} {}", l.name, l.country, l.lat, l.lon, l.kind,
                       l.text, show(l.span));
  }
  out += fmt::format("\n {} {} {} {} {} {} {}", show(e.dead), show(e.injured), show(e.arrested),
                     show(e.size), show(e.evidence.sentence), show(e.evidence.trigger), e.rule);
  for (const EventMention& m : e.mentions) out += " +" + show(m.sentence) + show(m.trigger);
  out += fmt::format("\n {} '{}' '{}' {}", record.sentence_number, record.trigger, record.quote,
                     fmt::join(record.mention_quotes, "|"));
  return out;
}

}  // namespace entente::testing
