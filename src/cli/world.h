// The facts of the tables in the form that the measures take.
#pragma once

#include <string>
#include <vector>

#include "alignment/answer.h"
#include "alignment/party.h"
#include "base/result.h"
#include "knowledge/knowledge.h"

namespace entente {

// The program's own tables.  Errors: those of the readers.
Result<Knowledge> open_tables();

// States with their capitals and all groups; `group_files` are tables of the
// user's own groups, laid over these.  Errors: those of the readers.
Result<World> make_world(const Knowledge& knowledge, const std::vector<std::string>& group_files);

// What the tables say of two states on a day: pacts, groups that both belong to.
OutsideFacts outside_facts(const Knowledge& knowledge, const std::string& a, const std::string& b,
                           Date day);

// The usual name of a state; the code where it has none.
std::string state_name(const Knowledge& knowledge, const std::string& code);

}  // namespace entente
