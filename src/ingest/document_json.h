// Documents as JSON Lines.
#pragma once

#include <string_view>

#include "base/result.h"
#include "record/document.h"

namespace entente {

// Reads one document: {"id", "text", "title"?, "date"?, "source"?, "url"?,
// "language"?}; null and "" are as absent, other keys go to Document::extra in
// their order.  `line` is one JSON object, no more.  Errors (place: the byte
// in the line, where it is known): kBadFormat for invalid UTF-8, JSON that is
// none or nested deeper than 100, a value of the wrong type, no id, no text
// (or only blanks), a date that does not exist.
Result<Document> parse_document(std::string_view line);

// Whether `text` has anything but ASCII blanks and line ends.
bool has_words(std::string_view text);

}  // namespace entente
