// Spans in JSON.  REQUIRES: spans in code points, as all that leaves the program.
#pragma once

#include <string_view>

#include "base/json_writer.h"
#include "record/span.h"

namespace entente {

// `"name":[begin,end]`, without saying in which section.
inline void write_span(JsonWriter& json, std::string_view name, Span span) {
  json.key(name);
  json.begin_array();
  json.integer(span.begin);
  json.integer(span.end);
  json.end_array();
}

// `"in":"title"` for a span in the title, nothing for one in the text.
inline void write_section(JsonWriter& json, Span span) {
  if (span.section == Section::kTitle) json.string("in", "title");
}

// Both, one after the other.
inline void write_span_and_section(JsonWriter& json, std::string_view name, Span span) {
  write_span(json, name, span);
  write_section(json, span);
}

}  // namespace entente
