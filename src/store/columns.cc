#include "store/columns.h"

#include <nlohmann/json.hpp>

namespace entente {

std::optional<Date> date_from_column(std::int64_t column) {
  return Date::make(static_cast<int>(column / 10000), static_cast<unsigned>(column / 100 % 100),
                    static_cast<unsigned>(column % 100));
}

std::optional<std::string> list_to_column(const std::vector<std::string>& list) {
  if (list.empty()) return std::nullopt;
  return nlohmann::json(list).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<std::string> list_from_column(std::string_view column) {
  std::vector<std::string> list;
  if (column.empty()) return list;
  const nlohmann::json json = nlohmann::json::parse(column, nullptr, false);
  if (!json.is_array()) return list;
  for (const nlohmann::json& item : json) {
    if (item.is_string()) list.push_back(item.get<std::string>());
  }
  return list;
}

}  // namespace entente
