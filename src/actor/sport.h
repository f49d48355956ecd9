// Sentences of sports news, in which states are teams: "Germany beat Brazil 7-1".
//
// Free for any number of threads.
#pragma once

#include <vector>

#include "actor/phrase_tree.h"

namespace entente {

// One flag a sentence.  Linear in the text.
std::vector<bool> find_sport(const PhraseTree& tree);

}  // namespace entente
