#include "cli/version.h"

#include <fmt/core.h>

namespace entente {

std::string version_text() { return fmt::format("entente {}", ENTENTE_VERSION); }

}  // namespace entente
