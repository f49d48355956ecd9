#include "ingest/document_json.h"

#include <fmt/core.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace entente {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kMaxDepth = 100;

std::unexpected<Error> bad(std::string message, std::optional<std::uint64_t> byte = {}) {
  return fail(ErrorCode::kBadFormat, std::move(message), {"", 0, byte});
}

// The byte that opens a bracket deeper than kMaxDepth.  The JSON library writes
// nested values by recursion, so depth has to be bounded before it reads them.
std::optional<std::size_t> find_too_deep(std::string_view json) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kMaxDepth) return i;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return std::nullopt;
}

Result<Json> parse_object(std::string_view line) {
  if (const auto byte = find_invalid_utf8(line)) {
    return bad("not valid UTF-8", *byte);
  }
  if (const auto byte = find_too_deep(line)) {
    return bad(fmt::format("nested deeper than {}", kMaxDepth), *byte);
  }
  try {
    Json json = Json::parse(line);
    if (!json.is_object()) return bad("a document must be a JSON object");
    return json;
  } catch (const Json::parse_error& error) {
    const std::size_t byte = error.byte == 0 ? 0 : error.byte - 1;
    return bad(byte >= line.size() ? "not JSON: the line breaks off"
                                   : "not JSON: this is not expected here",
               byte);
  } catch (const Json::exception& error) {  // a number that no double holds
    return bad(fmt::format("not JSON: {}", error.what()));
  }
}

// Moves the string under `key` out of `json` into `value`; absent and null leave it empty.
Status take_string(Json& json, const char* key, std::string& value) {
  const auto found = json.find(key);
  if (found == json.end()) return {};
  if (found->is_string()) {
    value = std::move(found->get_ref<std::string&>());
  } else if (!found->is_null()) {
    return bad(fmt::format("\"{}\" must be a string, found {}", key, found->type_name()));
  }
  json.erase(found);
  return {};
}

}  // namespace

bool has_words(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\v\f") != std::string_view::npos;
}

Result<Document> parse_document(std::string_view line) {
  Result<Json> json = parse_object(line);
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
