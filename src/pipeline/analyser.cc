#include "pipeline/analyser.h"

#include <utility>

#include "ingest/analysis_json.h"
#include "ingest/stored_analysis.h"

namespace entente {

Result<std::vector<Analysis>> StoredAnalyser::analyse(Document& document) const {
  const Result<StoredAnalyses> stored = take_stored_analyses(document);
  if (!stored) return std::unexpected(stored.error());
  std::vector<Analysis> analyses;
  const auto add = [&](std::string_view json, std::string_view text, Section section) -> Status {
    if (json.empty()) return {};
    Result<Analysis> analysis = parse_analysis(json, text, section);
    if (!analysis) return std::unexpected(std::move(analysis).error());
    analyses.push_back(std::move(*analysis));
    return {};
  };
  ENTENTE_TRY(add(stored->title, document.title, Section::kTitle));
  ENTENTE_TRY(add(stored->text, document.text, Section::kText));
  return analyses;
}

}  // namespace entente
