// The answer page for the terminal, as Markdown and as JSON (docs/report.md).
#pragma once

#include <string>

#include "record/answer.h"

namespace entente {

std::string answer_text(const Answer& answer);
std::string answer_markdown(const Answer& answer);
// One object, indented by nothing, with a line end; a missing figure is null.
std::string answer_json(const Answer& answer);

}  // namespace entente
