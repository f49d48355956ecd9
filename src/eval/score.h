// Scores of event records against gold (docs/eval.md).
//
// Pure and deterministic; any number of threads.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "eval/gold.h"
#include "eval/statistics.h"
#include "record/event_record.h"

namespace entente {

// `right` of `all`.
struct ScoreFigure {
  std::string name;
  std::size_t right = 0;
  std::size_t all = 0;
};

struct TypeScore {
  std::string type;
  Hits hits;
};

// How often gold (first) was coded as something else (second); "-": nothing.
using Confusion = std::map<std::pair<std::string, std::string>, std::size_t>;

struct ScoreMiss {
  std::string kind;  // missed extra wrong
  std::string id;    // of the gold item, or of the record
  std::string text;  // what was wanted and what was found
};

struct ScoreReport {
  GoldForm form = GoldForm::kRecords;
  std::size_t documents = 0;
  std::vector<TypeScore> types;  // by name; empty for kExpect
  Hits all;
  ScoreInterval f1, macro_f1;  // bootstrap over documents
  double macro = 0;            // mean F1 of the types that gold has
  std::vector<ScoreFigure> figures;
  Confusion type_confusion, status_confusion;
  std::vector<ScoreMiss> misses;
};

// `documents`: their ids; also those without an event.
ScoreReport score_full(GoldForm form, const std::vector<GoldItem>& gold,
                       const std::vector<std::string>& documents,
                       const std::vector<EventRecord>& predicted);
ScoreReport score_expectations(const std::vector<GoldItem>& gold,
                               const std::vector<EventRecord>& predicted);
ScoreReport score_pairs(const std::vector<GoldPair>& gold,
                        const std::vector<EventRecord>& predicted);

// For a person, as Markdown tables, as one JSON object.  `misses`: how many are shown.
std::string score_text(const ScoreReport& report, std::size_t misses);
std::string score_markdown(const ScoreReport& report, std::size_t misses);
std::string score_json(const ScoreReport& report, std::size_t misses);

}  // namespace entente
