#include "actor/actor_resolver.h"

#include "actor/document_reader.h"
#include "actor/phrase_query.h"

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
  std::vector<std::vector<NameMatch>> names;
  for (const SectionReading& section : sections)
    names.push_back(knowledge_.find_names(section.analysis));
  return resolve(document, sections, std::move(names));
}

std::vector<Mention> ActorResolver::resolve(const Document& document,
                                            std::span<const SectionReading> sections,
                                            std::vector<std::vector<NameMatch>> names) const {
  DocumentReader reader(knowledge_, date_of(document, sections));
  reader.set_source(document.source);
  if (document.dateline) reader.set_dateline_place(document.dateline->place.begin);
  for (std::size_t i = 0; i < sections.size() && i < names.size(); ++i)
    reader.add_section(sections[i].analysis, sections[i].propositions.quotations, sections[i].times,
                       std::move(names[i]));
  return reader.read();
}

std::vector<Entity> ActorResolver::resolve_phrase(const Analysis& phrase, const Analysis& context,
                                                  std::optional<Date> date) const {
  return PhraseQuery(knowledge_, date ? *date : undated_day()).ask(phrase, context);
}

}  // namespace entente
