// Where the program finds its data and its language model.
#pragma once

#include <string>

#include "base/result.h"

namespace entente {

// The folder with lexicon/, knowledge/ …: $ENTENTE_DATA, else data/ in the
// folder of the program or one above it (a checkout), else ../share/entente
// (installed).  Errors: kNotFound.
Result<std::string> find_data();

// The converted language model: $ENTENTE_MODEL, else what install put beside
// the data, else .cache/ of the checkout, else the user's cache folder.  The
// file need not exist: it is also where `entente model fetch` puts it.
std::string model_path(const std::string& data);

}  // namespace entente
