#include "record/event.h"

#include <algorithm>
#include <cstddef>

namespace entente {
namespace {

struct TypeRow {
  std::string_view name;
  int quad;
  double score;
};

constexpr std::array kTypes = {
#define ENTENTE_ROW(name, text, quad, score) TypeRow{text, quad, score},
    ENTENTE_EVENT_TYPES(ENTENTE_ROW)
#undef ENTENTE_ROW
};

constexpr std::array kStatuses = {
#define ENTENTE_ROW(name, text) std::string_view(text),
    ENTENTE_STATUSES(ENTENTE_ROW)
#undef ENTENTE_ROW
};

struct ModeRow {
  EventType type;
  std::string_view mode;
  double score;
};

// Codebook sections 2 and 3.
constexpr ModeRow kModes[] = {
    {EventType::kConsult, "visit", 4},
    {EventType::kConsult, "third-party", 1},
    {EventType::kConsult, "multilateral", 4},
    {EventType::kConsult, "phone", 1.5},
    {EventType::kRetreat, "withdraw", 8},
    {EventType::kRetreat, "release", 6.5},
    {EventType::kRetreat, "disarm", 10},
    {EventType::kRetreat, "ceasefire", 7.5},
    {EventType::kRetreat, "access", 6.5},
    {EventType::kRetreat, "resign", 4.5},
    {EventType::kRequest, "assist", 0.5},
    {EventType::kRequest, "change", -1},
    {EventType::kRequest, "yield", -1},
    {EventType::kRequest, "meet", 0},
    {EventType::kAccuse, "disapprove", -2},
    {EventType::kAccuse, "investigate", -3.5},
    {EventType::kAccuse, "allege", -3.5},
    {EventType::kReject, "assist", -1.5},
    {EventType::kReject, "change", -2},
    {EventType::kReject, "yield", -2},
    {EventType::kReject, "meet", -2},
    {EventType::kThreaten, "restrict", -3},
    {EventType::kThreaten, "arrest", -3.5},
    {EventType::kThreaten, "relations", -3.5},
    {EventType::kThreaten, "expel", -3.5},
    {EventType::kThreaten, "territory", -4},
    {EventType::kThreaten, "violence", -3.5},
    {EventType::kProtest, "demo", -5},
    {EventType::kProtest, "riot", -7},
    {EventType::kProtest, "strike", -5},
    {EventType::kProtest, "hunger", -4.5},
    {EventType::kProtest, "boycott", -4.5},
    {EventType::kProtest, "obstruct", -4.5},
    {EventType::kProtest, "vandalize", -5},
    {EventType::kSanction, "convict", -6},
    {EventType::kSanction, "expel", -5.5},
    {EventType::kSanction, "withdraw", -6},
    {EventType::kSanction, "discontinue", -6},
    {EventType::kMobilize, "troops", -6.5},
    {EventType::kMobilize, "weapons", -6.5},
    {EventType::kMobilize, "police", -5.5},
    {EventType::kMobilize, "militia", -6},
    {EventType::kCoerce, "seize", -7},
    {EventType::kCoerce, "restrict", -7},
    {EventType::kCoerce, "censor", -6.5},
    {EventType::kCoerce, "curfew", -6.5},
    {EventType::kCoerce, "martial-law", -7.5},
    {EventType::kCoerce, "arrest", -7},
    {EventType::kCoerce, "deport", -7},
    {EventType::kCoerce, "withhold", -7},
    {EventType::kCoerce, "misinformation", -6.5},
    {EventType::kCoerce, "cyber", -7},
    {EventType::kAssault, "abduct", -8.5},
    {EventType::kAssault, "beat", -7.5},
    {EventType::kAssault, "torture", -8.5},
    {EventType::kAssault, "sexual", -8.5},
    {EventType::kAssault, "targeted", -9.5},
    {EventType::kAssault, "destroy", -8.5},
    {EventType::kAssault, "primitive", -8},
    {EventType::kAssault, "firearms", -9},
    {EventType::kAssault, "explosives", -9},
    {EventType::kAssault, "suicide-attack", -9.5},
    {EventType::kAssault, "aerial", -9.5},
    {EventType::kAssault, "drone", -9.5},
    {EventType::kAssault, "heavy-weapons", -9.5},
    {EventType::kAssault, "crowd-control", -7.5},
    {EventType::kAssault, "unconventional", -10},
};

const TypeRow& row(EventType type) { return kTypes[static_cast<std::size_t>(type)]; }

const ModeRow* find_mode(EventType type, std::string_view mode) {
  const auto* found = std::find_if(std::begin(kModes), std::end(kModes), [&](const ModeRow& m) {
    return m.type == type && m.mode == mode;
  });
  return found == std::end(kModes) ? nullptr : found;
}

}  // namespace

std::string_view to_string(EventType type) { return row(type).name; }
std::string_view to_string(EventStatus status) {
  return kStatuses[static_cast<std::size_t>(status)];
}

std::string_view to_string(Confidence confidence) {
  constexpr std::string_view kNames[] = {"high", "medium", "low"};
  return kNames[static_cast<std::size_t>(confidence)];
}

std::string_view to_string(DateBasis basis) {
  constexpr std::string_view kNames[] = {"text", "publication", "inferred"};
  return kNames[static_cast<std::size_t>(basis)];
}

std::string_view to_string(DatePrecision precision) {
  constexpr std::string_view kNames[] = {"day", "month", "year", "unknown"};
  return kNames[static_cast<std::size_t>(precision)];
}

std::optional<EventType> parse_event_type(std::string_view name) {
  for (std::size_t i = 0; i < kTypes.size(); ++i) {
    if (kTypes[i].name == name) return static_cast<EventType>(i);
  }
  return std::nullopt;
}

std::optional<EventStatus> parse_event_status(std::string_view name) {
  for (std::size_t i = 0; i < kStatuses.size(); ++i) {
    if (kStatuses[i] == name) return static_cast<EventStatus>(i);
  }
  return std::nullopt;
}

int quad_class(EventType type) { return row(type).quad; }

double event_score(EventType type, std::string_view mode) {
  const ModeRow* found = find_mode(type, mode);
  return found ? found->score : row(type).score;
}

bool is_mode_of(EventType type, std::string_view mode) { return find_mode(type, mode) != nullptr; }

}  // namespace entente
