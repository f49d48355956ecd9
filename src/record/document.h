// One report as it came in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "record/byte_map.h"
#include "record/span.h"

namespace entente {

// Where a document stood in what was received.
struct Origin {
  std::string file;            // the path as named, "standard input"; behind it ":" and the
                               // member of an archive, as messages name it
  std::uint64_t line = 0;      // of the record, from 1; 0 where lines mean nothing
  std::uint64_t offset = 0;    // byte of the file or member at which the record starts
  std::string charset;         // that the bytes were converted from; empty: UTF-8
  std::optional<ByteMap> map;  // bytes of `text` -> bytes of the record, from `offset`;
                               // nullopt for JSON, whose strings are the text as received
};

// What a part of the text is that tells nothing of the report itself.
enum class AsideKind : std::uint8_t {
  kDateline,  // "BEIJING, Feb 4 (Xinhua) --"
  kByline,    // "By Jane Doe"
  kCredit,    // "© Jane Doe / Agency", "Photo: …"
  kSource,    // "Source: Agency", "(Reporting by …; editing by …)"
  kNotice,    // "All rights reserved.", "Sign up for our newsletter"
};

std::string_view to_string(AsideKind kind);

struct Aside {
  Span span;
  AsideKind kind = AsideKind::kNotice;
  bool operator==(const Aside&) const = default;
};

// The head of an agency report, taken apart.
struct Dateline {
  Span span;                // all of it, the dash included
  Span place;               // "BEIJING"
  std::string agency;       // "Xinhua"; empty: not named
  std::optional<Date> day;  // its year from the publication date, where it names none
};

// `text` and `title` are valid UTF-8 and never changed after they were read;
// every span of every other record points into them.
struct Document {
  std::string id;
  std::string text;
  std::string title;         // empty: none
  std::optional<Date> date;  // publication
  std::string source;        // the outlet; empty: not known
  std::string url;
  std::string language;  // ISO 639-1, as told or as recognised; empty: not known
  std::string extra;     // unknown keys as one JSON object; empty: none
  Origin origin;
  std::vector<Aside> asides;  // in order, no overlap; never coded
  std::optional<Dateline> dateline;
};

}  // namespace entente
