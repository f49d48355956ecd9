// CAMEO, the older code book of the field: only for exports in its formats.
#pragma once

#include <string_view>

#include "record/event.h"

namespace entente {

struct CameoCode {
  std::string_view code;  // digits with their leading zeros, "042"
  std::string_view label;
};

// The nearest CAMEO code of an event type and its mode ("" or an unknown mode
// gives the code of the type).  Source: codebook section 3 for the roots, the
// CAMEO manual 1.1b3 (2012) for the codes below them.
CameoCode cameo_code(EventType type, std::string_view mode);

}  // namespace entente
