// Values of JSON objects that others wrote: what is absent, null or of another
// type than asked for is empty.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/json_object.h"

namespace entente {

// A string, or a number as it is written.
std::string text_of(const OrderedJson& object, const char* key);
// The strings of a list; a single string is a list of one.
std::vector<std::string> list_of(const OrderedJson& object, const char* key);
std::optional<double> number_of(const OrderedJson& object, const char* key);
// The objects of a list; a single object is a list of one.
std::vector<const OrderedJson*> objects_of(const OrderedJson& object, const char* key);
// nullptr when there is no object.
const OrderedJson* object_of(const OrderedJson& object, const char* key);

}  // namespace entente
