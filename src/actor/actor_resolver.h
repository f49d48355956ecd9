// From analyses to resolved mentions of a whole document (codebook section 6).
//
// Immutable; resolve() may run in any number of threads.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/date.h"
#include "knowledge/knowledge.h"
#include "record/analysis.h"
#include "record/document.h"
#include "record/entity.h"
#include "record/reading.h"

namespace entente {

class ActorResolver {
 public:
  // `knowledge` must outlive the resolver.
  explicit ActorResolver(const Knowledge& knowledge) : knowledge_(knowledge) {}

  // One mention for every nominal token that may act, be acted on, own or
  // modify: heads of noun phrases, pronouns, names that modify ("Russian",
  // "US", "Beijing's").  Ordered by (section, token).  Offices are resolved on
  // document.date, else on the first full date of the text, else on
  // kUndatedDay.  Linear in the text; no search looks back without a bound.
  std::vector<Mention> resolve(const Document& document,
                               std::span<const SectionReading> sections) const;

  // The same with the names that Knowledge::find_names() found, one list a section.
  std::vector<Mention> resolve(const Document& document, std::span<const SectionReading> sections,
                               std::vector<std::vector<NameMatch>> names) const;

  // Whom a phrase names: where it stands in `context`, else behind the words of
  // `context` (which may be empty).  All entities of its head and of what is
  // coordinated with it, never none: one without id when it names nobody.  A
  // capital that is only where something happens has a code, but no id.
  // `text` and `span` are those of the phrase.
  std::vector<Entity> resolve_phrase(const Analysis& phrase, const Analysis& context,
                                     std::optional<Date> date) const;

 private:
  const Knowledge& knowledge_;
};

}  // namespace entente
