// Where the program finds its data and its language model.
#pragma once

#include <string>

#include "base/result.h"

namespace entente {

// The folder with lexicon/, knowledge/ …: $ENTENTE_DATA, else data/ in the
// folder of the program or one above it (a checkout), else ../share/entente
// (installed).  Errors: kNotFound.
Result<std::string> find_data();

// Where the converted language model is, or `entente model fetch` puts it:
// $ENTENTE_MODEL, else the folder of what is made from the data (below), else,
// when that is not ours to write, the user's cache folder.
std::string model_path(const std::string& data);

// The compiled knowledge beside the program (a build folder) or in the folder
// of what is made from the data; "" when it is in neither.
std::string knowledge_image_path(const std::string& data);

}  // namespace entente
