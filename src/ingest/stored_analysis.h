// Analyses that a document brings along, in place of the language model's.
#pragma once

#include <string>

#include "base/result.h"
#include "record/document.h"

namespace entente {

// Each one JSON object as parse_analysis() reads it; empty: none.
struct StoredAnalyses {
  std::string text;
  std::string title;
};

// Takes the unknown keys "analysis" and "title_analysis" out of
// document.extra.  Errors: kBadFormat when there is no "analysis", or no
// "title_analysis" for a title.
Result<StoredAnalyses> take_stored_analyses(Document& document);

}  // namespace entente
