// Where the analyses of a document come from.
#pragma once

#include <vector>

#include "base/result.h"
#include "record/analysis.h"
#include "record/document.h"

namespace entente {

// Any number of threads may call one Analyser.
class Analyser {
 public:
  virtual ~Analyser() = default;
  // The title's analysis first, when there is a title, then the text's; both
  // point into `document`, which must stay where it is.  May take what it
  // needs out of document.extra.
  virtual Result<std::vector<Analysis>> analyse(Document& document) const = 0;
};

// Reads the analyses that documents bring along (keys analysis, title_analysis).
class StoredAnalyser : public Analyser {
 public:
  Result<std::vector<Analysis>> analyse(Document& document) const override;
};

}  // namespace entente
