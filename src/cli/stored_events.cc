#include "cli/stored_events.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>
#include <string>

#include "cli/exit_code.h"
#include "cli/output.h"
#include "store/database.h"
#include "store/store_reader.h"

namespace entente {
namespace {

std::string names(const std::vector<Entity>& entities) {
  std::string text;
  for (const Entity& entity : entities) {
    if (!text.empty()) text += ", ";
    text += !entity.id.empty() ? entity.id : entity.text;
  }
  return text.empty() ? "?" : text;
}

// 2022-02-04  REQUEST/change  RUS, CHN > NATO  reported  seed#7  The Kremlin said …
void append_line(std::string& out, const EventRecord& record) {
  const Event& event = record.event;
  std::string type(record.has_type ? to_string(event.type) : "(no type)");
  if (!event.modes.empty()) type += fmt::format("/{}", fmt::join(event.modes, "+"));
  std::string quote = record.quote;
  for (char& c : quote) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  fmt::format_to(std::back_inserter(out), "{:<10}  {:<20}  {} > {}  {}  {}:{}  {}\n",
                 event.date ? event.date->to_string() : "?", type, names(event.actors),
                 names(event.recipients), to_string(event.status), record.origin, record.id, quote);
}

}  // namespace

int write_stored_events(const std::string& path, const Where& where,
                        std::optional<EventForm> form) {
  const Result<Database> database = Database::open(path, Access::kRead);
  if (!database) {
    print_error(database.error());
    return kFailed;
  }
  Result<StoreReader> reader = StoreReader::open(*database);
  if (!reader) {
    print_error(reader.error());
    return kFailed;
  }
  std::set<std::string> origins;
  Output output;
  if (form && !output.write(event_head(*form))) return kDone;
  std::string text;
  const Status read = reader->for_each_event(where, [&](const EventRecord& record) {
    text.clear();
    origins.insert(record.origin);
    if (form) {
      append_event(text, *form, record);
    } else {
      append_line(text, record);
    }
    return output.write(text);
  });
  const Status written = output.finish();
  if (form && origins.size() > 1) {
    print_message(fmt::format("these events are of several origins: {}; --origin chooses one",
                              fmt::join(origins, ", ")));
  }
  for (const Status* status : {&read, &written}) {
    if (*status) continue;
    print_error(status->error());
    return kFailed;
  }
  return kDone;
}

}  // namespace entente
