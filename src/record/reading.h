// Everything the stages have found in one document so far; what the event
// stage reads.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "record/analysis.h"
#include "record/document.h"
#include "record/entity.h"
#include "record/event.h"
#include "record/proposition.h"

namespace entente {

// "on Friday", "last month", "in September 2021", "two years ago".
struct TimeExpression {
  TokenRange tokens;
  std::optional<PartialDate> date;     // nullopt: seen but not resolvable (no publication date)
  DateBasis basis = DateBasis::kText;  // kPublication when it was resolved against publication
  bool duration_start = false;         // "since 2014": the start of a state, not the date of an act
};

// A phrase that names a place, resolved with confidence or not at all.
struct Toponym {
  TokenRange tokens;
  std::optional<Location> location;
};

struct SectionReading {
  Analysis analysis;
  Propositions propositions;
  std::vector<TimeExpression> times;
  std::vector<Toponym> places;
};

struct Reading {
  const Document* document = nullptr;
  std::vector<SectionReading> sections;  // the title first, when there is one
  std::vector<Mention> mentions;         // ordered by (section, token)

  const Mention* find_mention(Section section, std::uint32_t token) const;
  const SectionReading* find_section(Section section) const;
};

}  // namespace entente
