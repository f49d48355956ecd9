// The forms in which event records leave the program: JSON Lines of our own,
// CSV, and the formats of POLECAT, ICEWS and PLOVER (docs/formats.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "record/coded_document.h"
#include "view/span_map.h"

namespace entente {

enum class EventForm : std::uint8_t { kJsonl, kCsv, kPolecat, kIcews, kPlover };

std::optional<EventForm> parse_event_form(std::string_view name);

// One event with all that a form may say about it.
struct EventContext {
  const CodedDocument& coded;
  const SpanMap& spans;
  const Event& event;
  std::size_t number;  // of the event in the document, from 1
  // The first mode, which is the one that has a score; "" when there is none.
  std::string_view mode() const {
    return event.modes.empty() ? std::string_view() : std::string_view(event.modes.front());
  }
};

// The id of the record: the document's id, '#', the number of the event.
std::string event_id(const EventContext& context);

// The head line of `form` with its line end; "" for the forms of JSON Lines.
std::string event_head(EventForm form);

// Appends the event: one line, in ICEWS' form one line a pair of actors.
void append_event(std::string& out, EventForm form, const EventContext& context);

// The writers of the single forms, each appending whole lines.
void append_event_csv(std::string& out, const EventContext& context);
void append_event_polecat(std::string& out, const EventContext& context);
void append_event_icews(std::string& out, const EventContext& context);
void append_event_plover(std::string& out, const EventContext& context);

std::string csv_head();
std::string polecat_head();
std::string icews_head();

}  // namespace entente
