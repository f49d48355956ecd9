// What an event record says beside who and what: mode and contexts by words,
// numbers, date and place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "event/act.h"
#include "event/section_view.h"

namespace entente {

// The first mode of the type whose words stand at the predicate, its
// instrument, object or their modifiers; "" if none.
std::string find_mode(const SectionView& view, std::int32_t p, EventType type);

// Contexts by the words of the clause, in the codebook's order.
std::vector<std::string> find_contexts(const SectionView& view, std::int32_t p);

// Lemmas of the nouns, names and verbs below the predicate, itself included;
// sorted, each once.
std::vector<std::string> find_topic(const SectionView& view, std::int32_t p);

// Number that a phrase states: "three soldiers", "at least 40", "dozens of".
std::optional<Quantity> read_quantity(const SectionView& view, std::uint32_t token);

// Fills dead, injured, arrested or size.
void add_numbers(const SectionView& view, std::int32_t p, Event& event);

// Whether a date on the act's own clause lies after publication: "meet on
// Friday", said on Wednesday.
bool is_dated_ahead(const SectionView& view, const std::vector<Act>& acts, std::int32_t p);

// The place nearest to the predicate that is no part of an actor's name.
std::optional<Location> find_place(const SectionView& view, const std::vector<Act>& acts,
                                   std::int32_t p, const Event& event);
// Where the report was filed: "KABUL, March 3 - …".
std::optional<Location> find_dateline(const SectionView& view);

// The date nearest to the predicate in its sentence; status historical when it is over a year
// before publication.
void add_date(const SectionView& view, const std::vector<Act>& acts, std::int32_t p, Event& event);

}  // namespace entente
