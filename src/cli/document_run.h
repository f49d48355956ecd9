// Runs a job over all documents of the inputs, many threads at a time, in
// their order.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "base/result.h"
#include "ingest/document_source.h"
#include "record/document.h"

namespace entente {

// What a job gives for one document: text for standard output and, with
// --diagnostics, for that file.
struct DocumentText {
  std::string output;
  std::string diagnostics;
  std::string language;  // set when the document was passed over for its language
};

using DocumentJob = std::function<Result<DocumentText>(Document)>;

struct DocumentRun {
  std::size_t threads = 1;
  bool english_only = false;     // others are passed over and counted on standard error
  std::string head;              // written before the first document
  std::string diagnostics_path;  // empty: none
};

// Writes the texts in the order of the documents; names every failure on
// standard error and goes on.  The result is an ExitCode.
int run_documents(DocumentSource source, const DocumentRun& run, const DocumentJob& job);

}  // namespace entente
