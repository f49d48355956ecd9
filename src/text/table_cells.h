// Cells of flat tables: lists joined, missing values, quoting.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/entity.h"
#include "record/event.h"

namespace entente {

// The part of every entity that `get` names, joined by `separator`; an empty
// part is left out.
std::string join_entities(const std::vector<Entity>& entities, std::string_view separator,
                          const std::function<std::string(const Entity&)>& get);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

// The cells of one line, tab separated; tabs and line ends inside a cell become blanks.
std::string tab_line(const std::vector<std::string>& cells);
// The cells of one line as RFC 4180 says, with LF as the line end.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace entente
