#include "alignment/vote_table.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace entente {
namespace {

// A unit without a story: the mark, then day, type and mode.
constexpr std::uint64_t kNoStory = std::uint64_t{1} << 63;
constexpr int kDayShift = 24;
constexpr int kTypeShift = 16;
constexpr std::uint64_t kModeMask = 0xffff;

auto key(const Vote& vote) { return std::tuple(vote.a, vote.b, vote.unit, vote.cls); }
bool in_order(const Vote& left, const Vote& right) { return key(left) < key(right); }

// Joins neighbours that are one vote.
void unite(std::vector<Vote>& votes) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < votes.size(); ++i) {
    if (kept > 0 && key(votes[kept - 1]) == key(votes[i])) {
      votes[kept - 1].day = std::min(votes[kept - 1].day, votes[i].day);
      votes[kept - 1].directions |= votes[i].directions;
    } else {
      votes[kept++] = votes[i];
    }
  }
  votes.resize(kept);
}

}  // namespace

std::uint64_t cluster_of(std::uint64_t unit) {
  return (unit & kNoStory) == 0 ? unit : unit >> kDayShift << kDayShift;
}

VoteTable::VoteTable(const World& world) {
  std::set<std::string> states;
  std::set<std::string> groups;
  for (const StatePlace& state : world.states) states.insert(state.code);
  for (const Membership& membership : world.memberships) {
    if (!states.contains(membership.group)) groups.insert(membership.group);
  }
  parties_.assign(states.begin(), states.end());
  state_count_ = parties_.size();
  parties_.insert(parties_.end(), groups.begin(), groups.end());
  for (std::size_t i = 0; i < parties_.size(); ++i) {
    index_.emplace(parties_[i], static_cast<PartyIndex>(i));
  }
  for (const OtherCode& other : world.other_codes) {
    if (const auto state = find(other.state)) index_.emplace(other.code, *state);
  }
}

std::optional<PartyIndex> VoteTable::find(std::string_view code) const {
  const auto found = index_.find(code);
  if (found == index_.end()) return std::nullopt;
  return found->second;
}

std::optional<PartyIndex> VoteTable::party_of(std::string_view code, std::string_view id) const {
  const auto state = find(code);
  return state || id.empty() ? state : find(id);
}

std::uint64_t VoteTable::unit_of(const DyadicAct& act) {
  if (act.story != 0) return static_cast<std::uint64_t>(act.story) & ~kNoStory;
  const auto mode = modes_.emplace(act.mode, modes_.size()).first->second & kModeMask;
  const auto day = static_cast<std::uint32_t>(act.date.epoch_day());
  return kNoStory | (std::uint64_t{day} << kDayShift) |
         (static_cast<std::uint64_t>(act.type) << kTypeShift) | mode;
}

bool VoteTable::add(const DyadicAct& act) {
  const auto cls = act_class(act.type, act.mode);
  if (!cls) return false;
  const auto actor = party_of(act.actor, act.actor_id);
  const auto recipient = party_of(act.recipient, act.recipient_id);
  if (!actor || !recipient || *actor == *recipient) return false;
  const bool first = *actor < *recipient;
  votes_.push_back({unit_of(act), act.date.epoch_day(), first ? *actor : *recipient,
                    first ? *recipient : *actor, *cls, first ? kFirstActs : kSecondActs});
  return true;
}

void VoteTable::seal() {
  const auto fresh = votes_.begin() + static_cast<std::ptrdiff_t>(sealed_);
  std::sort(fresh, votes_.end(), in_order);
  std::inplace_merge(votes_.begin(), fresh, votes_.end(), in_order);
  unite(votes_);
  sealed_ = votes_.size();
  find_story_days();
}

void VoteTable::find_story_days() {
  std::vector<std::pair<std::uint64_t, std::int32_t>> stories;
  stories.reserve(votes_.size());
  for (const Vote& vote : votes_) stories.emplace_back(vote.unit, vote.day);
  std::ranges::sort(stories);
  story_days_.clear();
  for (std::size_t i = 0; i < stories.size(); ++i) {
    if (i == 0 || stories[i].first != stories[i - 1].first)
      story_days_.push_back(stories[i].second);
  }
}

std::span<const Vote> VoteTable::of_pair(PartyIndex a, PartyIndex b) const {
  const auto pair = std::minmax(a, b);
  const auto found =
      std::ranges::equal_range(votes_, std::pair<PartyIndex, PartyIndex>(pair), {},
                               [](const Vote& vote) { return std::pair(vote.a, vote.b); });
  return {found.begin(), found.end()};
}

std::vector<std::span<const Vote>> VoteTable::of_party(PartyIndex party) const {
  std::vector<std::span<const Vote>> parts;
  for (std::size_t other = 0; other < parties_.size(); ++other) {
    const std::span<const Vote> part = of_pair(party, static_cast<PartyIndex>(other));
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

std::optional<std::int32_t> VoteTable::first_day() const {
  const auto first = std::ranges::min_element(votes_, {}, &Vote::day);
  if (first == votes_.end()) return std::nullopt;
  return first->day;
}

std::optional<std::int32_t> VoteTable::last_day() const {
  const auto last = std::ranges::max_element(votes_, {}, &Vote::day);
  if (last == votes_.end()) return std::nullopt;
  return last->day;
}

}  // namespace entente
