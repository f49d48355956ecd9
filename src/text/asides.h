// What in a report tells nothing of the report itself: datelines, bylines,
// credits of pictures, footers of agencies, notices of the publisher.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "record/document.h"

namespace entente {

// What `paragraph` is as a whole; nullopt: a part of the report, as far as its
// words tell.  Sentences of running text are no asides, whatever they mention.
std::optional<AsideKind> classify_paragraph(std::string_view paragraph);

// The credit at the end of a caption, "(AP Photo/Jane Doe)" or "[Jane
// Doe/Reuters]", or of a report, "(Reporting by …)": bytes of `paragraph`.
std::optional<Aside> find_credit_at_end(std::string_view paragraph);

struct Asides {
  std::vector<Aside> asides;         // in order, no overlap
  std::optional<Dateline> dateline;  // the first; it is among the asides too
};

// The asides of a text of many paragraphs.  Linear in the text.
Asides find_asides(std::string_view text, std::optional<Date> publication);

}  // namespace entente
