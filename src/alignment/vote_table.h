// Acts as votes of stories, in compact arrays: what every measure reads.
//
// One vote is one (story, unordered pair, class), however many sentences,
// copies or acts of the story tell it (docs/measures/votes.md).  Parties are
// numbers: states first, then organisations, each in the order of their codes.
// add() and seal() in one thread; a sealed table may be read by any number.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "alignment/act_class.h"
#include "alignment/party.h"
#include "record/dyadic_act.h"

namespace entente {

using PartyIndex = std::uint16_t;

struct Vote {
  std::uint64_t unit;  // the story; without one, the kind of act and its day
  std::int32_t day;    // the first day of the acts behind it, from 1970-01-01
  PartyIndex a, b;     // a < b
  ActClass cls;
  std::uint8_t directions;  // kFirstActs | kSecondActs
};
inline constexpr std::uint8_t kFirstActs = 1;   // a acted on b
inline constexpr std::uint8_t kSecondActs = 2;  // b acted on a

// What stands or falls together when stories are resampled: the story, or the
// day where the data has no stories.
std::uint64_t cluster_of(std::uint64_t unit);

class VoteTable {
 public:
  // Parties are the states and the groups of `world`; acts of others are left out.
  explicit VoteTable(const World& world);

  // Counts the act if it is between two known parties and of a class that counts;
  // says whether.  A row of an unknown party is no error.
  bool add(const DyadicAct& act);
  // Orders what was added since the last seal(); must be called before reading.
  // O(n log n) in what is new, O(n) in the rest.
  void seal();

  // Ordered by a, b, unit, class; each of these combinations once.
  const std::vector<Vote>& votes() const { return votes_; }
  // The votes of one pair, in any order of the two.  O(log n).
  std::span<const Vote> of_pair(PartyIndex a, PartyIndex b) const;
  // All votes with the party, one part a partner.  O(parties log n).
  std::vector<std::span<const Vote>> of_party(PartyIndex party) const;
  // The first day of every story, a day a story, in no order.
  const std::vector<std::int32_t>& story_days() const { return story_days_; }
  // Codes of the parties, states first.
  const std::vector<std::string>& parties() const { return parties_; }
  std::size_t state_count() const { return state_count_; }
  std::optional<PartyIndex> find(std::string_view code) const;
  // First and last day with a vote; nullopt when there is none.
  std::optional<std::int32_t> first_day() const;
  std::optional<std::int32_t> last_day() const;

 private:
  std::optional<PartyIndex> party_of(std::string_view code, std::string_view id) const;
  std::uint64_t unit_of(const DyadicAct& act);
  void find_story_days();

  std::vector<std::string> parties_;
  std::size_t state_count_ = 0;
  std::map<std::string, PartyIndex, std::less<>> index_;
  std::map<std::string, std::uint64_t, std::less<>> modes_;
  std::vector<Vote> votes_;
  std::vector<std::int32_t> story_days_;
  std::size_t sealed_ = 0;
};

}  // namespace entente
