// The grammar of titles: which segments are written in it.
#pragma once

#include <vector>

#include "proposition/parse.h"

namespace entente {

// One entry a segment: true in a title, and for a short line of the text that
// ends in no stop.
std::vector<bool> find_headlines(const Parse& parse);

}  // namespace entente
