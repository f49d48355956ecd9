// Case files of propositions: texts and what must be read from them.
//
//   # a comment
//   text Guinea was accused by Mali of hiding the ship.
//     accuse(subject:Mali, object:Guinea) past passive
//   title Togo to visit Benin
//     ...
//
// "\n" in a text stands for a line end.  Expectations are indented lines in the
// form of testing/expectation.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/span.h"

namespace entente::testing {

struct PropositionCase {
  std::uint32_t line = 0;  // of the text
  Section section = Section::kText;
  std::string text;
  std::vector<std::string> expected;
};

// Errors: kBadFormat for a line of no kind, an expectation before a text, a text without any.
Result<std::vector<PropositionCase>> parse_case_file(std::string_view content,
                                                     const std::string& path);

}  // namespace entente::testing
