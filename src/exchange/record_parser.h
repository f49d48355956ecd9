// One reader a format: a line of a file -> an EventRecord.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "exchange/actor_names.h"
#include "record/event_record.h"

namespace entente {

class RecordParser {
 public:
  virtual ~RecordParser() = default;

  // The first line of a file.  True: it is a head and no record.  Errors
  // (kBadFormat): nothing of this file can be read.
  virtual Result<bool> start_file(std::string_view line) = 0;
  // Whether the record ends with this line; false inside a quoted cell.
  virtual bool is_whole(std::string_view line) const = 0;
  // Errors (kBadFormat): what is wrong with the line.  REQUIRES: valid UTF-8.
  virtual Status read(std::string_view line, EventRecord& record) = 0;
};

// Each keeps a reference to `names`.
std::unique_ptr<RecordParser> make_icews_parser(ActorNames& names);
std::unique_ptr<RecordParser> make_polecat_parser(ActorNames& names);
std::unique_ptr<RecordParser> make_gdelt_parser(ActorNames& names);
std::unique_ptr<RecordParser> make_plover_parser(ActorNames& names);
std::unique_ptr<RecordParser> make_jsonl_parser();

}  // namespace entente
