// Event records as JSON, one line an event: the form that other programs read
// (docs/events.md lists every field).  Same record, same bytes.
#pragma once

#include <string>

#include "base/json_writer.h"
#include "record/coded_document.h"
#include "record/entity.h"
#include "view/event_form.h"
#include "view/span_map.h"

namespace entente {

// Appends the event as one line.
void append_event_json(std::string& out, const EventContext& context);

// The entity object of an event record.
void write_entity(JsonWriter& json, const Entity& entity, const SpanMap& spans);

// One line a document: the triggers that gave no event, and why.
void append_diagnostics_json(std::string& out, const CodedDocument& coded, const SpanMap& spans);

}  // namespace entente
