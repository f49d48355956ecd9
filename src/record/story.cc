#include "record/story.h"

namespace entente {

const char* to_string(CopyKind kind) {
  switch (kind) {
    case CopyKind::kIdentical:
      return "identical";
    case CopyKind::kEdited:
      return "edited";
    case CopyKind::kShortened:
      return "shortened";
  }
  return "";
}

}  // namespace entente
