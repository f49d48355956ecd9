// What `entente --version` says.
#pragma once

#include <string>

namespace entente {

std::string program_version();
// Language, name, version and checksum of the model; what to do when there is none.
std::string model_version();

// Program, language model and data, one a line.
std::string version_text();

}  // namespace entente
