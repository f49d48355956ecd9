// The answer to "is a new alliance forming between A and B, and against whom?":
// ten parts, computed by alignment, written by view (docs/report.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "record/measure_rows.h"

namespace entente {

// One sentence that tells an act, as proof.
struct EvidenceLine {
  std::int64_t act = 0;
  std::string date;      // of the act, YYYY-MM-DD
  std::string what;      // "RUS → NATO: REQUEST/change (reported)"
  std::string sentence;  // as the report has it; empty for imported rows without text
  std::string document;  // the id of the report
  std::string outlet;    // empty: not known
  std::string rule;      // why it was coded so; empty for imported rows
  double score = 0;      // -10 (conflict) … +10 (cooperation)
  std::int64_t stories = 1;
};

// A number with its interval now, and the change against the window before.
struct Figure {
  std::string name;
  std::optional<double> value, low, high;
  std::int64_t stories = 0;  // behind `value`
  double effective = 0;      // the same, weighed by age: (sum w)^2 / sum w^2
  std::int64_t talk = 0;     // stories of talk, not part of `value`
  std::optional<double> before, change, change_low, change_high;
  std::int64_t stories_before = 0;
  double effective_before = 0;
  std::string trace;  // the filter that lists its events
};

struct LadderRung {
  int number = 0;
  std::string stage;  // early, moderate, advanced
  std::string question;
  std::int64_t acts = 0, outlets = 0;
  std::optional<EvidenceLine> first, latest;
};

struct TimelineMark {
  std::string date;
  std::string what;
};

struct TimelineChange {
  ChangeRow change;
  std::optional<EvidenceLine> moved_most;  // the weightiest act of its first period
};

struct SideRow {
  std::string state;
  std::string bloc;  // empty: too few stories
  std::optional<double> membership, tilt, tilt_low, tilt_high;
  std::int64_t stories = 0;
};

struct TargetRow {
  std::string party;
  // Acts of the first and the second against it, and demands on it.
  std::int64_t conflict_a = 0, conflict_b = 0, demands_a = 0, demands_b = 0;
  std::optional<double> lift_a, lift_b;
  std::vector<EvidenceLine> proof;  // at most one of each
};

struct SensitivityRow {
  std::string variant;  // "half-life 30 days", "without the outlet X", "weighed by intensity"
  std::optional<double> share;
};

struct ForecastRow {
  int months_ahead = 0;
  double low = 0, median = 0, high = 0;  // conflict stories of that month
};

struct Forecast {
  std::vector<ForecastRow> rows;
  std::int64_t tests = 0;  // past months forecast in the same way
  std::optional<double> crps, crps_no_change, coverage;
};

struct Verdict {
  std::string sentence;
  std::string direction;   // closer, more distant, no measurable change, not enough reports
  std::string kind;        // alignment, alliance-like, formal alliance
  std::string confidence;  // none, low, medium, high
  bool against = false;    // the group asked about
  bool fresh = false;      // "new": a change point in the window
  std::vector<std::string> reasons;  // the rules that decided, in words
};

struct Answer {
  // The question.
  std::string a, b, a_name, b_name, against;
  std::string from, to;                // of the current window
  std::string before_from, before_to;  // of the window before; empty: none
  double half_life_days = 0;

  Verdict verdict;                               // 1
  std::vector<Figure> figures;                   // 2: a-b, a-group, b-group, profile
  std::vector<LadderRung> ladder;                // 3
  std::vector<SeriesRow> timeline;               // 4
  std::vector<TimelineChange> changes;           // 4
  std::vector<TimelineMark> marks;               // 4
  std::optional<double> recent_change;           // 4: P(the share changed in the last 3 periods)
  Forecast forecast;                             // 4
  std::vector<SideRow> sides;                    // 5
  double frustrated_share = 0;                   // 5
  std::vector<TargetRow> targets;                // 6
  std::vector<EvidenceLine> for_it, against_it;  // 7
  std::vector<std::string> missing;              // 8
  std::vector<SensitivityRow> sensitivity;       // 8
  std::vector<std::string> outside;              // 9
  std::vector<std::string> trace;                // 10

  // The evidence as a whole.
  std::int64_t acts = 0, stories = 0, documents = 0, outlets = 0;
};

}  // namespace entente
