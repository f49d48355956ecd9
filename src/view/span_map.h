// From spans in bytes to what users count: Unicode code points.
#pragma once

#include <string_view>

#include "base/utf8.h"
#include "record/document.h"
#include "record/span.h"
#include "view/json_writer.h"

namespace entente {

// Maps the spans of one document.  The document must outlive it.
class SpanMap {
 public:
  explicit SpanMap(const Document& document)
      : document_(document), title_(document.title), text_(document.text) {}

  // `"name":[begin,end]`, without saying in which section.
  void write(JsonWriter& json, std::string_view name, Span span) const;
  // The same as two keys.
  void write_ends(JsonWriter& json, std::string_view begin, std::string_view end, Span span) const;
  // `"in":"title"` for a span in the title, nothing for one in the text.
  static void write_section(JsonWriter& json, Span span);
  // Both, one after the other.
  void write_with_section(JsonWriter& json, std::string_view name, Span span) const {
    write(json, name, span);
    write_section(json, span);
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
