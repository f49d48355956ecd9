// News agencies by the names that datelines and credits give them.
#pragma once

#include <string_view>

namespace entente {

// Whether `name` ("AFP", "Xinhua", "The Associated Press") is one that is
// known, whatever its case.
bool is_agency(std::string_view name);

}  // namespace entente
