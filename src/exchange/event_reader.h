// Other people's event data, record by record, in bounded memory
// (docs/formats.md).  One thread at a time.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "exchange/actor_names.h"
#include "exchange/line_source.h"
#include "exchange/record_parser.h"
#include "record/event_record.h"

namespace entente {

enum class ImportForm : std::uint8_t { kPolecat, kIcews, kGdelt, kPlover, kJsonl };

std::optional<ImportForm> parse_import_form(std::string_view name);

class EventReader {
 public:
  // `names` must outlive it.  Errors: those of LineSource::open.
  static Result<EventReader> open(const std::string& path, ImportForm form, ActorNames& names);
  static Result<EventReader> from_memory(std::string bytes, ImportForm form, ActorNames& names);

  // The next record; nullopt at the end.  An error names one row that cannot
  // be read, with file and line, or a file whose head is wrong; the next call
  // goes on behind it.
  Result<std::optional<EventRecord>> next();

 private:
  struct Line {
    std::string text;
    Place place;
    bool first = false;  // of its file
  };

  EventReader(LineSource source, std::unique_ptr<RecordParser> parser)
      : source_(std::move(source)), parser_(std::move(parser)) {}

  Result<bool> next_line(Line& line);
  Result<bool> read_on(Line& line);

  LineSource source_;
  std::unique_ptr<RecordParser> parser_;
  Line line_;
  std::deque<Line> pending_;  // looked at while a quote was open
  bool skipping_file_ = false;
};

}  // namespace entente
