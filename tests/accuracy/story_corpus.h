// A corpus of reports of which it is known which are copies and which tell one
// act: for measuring and for speed.  Same options, same corpus.
//
// Acts are told by stories in words of their own; each story is printed by
// outlets that cut, edit, correct and re-head it.  Around each act stand
// others that are easily taken for it: the same parties some days later, other
// parties on the same day, the same parties on the same day elsewhere.  The
// records have the faults of a coder: parties missing, a day off, a type of
// the same family, a wide place.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "base/result.h"
#include "record/act.h"
#include "record/document.h"

namespace entente {

struct GeneratedReport {
  Document document;
  int story = 0;
};

struct GeneratedTelling {
  Telling telling;  // document: the index of its report + 1; story: the true one + 1
  int act = 0;
};

struct GeneratedCorpus {
  std::vector<GeneratedReport> reports;  // in the order of their acts
  std::vector<GeneratedTelling> tellings;
};

class StoryCorpus {
 public:
  // Reads sentences.tsv and words.tsv of `folder`.
  static Result<StoryCorpus> load(const std::string& folder);
  // About seven reports an act.
  GeneratedCorpus generate(std::uint32_t seed, int acts) const;

 private:
  std::vector<std::pair<EventType, std::string>> sentences_;
  std::vector<std::pair<std::string, std::vector<std::string>>> states_;  // id, names
  std::vector<std::vector<std::string>> places_;                          // of states_
  std::vector<std::string> topics_, speakers_, outlets_;
  std::vector<std::vector<std::string>> filler_;  // opening subject verb object ending

  friend class CorpusWriter;
};

}  // namespace entente
