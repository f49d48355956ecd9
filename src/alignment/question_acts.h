// The acts of a question: which are between the two, which are towards others, and
// which of them to show.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "alignment/act_class.h"
#include "alignment/groups.h"
#include "alignment/vote_table.h"
#include "record/answer.h"
#include "record/dyadic_act.h"

namespace entente {

// One act with all that the rows of its id say; `actors` and `recipients` are
// parties, or codes that are none.
struct QuestionAct {
  std::int64_t id = 0;
  Date date;
  EventType type = EventType::kAgree;
  std::string mode;
  EventStatus status = EventStatus::kAsserted;
  std::int64_t story = 0;
  std::uint32_t stories = 1;
  std::vector<std::string> actors, recipients;  // each once, sorted

  std::optional<ActClass> cls() const { return act_class(type, mode); }
  // A demand on somebody: counted by no measure, but it says who is against whom.
  bool is_demand() const {
    return type == EventType::kRequest && (mode == "change" || mode == "yield");
  }
  bool has_actor(std::string_view party) const;
  bool has_recipient(std::string_view party) const;
  double score() const { return event_score(type, mode); }
  // "RUS, CHN → NATO: REQUEST/change".
  std::string words() const;
};

// The rows within the days, one act an id, in order of date and id.
std::vector<QuestionAct> join_rows(std::span<const DyadicAct> rows, const VoteTable& votes,
                                   std::int32_t first, std::int32_t last);

// Whether one of the two acted on the other.
bool is_between(const QuestionAct& act, const std::string& a, const std::string& b);

// The `count` acts with the greatest (or least) score, the latest first among equals.
enum class Pick : std::uint8_t { kMostCooperative, kMostConflictual };
std::vector<const QuestionAct*> strongest(std::vector<const QuestionAct*> acts, Pick pick,
                                          std::size_t count);

}  // namespace entente
