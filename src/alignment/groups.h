// Groups of states by dated membership: the West, NATO, BRICS, the user's own.
#pragma once

#include <string_view>
#include <vector>

#include "alignment/vote_table.h"
#include "base/result.h"

namespace entente {

// Who stands for one side of a question: members on a day.  An organisation
// stands for the group when more than half of its own members on that day do
// (NATO and the EU for the West), and for the group of its own name.
class Group {
 public:
  // `name`: a group of `world`, a state, or several of these joined by commas.
  // Errors: kNotFound, with the word that names nothing.
  static Result<Group> find(const World& world, const VoteTable& table, std::string_view name);

  bool contains(PartyIndex party, std::int32_t day) const;
  // The states that are members on any of the days, in order.
  std::vector<PartyIndex> states_between(std::int32_t first, std::int32_t last) const;

 private:
  struct Spell {
    std::int32_t first, last;
  };
  void add_organisations(const World& world, const VoteTable& table);

  std::vector<std::vector<Spell>> spells_;  // by party
  std::size_t state_count_ = 0;
};

}  // namespace entente
