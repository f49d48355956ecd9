// A Where as the condition of an SQL statement.  For store/ only.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "store/sqlite.h"
#include "store/where.h"

namespace entente {

// `sql` speaks about a row `v` of events and `u` of runs; values from outside
// are bound and never part of it.
struct Filter {
  std::string sql;
  std::vector<std::variant<std::int64_t, std::string>> values;

  // Binds the values from the parameter `first` on.  The filter must live as
  // long as the statement runs.
  void bind(sqlite::Statement& statement, int first = 1) const;
};

Filter make_filter(const Where& where);

}  // namespace entente
