// Whom a phrase names, as `entente resolve` answers.
#pragma once

#include <span>
#include <string>

#include "record/entity.h"

namespace entente {

// One line for all entities of a phrase (one at least): the keys of an entity in
// an event record without its place, then "office" (that of the person, or null)
// and "row", the row of the tables that decided.  The second and later ones
// ("Russia and China") stand in the list "others", which is left out when empty.
void append_entities_json(std::string& out, std::span<const Entity> entities);

// A few lines for a person's eyes.
void append_entities_text(std::string& out, std::span<const Entity> entities);

}  // namespace entente
