// From spans in bytes to what users count: Unicode code points.
#pragma once

#include <string_view>

#include "base/utf8.h"
#include "record/document.h"
#include "record/span.h"

namespace entente {

// Maps the spans of one document.  The document must outlive it.
class SpanMap {
 public:
  explicit SpanMap(const Document& document)
      : document_(document), title_(document.title), text_(document.text) {}

  Span code_points(Span span) const {
    return {map(span).code_point(span.begin), map(span).code_point(span.end), span.section};
  }
  // The words that the span covers.
  std::string_view text(Span span) const;

 private:
  const CodePointMap& map(Span span) const {
    return span.section == Section::kTitle ? title_ : text_;
  }

  const Document& document_;
  CodePointMap title_;
  CodePointMap text_;
};

}  // namespace entente
