#include "alignment/act_class.h"

namespace entente {

std::optional<ActClass> act_class(EventType type, std::string_view mode) {
  switch (type) {
    case EventType::kAgree:
      return mode == "meet" ? ActClass::kTalk : ActClass::kCooperation;
    case EventType::kConsult:
      return ActClass::kTalk;
    case EventType::kRequest:
      if (mode == "meet") return ActClass::kTalk;
      return std::nullopt;
    default:
      return quad_class(type) <= 2 ? ActClass::kCooperation : ActClass::kConflict;
  }
}

}  // namespace entente
