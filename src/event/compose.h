// Which acts are parts or topics of others: speech acts over inner acts, light
// verbs over nouns, a noun and a verb for one deed.
#pragma once

#include <vector>

#include "event/act.h"
#include "event/section_view.h"

namespace entente {

// What an embedding predicate does to what hangs in it at this place.
struct Link {
  const Signature* signature = nullptr;  // nullptr: the predicate has no entry that bears on it
  bool adjunct = false;                  // outside the meaning of the predicate: "after the raid"
  bool purpose = false;                  // "to fight rebels"
};

// The proposition that `p` hangs in: its host, else its parent; -1: none.
std::int32_t outer_of(const SectionView& view, const std::vector<Act>& acts, std::int32_t p);

// How proposition `p` hangs in outer_of(p).  REQUIRES: there is one.
Link find_link(const SectionView& view, const std::vector<Act>& acts, std::int32_t p);

// One act for each proposition, with consumed_by, inner and same_as set.
std::vector<Act> compose_acts(const SectionView& view, const std::vector<const Entry*>& entries);

}  // namespace entente
