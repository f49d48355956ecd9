// The answer page: the question, the measures and the sentences put together.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "alignment/groups.h"
#include "alignment/ladder.h"
#include "alignment/party.h"
#include "alignment/vote_table.h"
#include "base/result.h"
#include "record/answer.h"
#include "record/dyadic_act.h"

namespace entente {

// What is asked.  `acts`: all acts with a or b as a party, whatever their class,
// status as the votes.
struct ReportQuestion {
  std::string a, b;  // alpha-3
  std::string a_name, b_name;
  std::string against;               // a group, a state, or several joined by commas
  std::int32_t first = 0, last = 0;  // days; all that counts lies within
  double half_life_days = 180;
  int draws = 1000;
  int bloc_draws = 200;
  std::span<const DyadicAct> acts;
};

// The sentences of acts: `document`, `outlet`, `sentence` and `rule` are filled, by id;
// acts without any are left out.
using EvidenceSource =
    std::function<Result<std::map<std::int64_t, EvidenceLine>>(std::span<const std::int64_t> acts)>;

// What other sources say, shown as not from this corpus.
struct OutsideFacts {
  std::vector<std::string> lines;
  std::vector<TimelineMark> marks;
};

// Errors: kUsage (one state twice, no state), kNotFound (a party that is none), those of
// `evidence`.
Result<Answer> answer_question(const World& world, const VoteTable& votes,
                               const ReportQuestion& question, const Ladder& ladder,
                               const EvidenceSource& evidence, const OutsideFacts& outside);

}  // namespace entente
