// One resolved entity, as `entente resolve` answers.
#pragma once

#include <string>

#include "record/entity.h"

namespace entente {

// One line: the keys of an entity in an event record without its place, then
// "office" (that of the person, or null) and "row", the row of the tables that
// decided.
void append_entity_json(std::string& out, const Entity& entity);

// A few lines for a person's eyes.
void append_entity_text(std::string& out, const Entity& entity);

}  // namespace entente
