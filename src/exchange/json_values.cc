#include "exchange/json_values.h"

#include <charconv>

namespace entente {

std::string text_of(const OrderedJson& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return "";
  if (found->is_string()) return found->get<std::string>();
  return found->is_number() ? found->dump() : "";
}

std::vector<std::string> list_of(const OrderedJson& object, const char* key) {
  std::vector<std::string> list;
  const auto found = object.find(key);
  if (found == object.end()) return list;
  if (found->is_string()) list.push_back(found->get<std::string>());
  if (!found->is_array()) return list;
  for (const OrderedJson& item : *found) {
    if (item.is_string()) list.push_back(item.get<std::string>());
  }
  return list;
}

std::optional<double> number_of(const OrderedJson& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return std::nullopt;
  if (found->is_number()) return found->get<double>();
  if (!found->is_string()) return std::nullopt;
  const auto& text = found->get_ref<const std::string&>();
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::vector<const OrderedJson*> objects_of(const OrderedJson& object, const char* key) {
  std::vector<const OrderedJson*> list;
  const auto found = object.find(key);
  if (found == object.end()) return list;
  if (found->is_object()) list.push_back(&*found);
  if (!found->is_array()) return list;
  for (const OrderedJson& item : *found) {
    if (item.is_object()) list.push_back(&item);
  }
  return list;
}

const OrderedJson* object_of(const OrderedJson& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_object() ? &*found : nullptr;
}

}  // namespace entente
