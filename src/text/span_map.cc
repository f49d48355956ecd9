#include "text/span_map.h"

namespace entente {

std::string_view SpanMap::text(Span span) const {
  const std::string_view section =
      span.section == Section::kTitle ? document_.title : document_.text;
  return section.substr(span.begin, span.end - span.begin);
}

}  // namespace entente
