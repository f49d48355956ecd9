// Event records: who did what to whom, when, where, on whose word, and
// whether it happened (codebook sections 1-5).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "record/entity.h"
#include "record/span.h"

namespace entente {

// X(enumerator, "NAME", quad class, score) - codebook sections 2 and 3.
#define ENTENTE_EVENT_TYPES(X)      \
  X(Agree, "AGREE", 1, 2.5)         \
  X(Consult, "CONSULT", 1, 2.5)     \
  X(Support, "SUPPORT", 1, 5.0)     \
  X(Concede, "CONCEDE", 1, 4.5)     \
  X(Cooperate, "COOPERATE", 2, 9.5) \
  X(Aid, "AID", 2, 10.0)            \
  X(Retreat, "RETREAT", 2, 6.5)     \
  X(Request, "REQUEST", 3, 0.0)     \
  X(Accuse, "ACCUSE", 3, -3.0)      \
  X(Reject, "REJECT", 3, -2.0)      \
  X(Threaten, "THREATEN", 3, -3.5)  \
  X(Protest, "PROTEST", 4, -5.0)    \
  X(Sanction, "SANCTION", 4, -6.0)  \
  X(Mobilize, "MOBILIZE", 4, -5.5)  \
  X(Coerce, "COERCE", 4, -7.0)      \
  X(Assault, "ASSAULT", 4, -9.0)

// X(enumerator, "name") - codebook section 5.
#define ENTENTE_STATUSES(X)       \
  X(Asserted, "asserted")         \
  X(Reported, "reported")         \
  X(Future, "future")             \
  X(Expected, "expected")         \
  X(Feared, "feared")             \
  X(Hypothetical, "hypothetical") \
  X(Negated, "negated")           \
  X(Denied, "denied")             \
  X(Historical, "historical")

enum class EventType : std::uint8_t {
#define ENTENTE_ENUMERATOR(name, text, quad, score) k##name,
  ENTENTE_EVENT_TYPES(ENTENTE_ENUMERATOR)
#undef ENTENTE_ENUMERATOR
};

enum class EventStatus : std::uint8_t {
#define ENTENTE_ENUMERATOR(name, text) k##name,
  ENTENTE_STATUSES(ENTENTE_ENUMERATOR)
#undef ENTENTE_ENUMERATOR
};

enum class Confidence : std::uint8_t { kHigh, kMedium, kLow };
enum class DateBasis : std::uint8_t { kText, kPublication, kInferred };

std::string_view to_string(EventType type);
std::string_view to_string(EventStatus status);
std::string_view to_string(Confidence confidence);
std::string_view to_string(DateBasis basis);
std::string_view to_string(DatePrecision precision);
std::optional<EventType> parse_event_type(std::string_view name);
std::optional<EventStatus> parse_event_status(std::string_view name);

// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
int quad_class(EventType type);
// -10 (conflict) … +10 (cooperation); the mode's own score where it has one.
double event_score(EventType type, std::string_view mode);
// Whether `mode` is one of the codebook's modes of `type`.
bool is_mode_of(EventType type, std::string_view mode);
// Only these enter a total unless asked for.
inline bool has_happened(EventStatus status) {
  return status == EventStatus::kAsserted || status == EventStatus::kReported;
}

// "three" 3..3, "dozens" 24..99, "at least 40" 40..no upper bound.
struct Quantity {
  std::int64_t min = 0;
  std::optional<std::int64_t> max;
  std::string text;
  Span span;
};

struct Location {
  std::string name;
  std::string country;  // alpha-3; empty for seas and regions of several states
  double lat = 0;
  double lon = 0;
  std::string kind;  // city, capital, state, region, sea, strait, site ...
  std::string text;
  Span span;
};

// One sentence that tells the act.
struct EventMention {
  Span sentence;
  Span trigger;  // the predicate word itself
};

struct Event {
  EventType type = EventType::kAgree;
  std::vector<std::string> modes;     // in the codebook's order
  std::vector<std::string> contexts;  // in the codebook's order
  EventStatus status = EventStatus::kAsserted;
  Confidence confidence = Confidence::kHigh;
  std::vector<Entity> attribution;  // outermost first
  std::vector<Entity> actors;       // in the order of their first appearance
  std::vector<Entity> recipients;
  std::optional<PartialDate> date;
  DatePrecision date_precision = DatePrecision::kUnknown;
  DateBasis date_basis = DateBasis::kInferred;
  std::optional<Span> date_span;
  std::optional<Location> location;
  std::optional<Quantity> dead, injured, arrested, size;
  EventMention evidence;
  bool refers_back = false;             // the trigger is a definite noun: "the attack"
  std::vector<std::string> topic;       // lemmas of its phrase, sorted: what merging compares
  std::string rule;                     // id of the lexicon entry or construction that fired
  std::vector<EventMention> mentions;   // the other places that tell it
  std::vector<std::string> derivation;  // for `explain`: the steps, outermost first
};

// A known trigger that gave no event, and why (`--diagnostics`, `explain`).
struct Rejection {
  Span sentence;
  Span trigger;
  std::string rule;
  std::string why;
};

}  // namespace entente
