// Which sense each predicate has: the most specific entry of the lexicon whose
// frame holds.
#pragma once

#include <vector>

#include "event/section_view.h"

namespace entente {

// Whether the phrase with head `token` passes the test: its head, a word right
// before the head, or both together.  `entries`: the senses found so far, for
// "@act" and "@ASSAULT".
bool phrase_passes(const SectionView& view, const std::vector<const Entry*>& entries,
                   std::uint32_t token, const WordTest& test);

// One entry (or nullptr) for each proposition of the section.  Nouns first, as
// frames of verbs speak of nouns of action.  Cost: linear in propositions
// times senses of a word.
std::vector<const Entry*> match_entries(const SectionView& view);

// Entry of class `evaluate` for a word that judges, or nullptr.
const Entry* find_evaluation(const SectionView& view, std::uint32_t token);

}  // namespace entente
