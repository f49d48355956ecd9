// Reports in, coded and stored: reading, coding and the database joined.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

#include "base/result.h"
#include "ingest/document_source.h"
#include "pipeline/coder.h"
#include "store/database.h"
#include "store/store_writer.h"
#include "store/stored_document.h"

namespace entente {

// What came of the reports of a run so far.
struct IngestCounts {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;   // corrections: the id was there with another content
  std::uint64_t unchanged = 0;  // there already
  std::uint64_t skipped = 0;    // stored, not coded: not in English
  std::uint64_t failed = 0;     // could not be read, coded or stored; each was told
  std::uint64_t events = 0;     // of the reports added and replaced
  std::uint64_t bytes_read = 0;

  std::uint64_t done() const { return added + replaced + unchanged + failed; }
};

// Called by the thread that calls ingest().
struct IngestObserver {
  std::function<void(const Error&)> failed;                  // one input; the run goes on
  std::function<void(const IngestCounts&)> went_on;          // after each batch
  std::function<bool()> should_stop = [] { return false; };  // asked after each report
};

struct IngestOptions {
  std::size_t threads = 1;
};

// A report as it is stored: coded, or with the reason why it is not.
StoredDocument code_to_store(Document document, const Coder& coder);

// Codes the reports of `source` that the database does not hold, and stores
// them, some dozens in one transaction: what is broken off is done again by the
// next run.  Same input, same database, for any number of threads.  Errors
// (nothing more was done then): those of the database.
Result<IngestCounts> ingest(DocumentSource& source, const Coder& coder, const Database& database,
                            StoreWriter& writer, const IngestOptions& options,
                            const IngestObserver& observer);

}  // namespace entente
