// The lint of the knowledge tables: what one row alone cannot show.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "knowledge/tables.h"

namespace entente {

// All errors of the tables: those of single rows (`tables.errors`), keys that
// repeat, codes and ids that no row has, two holders of an office for one at a
// time, neighbours that are not mutual, and names that two states,
// organisations, groups or persons of a country share at one time and
// ambiguous.tsv does not declare.
std::vector<Error> check_tables(const KnowledgeTables& tables);

// The same from files; for `entente lexicon check`.
std::vector<Error> check_knowledge(const std::string& directory);

// The tables of an overlay with those of `directory` under it: every error that
// the rows of the overlay make.
std::vector<Error> check_knowledge_overlay(const std::string& directory,
                                           const std::string& overlay);

struct TableCount {
  std::string name;  // "leaders.tsv", "persons", "names"
  std::size_t count;
};
// Rows by table, and of leaders.tsv by office; for `entente lexicon stats`.
Result<std::vector<TableCount>> knowledge_stats(const std::string& directory);

}  // namespace entente
