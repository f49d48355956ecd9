// Acts from a database for the measures, and the options that choose them.
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "alignment/answer.h"
#include "alignment/vote_table.h"
#include "base/result.h"

namespace entente {

struct ActOptions {
  std::string database;
  std::string origin;    // empty: every origin
  std::string from, to;  // YYYY-MM-DD; empty: no bound
  std::vector<std::string> groups;
  bool every_status = false;
};
void add_act_options(CLI::App& command, ActOptions& options);

struct StoredActs {
  VoteTable votes;
  std::vector<DyadicAct> kept;                 // those of the states asked for
  std::map<std::int64_t, EvidenceLine> lines;  // of `kept`, by act
};

// Reads the database once.  `states`: whose acts to keep with their sentences.
// Errors: kUsage for a date that is none, those of the store.
Result<StoredActs> load_acts(const ActOptions& options, const World& world,
                             const std::set<std::string>& states);

}  // namespace entente
