// A document as one line of JSON: an input record with what reading found.
#pragma once

#include <string>

#include "record/document.h"

namespace entente {

// Appends {"id", "text", "title", "date", "source", "url", "language", …,
// "asides": [[begin, end, kind], …], "dateline": {"place", "agency", "day"},
// "origin": {"file", "line", "offset", "charset"}} and a line end.  Spans in
// code points; what is not known is left out; keys of "extra" stand as they came.
void append_document_json(std::string& out, const Document& document);

}  // namespace entente
