#include "exchange/record_json.h"

#include <cmath>

namespace entente {

void write_strings(JsonWriter& json, std::string_view name, const std::vector<std::string>& list) {
  json.key(name);
  json.begin_array();
  for (const std::string& item : list) json.string(item);
  json.end_array();
}

void write_degrees(JsonWriter& json, std::string_view name, double degrees) {
  json.key(name);
  if (std::isnan(degrees)) {
    json.null();
  } else {
    json.number(degrees);
  }
}

}  // namespace entente
