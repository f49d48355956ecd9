// Tables -> image.
#pragma once

#include <cstddef>
#include <vector>

#include "knowledge/tables.h"

namespace entente {

// The image of `tables`, the same bytes for the same rows.  Rows with errors
// are compiled as far as they go: check them first.  About a second for all of ours.
std::vector<std::byte> compile_image(const KnowledgeTables& tables);

}  // namespace entente
