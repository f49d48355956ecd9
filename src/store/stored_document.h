// A report with all that the database holds of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/coded_document.h"
#include "record/document.h"
#include "record/event_record.h"
#include "record/span.h"

namespace entente {

enum class DocumentState : std::uint8_t {
  kCoded,     // read and coded by this program
  kSkipped,   // stored and not coded: not in English ...; see `reason`
  kFailed,    // stored, coding failed; see `reason`
  kImported,  // the frame of events that others coded; has no text as a rule
};

struct StoredDocument {
  Document document;
  // All spans in code points, as the database counts.
  std::vector<Span> sentences;      // in order, the title's first
  std::vector<EventRecord> events;  // by number; `report` is filled by the reader only
  // Named in the report, each once, in their order.
  std::vector<std::string> people, organisations, places;

  DocumentState state = DocumentState::kCoded;
  std::string reason;              // why it is not coded; else empty
  std::string origin{kOwnOrigin};  // "icews" ... for imported ones
  std::int64_t row = 0;            // in the table documents; 0: not stored yet
};

// What is to be stored of a coded report.
StoredDocument make_stored(CodedDocument coded);
// A report that is stored and not coded.
StoredDocument make_uncoded(Document document, DocumentState state, std::string reason);

// 128 bits of all that came in with a report: equal for equal reports.
std::string document_hash(const Document& document);

}  // namespace entente
