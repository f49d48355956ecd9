// The forms in which event records leave the program: JSON Lines of our own,
// CSV, and the formats of POLECAT, ICEWS and PLOVER (docs/formats.md).
//
// A record that came from one of these formats leaves in the same format with
// the very fields that it came with; in another format, with what we
// understand of it.  Free for any number of threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "record/event_record.h"

namespace entente {

enum class EventForm : std::uint8_t { kJsonl, kCsv, kPolecat, kIcews, kPlover };

std::optional<EventForm> parse_event_form(std::string_view name);

// The head line of `form` with its line end; "" for the forms of JSON Lines.
std::string event_head(EventForm form);

// Appends the event: one line, in ICEWS' form one line a pair of actors.
void append_event(std::string& out, EventForm form, const EventRecord& record);

// The writers of the single forms, each appending whole lines.
void append_event_json(std::string& out, const EventRecord& record);
void append_event_csv(std::string& out, const EventRecord& record);
void append_event_polecat(std::string& out, const EventRecord& record);
void append_event_icews(std::string& out, const EventRecord& record);
void append_event_plover(std::string& out, const EventRecord& record);

std::string csv_head();
std::string polecat_head();
std::string icews_head();

}  // namespace entente
