// The facts of the tables in the form that the measures take.
#pragma once

#include <string>
#include <vector>

#include "alignment/party.h"
#include "base/result.h"

namespace entente {

// States with their capitals and all groups; `group_files` are tables of the
// user's own groups, laid over these.  Errors: those of the readers.
Result<World> load_world(const std::vector<std::string>& group_files);

}  // namespace entente
