// What `entente --version` says.
#pragma once

#include <string>

namespace entente {

// Program, language model and data, one a line.
std::string version_text();

}  // namespace entente
