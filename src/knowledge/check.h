// The lint of the knowledge tables: what one row alone cannot show.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "knowledge/tables.h"

namespace entente {

// All errors of the tables: those of single rows (`tables.errors`), keys that
// repeat, codes and ids that no row has, two holders of an office for one at a
// time, neighbours that are not mutual, and names that two organisations or
// groups share at one time and ambiguous.tsv does not declare.
std::vector<Error> check_tables(const KnowledgeTables& tables);

// The same from files; for `entente lexicon check`.
std::vector<Error> check_knowledge(const std::string& directory);

struct TableCount {
  std::string name;  // "leaders.tsv", "persons", "names"
  std::size_t count;
};
// Rows by table, and of leaders.tsv by office; for `entente lexicon stats`.
Result<std::vector<TableCount>> knowledge_stats(const std::string& directory);

}  // namespace entente
