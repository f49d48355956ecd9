#include "view/span_map.h"

namespace entente {

void SpanMap::write(JsonWriter& json, std::string_view name, Span span) const {
  json.key(name);
  json.begin_array();
  json.integer(map(span).code_point(span.begin));
  json.integer(map(span).code_point(span.end));
  json.end_array();
}

void SpanMap::write_ends(JsonWriter& json, std::string_view begin, std::string_view end,
                         Span span) const {
  json.integer(begin, map(span).code_point(span.begin));
  json.integer(end, map(span).code_point(span.end));
}

void SpanMap::write_section(JsonWriter& json, Span span) {
  if (span.section == Section::kTitle) json.string("in", "title");
}

std::string_view SpanMap::text(Span span) const {
  const std::string_view section =
      span.section == Section::kTitle ? document_.title : document_.text;
  return section.substr(span.begin, span.end - span.begin);
}

}  // namespace entente
