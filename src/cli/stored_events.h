// Events of a database on standard output, for the commands events and export.
#pragma once

#include <optional>
#include <string>

#include "exchange/event_form.h"
#include "store/where.h"

namespace entente {

// Writes the events that `where` means in `form`, without a form as lines for
// reading.  The result is an ExitCode.
int write_stored_events(const std::string& database, const Where& where,
                        std::optional<EventForm> form);

}  // namespace entente
