#include "exchange/event_form.h"

namespace entente {

std::optional<EventForm> parse_event_form(std::string_view name) {
  if (name == "jsonl") return EventForm::kJsonl;
  if (name == "csv") return EventForm::kCsv;
  if (name == "polecat") return EventForm::kPolecat;
  if (name == "icews") return EventForm::kIcews;
  if (name == "plover") return EventForm::kPlover;
  return std::nullopt;
}

std::string event_head(EventForm form) {
  switch (form) {
    case EventForm::kCsv:
      return csv_head();
    case EventForm::kPolecat:
      return polecat_head();
    case EventForm::kIcews:
      return icews_head();
    case EventForm::kJsonl:
    case EventForm::kPlover:
      return "";
  }
  return "";
}

void append_event(std::string& out, EventForm form, const EventRecord& record) {
  switch (form) {
    case EventForm::kJsonl:
      return append_event_json(out, record);
    case EventForm::kCsv:
      return append_event_csv(out, record);
    case EventForm::kPolecat:
      return append_event_polecat(out, record);
    case EventForm::kIcews:
      return append_event_icews(out, record);
    case EventForm::kPlover:
      return append_event_plover(out, record);
  }
}

}  // namespace entente
