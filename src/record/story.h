// Stories: near-copies of one report, one voice however many outlets print it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

// Who speaks in a report: the agency that the text names, else the outlet.
struct Voice {
  std::string name;     // "Reuters", "The Guardian"; empty: not known
  std::string country;  // alpha-3 of its seat; empty: not known
  bool agency = false;
  // Where it was named: dateline credit byline footer source url; empty: nowhere.
  std::string how;
  bool operator==(const Voice&) const = default;
};

enum class CopyKind : std::uint8_t {
  kIdentical,  // the same words, whatever the head line and the agency's marks
  kEdited,     // words changed, corrected, added
  kShortened,  // one is the beginning or a part of the other
};
const char* to_string(CopyKind kind);

// Why two documents are one story.
struct CopyLink {
  std::int64_t document = 0;  // the one that came later
  std::int64_t of = 0;
  CopyKind kind = CopyKind::kIdentical;
  double contained = 1;    // share of the shorter text's shingles that the longer has
  double resemblance = 1;  // shared shingles of all shingles of both (Jaccard)
};

struct Story {
  std::int64_t id = 0;                  // the smallest document that was ever in it
  std::vector<std::int64_t> documents;  // rows of the database, ascending
  Voice voice;                          // an agency, when any copy names one; else the first outlet
};

}  // namespace entente
