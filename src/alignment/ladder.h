// The ladder of an alliance: seven questions answered by dated sentences
// (docs/measures/ladder.md).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/answer.h"
#include "record/event.h"

namespace entente {

// An act between the two states, with the sentence that tells it.
struct LadderAct {
  EventType type = EventType::kAgree;
  EvidenceLine line;
};

class Ladder {
 public:
  // Reads data/alignment/ladder.tsv.  Errors: kBadFormat with file and line.
  static Result<Ladder> parse(std::string text, const std::string& path);

  // The rungs in order with the first and the latest act on each.
  std::vector<LadderRung> climb(std::span<const LadderAct> acts) const;
  // Whether a sentence on the last rung names a treaty of mutual defence.
  bool names_treaty(std::string_view sentence) const;

 private:
  struct Rung {
    int number;
    std::string stage, question;
    std::vector<EventType> types;
    std::vector<std::string> words, formal;
  };
  std::vector<Rung> rungs_;
};

// Whether `words` (lower case) stand in the text, in any case, as whole words and
// with no "no", "not", "never" or "without" among the three words before.
bool stands_in(std::string_view text, std::string_view words);

}  // namespace entente
