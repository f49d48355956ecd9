// What an answer lacks, and how much it hangs on the choices made.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "alignment/question.h"
#include "alignment/question_acts.h"
#include "record/answer.h"

namespace entente {

// Plain sentences; `pair` are the lines of all acts between the two.
std::vector<std::string> find_gaps(const Answer& answer, std::span<const EvidenceLine> pair);

// The pair's share with a sixth and four times the half-life, weighed by the score of
// the acts, and without each of the three outlets that tell most.
std::vector<SensitivityRow> measure_sensitivity(const VoteTable& votes, const Question& question,
                                                std::span<const QuestionAct* const> pair,
                                                const std::map<std::int64_t, EvidenceLine>& lines,
                                                double half_life_days);

}  // namespace entente
