// Reads reports with their events back from the database, as they were stored.
//
// One thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "store/database.h"
#include "store/stored_document.h"
#include "store/where.h"

namespace entente {

class StoreReader {
 public:
  // The database must outlive the reader.
  static Result<StoreReader> open(const Database& database);
  StoreReader(StoreReader&&) noexcept;
  StoreReader& operator=(StoreReader&&) noexcept;
  ~StoreReader();

  // The report with this id; nullopt when there is none.  Errors: kIo, kBadFormat.
  Result<std::optional<StoredDocument>> find(const std::string& id);
  // document_hash() of the report with this id; nullopt when there is none.
  Result<std::optional<std::string>> find_hash(const std::string& id);

  // Calls `visit` for every report that did not come by an import, in the order
  // in which they were stored; false ends it.  Memory: one report.
  Status for_each_document(const std::function<bool(StoredDocument&&)>& visit);

  // Calls `visit` for every event that `where` means, document by document in
  // the order in which they were stored; false ends it.
  using EventVisitor = std::function<bool(const EventRecord&)>;
  Status for_each_event(const Where& where, const EventVisitor& visit);

  // Reports that did not come by an import.
  Result<std::uint64_t> count_documents();

 private:
  class State;
  explicit StoreReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace entente
