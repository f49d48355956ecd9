// One text on its way through the language stages.
//
// The stages write into the Analysis (tokens, heads, labels, lemmas); beside it
// stands what only they need.  One thread; kept and cleared between texts, so
// that the steady state allocates nothing.
#pragma once

#include <vector>

#include "nlp/lexeme.h"
#include "nlp/token_features.h"
#include "record/analysis.h"

namespace entente {

struct WorkingDoc {
  // One element a token of the analysis.
  std::vector<const Lexeme*> lexemes;
  std::vector<TokenFeatures> features;
  LexemeTable::Overflow overflow;  // lexemes that the table did not take

  void clear() {
    lexemes.clear();
    features.clear();
    overflow.clear();
  }
};

}  // namespace entente
