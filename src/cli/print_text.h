// The end of a command that makes one text: it goes to stdout, or the error to stderr.
#pragma once

#include <string>

#include "base/result.h"

namespace entente {

// Returns the exit code.
int print_text(const Result<std::string>& text);

}  // namespace entente
