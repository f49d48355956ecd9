#include "record/document.h"

namespace entente {

std::string_view to_string(AsideKind kind) {
  switch (kind) {
    case AsideKind::kDateline:
      return "dateline";
    case AsideKind::kByline:
      return "byline";
    case AsideKind::kCredit:
      return "credit";
    case AsideKind::kSource:
      return "source";
    case AsideKind::kNotice:
      return "notice";
  }
  return "";
}

}  // namespace entente
