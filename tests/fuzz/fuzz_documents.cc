// Feeds bytes to the readers of JSON Lines: documents, questions, analyses.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ingest/analysis_json.h"
#include "ingest/document_json.h"
#include "ingest/phrase_json.h"
#include "ingest/stored_analysis.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)entente::parse_phrase_question(bytes);
  auto document = entente::parse_document(bytes);
  if (!document) return 0;
  if (const auto stored = entente::take_stored_analyses(*document)) {
    (void)entente::parse_analysis(stored->text, document->text);
    (void)entente::parse_analysis(stored->title, document->title, entente::Section::kTitle);
  }
  return 0;
}
