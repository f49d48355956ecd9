#include "ingest/json_object.h"

#include <fmt/core.h>

#include <optional>
#include <utility>

#include "base/utf8.h"

namespace entente {
namespace {

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

}  // namespace

Result<OrderedJson> parse_json(std::string_view line) {
  if (const auto byte = find_invalid_utf8(line)) {
    return bad("not valid UTF-8", *byte);
  }
  if (const auto byte = find_too_deep(line)) {
    return bad(fmt::format("nested deeper than {}", kMaxDepth), *byte);
  }
  try {
    return OrderedJson::parse(line);
  } catch (const OrderedJson::parse_error& error) {
    const std::size_t byte = error.byte == 0 ? 0 : error.byte - 1;
    return bad(byte >= line.size() ? "not JSON: the line breaks off"
                                   : "not JSON: this is not expected here",
               byte);
  } catch (const OrderedJson::exception& error) {  // a number that no double holds
    return bad(fmt::format("not JSON: {}", error.what()));
  }
}

Result<OrderedJson> parse_json_object(std::string_view line) {
  Result<OrderedJson> json = parse_json(line);
  if (json && !json->is_object()) return bad("this must be a JSON object");
  return json;
}

Status take_string(OrderedJson& json, const char* key, std::string& value) {
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

}  // namespace entente
