// From what was found in a document to the records that leave the program.
#pragma once

#include <vector>

#include "record/coded_document.h"
#include "record/event_record.h"

namespace entente {

// What a record says of its report: with the persons, organisations and places
// that it names.
ReportInfo make_report_info(const CodedDocument& coded);

// One record an event, in their order, with spans in code points.  The id is
// the document's id, '#', the number of the event from 1.
std::vector<EventRecord> make_event_records(const CodedDocument& coded);

}  // namespace entente
