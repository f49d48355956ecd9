// What the JSON forms share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.h"

namespace entente {

void write_strings(JsonWriter& json, std::string_view name, const std::vector<std::string>& list);

// Null for NaN: a coordinate that is not known.
void write_degrees(JsonWriter& json, std::string_view name, double degrees);

}  // namespace entente
