// Puts reports with their events into the database, takes them out, and
// replaces them.
//
// Each call is one transaction: all of it is there afterwards or nothing, also
// after a crash or on a full disk.  One thread at a time; another program that
// writes is waited for.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "store/stored_document.h"

namespace entente {

enum class RunKind : std::uint8_t { kIngest, kRecode, kImport };

// Which program did it, when; becomes a row of the table runs with the first
// change, so that a run that changes nothing leaves nothing.
struct RunInfo {
  RunKind kind = RunKind::kIngest;
  std::string origin{kOwnOrigin};
  std::string program;  // version
  std::string model;
  std::string knowledge;
  std::string started_at;  // UTC, 2022-02-04T08:15:00Z
};

enum class Put : std::uint8_t {
  kAdded,
  kReplaced,   // a report of this key was there with another content
  kUnchanged,  // it was there already, equal in all that came in
  kRefused,    // the key belongs to a report of another origin
};

class StoreWriter {
 public:
  // The database must outlive the writer.
  static Result<StoreWriter> open(const Database& database, RunInfo run);
  StoreWriter(StoreWriter&&) noexcept;
  StoreWriter& operator=(StoreWriter&&) noexcept;
  ~StoreWriter();

  // Stores coded (or skipped, or failed) reports; what hung on a report that
  // is replaced goes with it.  Numbers of events are given from 1.
  // REQUIRES: valid UTF-8, spans inside the texts.  Errors: kIo.
  Result<std::vector<Put>> put(std::span<const StoredDocument> documents);

  // Replaces the events of reports that are stored with the same content; one
  // that is not there, or has another content by now, is left alone
  // (kRefused).  Errors: kIo.
  Result<std::vector<Put>> put_recoded(std::span<const StoredDocument> documents);

  // Adds events that others coded, each to the frame of its story ("origin:story"),
  // which is made when it is not there; an event without a story has a frame of
  // its own.  An event whose id (within its origin) is stored is left as it is;
  // the result is the number of events added.  REQUIRES: an id and an origin
  // other than ours in every record.  Errors: kIo, kDuplicate (a report of ours
  // has the key of a frame).
  Result<std::uint64_t> import(std::span<const EventRecord> records);

  // Takes reports out by their ids with all that hung on them.  The result
  // says for each id whether it was there.  Errors: kIo.
  Result<std::vector<bool>> remove(std::span<const std::string> keys);

  // Removes names (of entities, rules, places …) that no event has any more.
  // Reads all mentions: seconds for a million reports.  Errors: kIo.
  Status remove_unused_names();

  // Marks the run as ended, if it changed anything.  Errors: kIo.
  Status finish(const std::string& ended_at);

 private:
  class State;
  explicit StoreWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace entente
