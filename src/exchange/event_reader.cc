// A record is a line, or several when a line end stands in a quoted cell.  A
// quote that nothing closes within kMaxRecordLines is a character like any
// other: the lines behind it are read as records of their own.
#include "exchange/event_reader.h"

#include <utility>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::size_t kMaxRecordLines = 16;

std::unique_ptr<RecordParser> make_parser(ImportForm form, ActorNames& names) {
  switch (form) {
    case ImportForm::kPolecat:
      return make_polecat_parser(names);
    case ImportForm::kIcews:
      return make_icews_parser(names);
    case ImportForm::kGdelt:
      return make_gdelt_parser(names);
    case ImportForm::kPlover:
      return make_plover_parser(names);
    case ImportForm::kJsonl:
      return make_jsonl_parser();
  }
  return make_jsonl_parser();
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::unexpected<Error> at(Error error, const Place& place) {
  error.place.file = place.file;
  error.place.line = place.line;
  return std::unexpected(std::move(error));
}

}  // namespace

std::optional<ImportForm> parse_import_form(std::string_view name) {
  if (name == "polecat") return ImportForm::kPolecat;
  if (name == "icews") return ImportForm::kIcews;
  if (name == "gdelt") return ImportForm::kGdelt;
  if (name == "plover") return ImportForm::kPlover;
  if (name == "jsonl") return ImportForm::kJsonl;
  return std::nullopt;
}

Result<EventReader> EventReader::open(const std::string& path, ImportForm form, ActorNames& names) {
  Result<LineSource> source = LineSource::open(path);
  if (!source) return std::unexpected(source.error());
  return EventReader(std::move(*source), make_parser(form, names));
}

Result<EventReader> EventReader::from_memory(std::string bytes, ImportForm form,
                                             ActorNames& names) {
  Result<LineSource> source = LineSource::from_memory(std::move(bytes), "memory");
  if (!source) return std::unexpected(source.error());
  return EventReader(std::move(*source), make_parser(form, names));
}

Result<bool> EventReader::next_line(Line& line) {
  if (!pending_.empty()) {
    line = std::move(pending_.front());
    pending_.pop_front();
    return true;
  }
  std::string_view text;
  const Result<bool> more = source_.next(text);
  if (!more || !*more) return more;
  line.text.assign(text);
  line.place = source_.place();
  line.first = source_.at_file_start();
  return true;
}

// Appends the lines that belong to the record; false when no quote closes.
Result<bool> EventReader::read_on(Line& line) {
  std::deque<Line> read;
  std::string whole = line.text;
  while (!parser_->is_whole(whole)) {
    Line more;
    const Result<bool> found = next_line(more);
    const bool ends = found && (!*found || more.first);
    if (found && *found) read.push_back(std::move(more));
    if (!found || ends || read.size() == kMaxRecordLines) {
      pending_.insert(pending_.begin(), std::make_move_iterator(read.begin()),
                      std::make_move_iterator(read.end()));
      if (!found) return std::unexpected(found.error());
      return false;
    }
    whole += '\n';
    whole += read.back().text;
  }
  line.text = std::move(whole);
  return true;
}

Result<std::optional<EventRecord>> EventReader::next() {
  for (;;) {
    const Result<bool> more = next_line(line_);
    if (!more) return std::unexpected(more.error());
    if (!*more) return std::optional<EventRecord>();
    if (line_.first) skipping_file_ = false;
    if (skipping_file_ || is_blank(line_.text)) continue;
    if (const auto byte = find_invalid_utf8(line_.text)) {
      return at({ErrorCode::kBadFormat, "not valid UTF-8", {"", 0, *byte}}, line_.place);
    }
    if (line_.first) {
      const Result<bool> head = parser_->start_file(line_.text);
      if (!head) {
        skipping_file_ = true;
        return at(head.error(), line_.place);
      }
      if (*head) continue;
    }
    if (!parser_->is_whole(line_.text)) {
      if (const Result<bool> whole = read_on(line_); !whole) return std::unexpected(whole.error());
      if (const auto byte = find_invalid_utf8(line_.text)) {
        return at({ErrorCode::kBadFormat, "not valid UTF-8", {"", 0, *byte}}, line_.place);
      }
    }
    EventRecord record;
    if (const Status read = parser_->read(line_.text, record); !read) {
      return at(read.error(), line_.place);
    }
    return std::optional(std::move(record));
  }
}

}  // namespace entente
