// Reports with hand-made events for the tests of store and corpus.
#pragma once

#include <string>

#include "store/stored_document.h"

namespace entente::testing {

// A report with a title and two events that use every field of a record; the
// text has characters of several bytes in front of every span.
StoredDocument rich_document(const std::string& id);

// A report of one sentence with one event of RUS against UKR on `date`.
StoredDocument plain_document(const std::string& id, const std::string& date);

// An event of ICEWS.
EventRecord imported_event(const std::string& story, const std::string& id);

// All that is stored of a report and its events, as text: equal for equal records.
std::string dump(const StoredDocument& stored);
std::string dump(const EventRecord& record);

}  // namespace entente::testing
