#include "actor/actor_resolver.h"

#include "actor/document_reader.h"

namespace entente {
namespace {

// Offices of a text without any date are those of this day; a caller that
// wants today's gives today's date.
Date undated_day() { return *Date::make(2026, 1, 1); }

Date date_of(const Document& document, std::span<const SectionReading> sections) {
  if (document.date) return *document.date;
  for (const SectionReading& section : sections)
    for (const TimeExpression& time : section.times)
      if (time.date && !time.duration_start) return time.date->last;
  return undated_day();
}

}  // namespace

std::vector<Mention> ActorResolver::resolve(const Document& document,
                                            std::span<const SectionReading> sections) const {
  DocumentReader reader(knowledge_, date_of(document, sections));
  reader.set_source(document.source);
  for (const SectionReading& section : sections)
    reader.add_section(section.analysis, section.propositions.quotations, section.times);
  return reader.read();
}

// A lone word that the model takes for no noun: what the tables call so.
Entity ActorResolver::by_table(std::string_view phrase) const {
  for (const Candidate& c : knowledge_.find_phrase(phrase))
    if (!c.id.empty()) return entity_of(c, "name");
  return {};
}

Entity ActorResolver::resolve_phrase(const Analysis& phrase, const Analysis& context,
                                     std::optional<Date> date) const {
  static const std::vector<Quotation> kNoQuotations;
  static const std::vector<TimeExpression> kNoTimes;
  DocumentReader reader(knowledge_, date ? *date : undated_day());
  if (!context.tokens.empty()) reader.add_section(context, kNoQuotations, kNoTimes);
  reader.add_section(phrase, kNoQuotations, kNoTimes);
  const std::vector<Mention> mentions = reader.read(context.tokens.empty() ? 0 : 1);
  const Mention* best = nullptr;
  for (const Mention& m : mentions) {
    const Token& token = phrase.tokens[m.token];
    if (m.entities.empty() || m.kind == MentionKind::kTime) continue;
    if (best == nullptr || token.head == m.token) best = &m;
  }
  Entity e = best == nullptr ? by_table(phrase.text) : best->entities.front();
  e.text = std::string(phrase.text);
  e.span = {0, static_cast<std::uint32_t>(phrase.text.size()), Section::kText};
  return e;
}

}  // namespace entente
