// An event as it enters or leaves the program: one self-contained record, ours
// or another coder's.  What the formats of the field are written from and read
// into, and what the database keeps of other people's data.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "record/event.h"

namespace entente {

// The origin of what this program coded itself.
inline constexpr std::string_view kOwnOrigin = "entente";

// What a record says of the report that it was found in.
struct ReportInfo {
  std::string id;  // of the report, or of the story in other people's data; empty: not known
  std::string title;
  std::optional<Date> published;
  std::string source;  // the outlet
  std::string url;
  std::string language;
  std::string extra;  // unknown keys of the report as one JSON object; empty: none
  // Named in the report, each once, in their order (POLECAT).
  std::vector<std::string> people, organisations, places;
};

// Lists of the same length are not meant where nothing says so; an empty
// string is a value that is not known.
struct EventRecord {
  std::string origin{kOwnOrigin};  // "entente", "icews", "polecat", "gdelt", "plover" ...
  std::string id;                  // unique within the origin
  ReportInfo report;

  // Spans are in Unicode code points, not in bytes.  Entities of other people's
  // data have no span, `text` is the name as given, `resolved_by` "import".
  Event event;
  // False: a statement or an appeal (CAMEO 01, 02), which PLOVER does not
  // count; event.type then means nothing.
  bool has_type = true;
  std::string cameo;            // CAMEO code as given, "0256"; only of imported events
  std::optional<double> score;  // as given; nullopt: event_score() of type and first mode
  std::string sentence_number;  // from 1, 0: the title; as given
  std::string trigger;          // the words at event.evidence.trigger
  std::string quote;            // the sentence
  std::vector<std::string> mention_quotes;  // the sentences of event.mentions

  // Imported: all fields of the source's record as one JSON object, in their
  // order and as they were written.  Empty: ours.
  std::string fields;

  // The first mode, which is the one that has a score; "" when there is none.
  std::string_view mode() const {
    return event.modes.empty() ? std::string_view() : std::string_view(event.modes.front());
  }
  double intensity() const { return score ? *score : event_score(event.type, mode()); }
};

}  // namespace entente
