// Who speaks in a report: an agency that its text names, or its outlet.
//
// Immutable after loading; any number of threads.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "record/document.h"
#include "record/story.h"

namespace entente {

class VoiceTable {
 public:
  // Reads `lexicon`/outlets.tsv.  Errors: of read_file and TsvTable.
  static Result<VoiceTable> load(const std::string& lexicon);
  VoiceTable(VoiceTable&&) noexcept;
  VoiceTable& operator=(VoiceTable&&) noexcept;
  ~VoiceTable();

  // An agency named in the dateline "(Reuters) -", the credit line or byline,
  // or a footer ("Source: AFP"); else the outlet by `source`, else by the host
  // of `url`.  Linear in the first and last 300 bytes of the text.
  Voice find_voice(const Document& document) const;

 private:
  VoiceTable();
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace entente
