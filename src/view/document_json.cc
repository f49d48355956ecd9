#include "view/document_json.h"

#include "base/json_writer.h"
#include "text/span_map.h"

namespace entente {
namespace {

// Writes a key unless there is no value.
void write_known(JsonWriter& json, std::string_view name, std::string_view value) {
  if (!value.empty()) json.string(name, value);
}

void write_asides(JsonWriter& json, const Document& document, const SpanMap& spans) {
  if (document.asides.empty()) return;
  json.key("asides");
  json.begin_array();
  for (const Aside& aside : document.asides) {
    const Span span = spans.code_points(aside.span);
    json.begin_array();
    json.integer(span.begin);
    json.integer(span.end);
    json.string(to_string(aside.kind));
    json.end_array();
  }
  json.end_array();
}

void write_dateline(JsonWriter& json, const Document& document, const SpanMap& spans) {
  if (!document.dateline) return;
  const Dateline& dateline = *document.dateline;
  json.key("dateline");
  json.begin_object();
  json.string("place", spans.text(dateline.place));
  write_known(json, "agency", dateline.agency);
  if (dateline.day) json.string("day", dateline.day->to_string());
  json.end_object();
}

void write_origin(JsonWriter& json, const Origin& origin) {
  json.key("origin");
  json.begin_object();
  json.string("file", origin.file);
  if (origin.line > 0) json.integer("line", static_cast<std::int64_t>(origin.line));
  json.integer("offset", static_cast<std::int64_t>(origin.offset));
  write_known(json, "charset", origin.charset);
  json.end_object();
}

}  // namespace

void append_document_json(std::string& out, const Document& document) {
  const SpanMap spans(document);
  JsonWriter json(out);
  json.begin_object();
  json.string("id", document.id);
  write_known(json, "title", document.title);
  if (document.date) json.string("date", document.date->to_string());
  write_known(json, "source", document.source);
  write_known(json, "url", document.url);
  write_known(json, "language", document.language);
  json.string("text", document.text);
  if (!document.extra.empty()) {
    json.key("extra");
    json.raw(document.extra);
  }
  write_asides(json, document, spans);
  write_dateline(json, document, spans);
  write_origin(json, document.origin);
  json.end_object();
  out += '\n';
}

}  // namespace entente
