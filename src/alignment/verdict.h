// The verdict by fixed rules (docs/report.md): never free text, never one number.
#pragma once

#include "record/answer.h"

namespace entente {

// Reads the figures, ladder, changes and counts of `answer` and writes its
// verdict.  `leans_a`, `leans_b`: tilt of the two states between the group and
// each other, with the intervals; absent figures decide nothing.
struct Leaning {
  std::optional<double> tilt, high;
};
Verdict judge(const Answer& answer, bool treaty_reported, const Leaning& leans_a,
              const Leaning& leans_b);

// What the rules ask for; the counts are effective numbers of stories.
inline constexpr double kLeastStories = 10;     // fewer: no verdict
inline constexpr double kEnoughStories = 30;    // in both windows, to see a change
inline constexpr double kManyStories = 100;     // for high confidence
inline constexpr double kNewProbability = 0.9;  // of a change point
inline constexpr std::int64_t kTwoOutlets = 2;  // behind an advanced rung

}  // namespace entente
