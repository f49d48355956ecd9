// Places that a text names -> country and coordinates, or nothing when unsure.
//
// Pure functions of the analysis, the names found in it and the tables; any
// thread.  Linear in the text.  The rules are in docs/places.md.
#pragma once

#include <span>
#include <vector>

#include "knowledge/knowledge.h"
#include "record/analysis.h"
#include "record/reading.h"

namespace entente {

// All toponyms in order, without overlap: cities, states, regions, seas, borders
// ("the Ukrainian border").  One that several places share and nothing around
// decides has no location.  `names`: what knowledge.find_names(analysis) gave.
// Whether a state's name or a capital is meant as a place is for the reader of
// the sentence to say: they are all given.
std::vector<Toponym> find_places(const Analysis& analysis, const Knowledge& knowledge,
                                 std::span<const NameMatch> names);

}  // namespace entente
