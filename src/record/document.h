// One report as it came in.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"

namespace entente {

// `text` and `title` are valid UTF-8 and never changed after they were read;
// every span of every other record points into them.
struct Document {
  std::string id;
  std::string text;
  std::string title;         // empty: none
  std::optional<Date> date;  // publication
  std::string source;        // the outlet; empty: not known
  std::string url;
  std::string language;  // ISO 639-1; empty: not known
  std::string extra;     // unknown keys as one JSON object; empty: none
};

}  // namespace entente
