#include "ingest/document_json.h"

#include <fmt/core.h>

#include <string>
#include <utility>

#include "ingest/json_object.h"

namespace entente {
namespace {

std::unexpected<Error> bad(std::string message) {
  return fail(ErrorCode::kBadFormat, std::move(message));
}

}  // namespace

bool has_words(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\v\f") != std::string_view::npos;
}

Result<Document> parse_document(std::string_view line) {
  Result<OrderedJson> json = parse_json_object(line);
  if (!json) return std::unexpected(std::move(json).error());
  Document document;
  std::string date;
  const std::pair<const char*, std::string*> fields[] = {{"id", &document.id},
                                                         {"text", &document.text},
                                                         {"title", &document.title},
                                                         {"date", &date},
                                                         {"url", &document.url},
                                                         {"source", &document.source},
                                                         {"language", &document.language}};
  for (const auto& [key, value] : fields) ENTENTE_TRY(take_string(*json, key, *value));
  if (document.id.empty()) return bad("the document has no \"id\"");
  if (!has_words(document.text)) {
    return bad(fmt::format("the document \"{}\" has no text", document.id));
  }
  if (!date.empty()) {
    document.date = Date::parse(date);
    if (!document.date) {
      return bad(
          fmt::format("\"date\" must be a day that exists, as YYYY-MM-DD, found \"{}\"", date));
    }
  }
  if (!json->empty()) document.extra = json->dump();
  return document;
}

}  // namespace entente
