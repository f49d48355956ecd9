#include "view/diagnostics.h"

#include "base/json_writer.h"
#include "record/span_json.h"
#include "text/span_map.h"

namespace entente {

void append_diagnostics_json(std::string& out, const CodedDocument& coded) {
  const SpanMap spans(*coded.document);
  JsonWriter json(out);
  json.begin_object();
  json.string("document", coded.document->id);
  json.key("rejected");
  json.begin_array();
  for (const Rejection& rejection : coded.rejections) {
    json.begin_object();
    write_span(json, "sentence", spans.code_points(rejection.sentence));
    write_span(json, "trigger", spans.code_points(rejection.trigger));
    write_section(json, rejection.trigger);
    json.string("word", spans.text(rejection.trigger));
    json.string_or_null("rule", rejection.rule);
    json.string("why", rejection.why);
    json.string("quote", spans.text(rejection.sentence));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  out += '\n';
}

}  // namespace entente
