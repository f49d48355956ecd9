// Idea: a group is a list of spells for every party.  States take theirs from the
// tables; an organisation gets a spell for every stretch of days, between two
// changes of membership, in which its members are mostly the group's.  Example:
// NATO stands for the West from its first day.  Wrong case: an organisation
// whose members the tables do not know stands for nobody.
#include "alignment/groups.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace entente {
namespace {

std::vector<std::string_view> words_of(std::string_view list) {
  std::vector<std::string_view> words;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    if (comma > 0) words.push_back(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return words;
}

// The days on which somebody enters or has left.
std::set<std::int32_t> changes(const std::vector<const Membership*>& members) {
  std::set<std::int32_t> days{Membership::kAlways};
  for (const Membership* member : members) {
    days.insert(member->first);
    if (member->last != Membership::kOpen) days.insert(member->last + 1);
  }
  return days;
}

}  // namespace

Result<Group> Group::find(const World& world, const VoteTable& table, std::string_view name) {
  Group group;
  group.spells_.resize(table.parties().size());
  group.state_count_ = table.state_count();
  const auto words = words_of(name);
  if (words.empty()) return fail(ErrorCode::kNotFound, "a group or state must be named");
  for (const std::string_view word : words) {
    const auto party = table.find(word);
    if (!party) {
      return fail(ErrorCode::kNotFound,
                  "\"" + std::string(word) + "\" is neither a state (alpha-3) nor a group");
    }
    group.spells_[*party].push_back({Membership::kAlways, Membership::kOpen});
    for (const Membership& membership : world.memberships) {
      if (membership.group != word) continue;
      const auto member = table.find(membership.member);
      if (member) group.spells_[*member].push_back({membership.first, membership.last});
    }
  }
  group.add_organisations(world, table);
  return group;
}

void Group::add_organisations(const World& world, const VoteTable& table) {
  std::map<std::string_view, std::vector<const Membership*>> organisations;
  for (const Membership& membership : world.memberships) {
    organisations[membership.group].push_back(&membership);
  }
  for (const auto& [name, members] : organisations) {
    const auto party = table.find(name);
    if (!party || *party < state_count_ || !spells_[*party].empty()) continue;
    const std::set<std::int32_t> days = changes(members);
    for (auto day = days.begin(); day != days.end(); ++day) {
      std::set<std::string_view> all;
      std::set<std::string_view> ours;
      for (const Membership* member : members) {
        if (member->first > *day || member->last < *day) continue;
        const auto state = table.find(member->member);
        if (!state || *state >= state_count_) continue;
        all.insert(member->member);
        if (contains(*state, *day)) ours.insert(member->member);
      }
      if (2 * ours.size() <= all.size()) continue;
      const auto next = std::next(day);
      spells_[*party].push_back({*day, next == days.end() ? Membership::kOpen : *next - 1});
    }
  }
}

bool Group::contains(PartyIndex party, std::int32_t day) const {
  return std::ranges::any_of(spells_[party], [day](const Spell& spell) {
    return spell.first <= day && day <= spell.last;
  });
}

std::vector<PartyIndex> Group::states_between(std::int32_t first, std::int32_t last) const {
  std::vector<PartyIndex> states;
  for (std::size_t i = 0; i < state_count_; ++i) {
    if (std::ranges::any_of(spells_[i], [&](const Spell& spell) {
          return spell.first <= last && spell.last >= first;
        })) {
      states.push_back(static_cast<PartyIndex>(i));
    }
  }
  return states;
}

}  // namespace entente
