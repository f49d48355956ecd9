// JSON objects of one line, read with care: what came from outside is bounded
// in depth and checked for UTF-8, and no exception leaves.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace entente {

using OrderedJson = nlohmann::ordered_json;

// Errors (place: the byte in the line, where it is known): kBadFormat for
// invalid UTF-8, text that is no JSON object, nesting deeper than 100.
Result<OrderedJson> parse_json_object(std::string_view line);

// The same for any value.
Result<OrderedJson> parse_json(std::string_view text);

// Moves the string under `key` out of `json` into `value`; absent and null
// leave it empty.  Errors: kBadFormat for a value of another type.
Status take_string(OrderedJson& json, const char* key, std::string& value);

}  // namespace entente
