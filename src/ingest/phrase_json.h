// Questions to `entente resolve -`: one phrase a line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"

namespace entente {

struct PhraseQuestion {
  std::string phrase;
  std::string context;       // empty: none
  std::optional<Date> date;  // of the phrase
};

// Reads {"phrase", "context"?, "date"?}; a line that does not start with '{'
// is the phrase itself.  Errors: kBadFormat.
Result<PhraseQuestion> parse_phrase_question(std::string_view line);

}  // namespace entente
