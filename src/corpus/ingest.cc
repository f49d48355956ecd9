#include "corpus/ingest.h"

#include <fmt/core.h>

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/ordered_run.h"
#include "store/store_reader.h"
#include "store/stored_document.h"
#include "text/language.h"

namespace entente {
namespace {

// A transaction costs a flush of the disk; a batch costs what must be done
// again after a crash.
constexpr std::size_t kBatchDocuments = 64;
constexpr std::size_t kBatchBytes = std::size_t{1} << 20;

struct Unchanged {};

// A report on its way from the source to the database.
struct Pulled {
  std::variant<Document, Unchanged, Error> what;
  std::uint64_t bytes_read = 0;
};
struct Worked {
  std::variant<StoredDocument, Unchanged, Error> what;
  std::uint64_t bytes_read = 0;
};

// Gives the reports of the source and marks those that are stored already.
class Puller {
 public:
  Puller(DocumentSource& source, StoreReader& reader) : source_(source), reader_(reader) {}

  std::optional<Pulled> next() {
    std::optional<Result<Document>> document = source_.next();
    if (!document) return std::nullopt;
    const std::uint64_t bytes_read = source_.counts().bytes;
    if (!*document) return Pulled{std::move(*document).error(), bytes_read};
    const Result<std::optional<std::string>> hash = reader_.find_hash((*document)->id);
    if (!hash) return Pulled{hash.error(), bytes_read};
    if (*hash && **hash == document_hash(**document)) return Pulled{Unchanged{}, bytes_read};
    return Pulled{std::move(**document), bytes_read};
  }

 private:
  DocumentSource& source_;
  StoreReader& reader_;
};

// Gathers batches and stores them.
class Sink {
 public:
  Sink(StoreWriter& writer, const IngestObserver& observer)
      : writer_(writer), observer_(observer) {}

  // False: the run is to end.
  bool put(Worked worked) {
    counts_.bytes_read = worked.bytes_read;
    if (auto* stored = std::get_if<StoredDocument>(&worked.what)) {
      bytes_ += stored->document.text.size();
      batch_.push_back(std::move(*stored));
    } else if (const auto* error = std::get_if<Error>(&worked.what)) {
      fail_one(*error);
    } else {
      ++counts_.unchanged;
    }
    if (batch_.size() >= kBatchDocuments || bytes_ >= kBatchBytes) flush();
    if (++since_told_ >= kBatchDocuments) tell();
    return !error_ && !observer_.should_stop();
  }

  Result<IngestCounts> finish() {
    if (!error_) flush();
    if (error_) return std::unexpected(*error_);
    tell();
    return counts_;
  }

 private:
  void fail_one(const Error& error) {
    ++counts_.failed;
    if (observer_.failed) observer_.failed(error);
  }

  void tell() {
    since_told_ = 0;
    if (observer_.went_on) observer_.went_on(counts_);
  }

  void flush() {
    if (batch_.empty()) return;
    const Result<std::vector<Put>> puts = writer_.put(batch_);
    if (!puts) {
      error_ = puts.error();
      return;
    }
    for (std::size_t i = 0; i < batch_.size(); ++i) count(batch_[i], (*puts)[i]);
    batch_.clear();
    bytes_ = 0;
  }

  void count(const StoredDocument& stored, Put put) {
    if (put == Put::kUnchanged) {
      ++counts_.unchanged;
      return;
    }
    if (put == Put::kRefused) {
      fail_one({ErrorCode::kDuplicate,
                fmt::format("the id \"{}\" belongs to imported events", stored.document.id),
                {}});
      return;
    }
    if (stored.state == DocumentState::kFailed) {
      fail_one({ErrorCode::kBadFormat, stored.reason, {stored.document.id, 0, {}}});
      return;
    }
    ++(put == Put::kAdded ? counts_.added : counts_.replaced);
    if (stored.state == DocumentState::kSkipped) ++counts_.skipped;
    counts_.events += stored.events.size();
  }

  StoreWriter& writer_;
  const IngestObserver& observer_;
  std::vector<StoredDocument> batch_;
  std::size_t bytes_ = 0;
  std::size_t since_told_ = 0;
  IngestCounts counts_;
  std::optional<Error> error_;
};

}  // namespace

StoredDocument code_to_store(Document document, const Coder& coder) {
  if (!is_coded_language(document)) {
    std::string reason = fmt::format("not in English: {}", document.language);
    return make_uncoded(std::move(document), DocumentState::kSkipped, std::move(reason));
  }
  // The coder takes the report; it is needed again when coding fails.
  Document copy = document;
  Result<CodedDocument> coded = coder.code(std::move(document));
  if (coded) return make_stored(std::move(*coded));
  return make_uncoded(std::move(copy), DocumentState::kFailed, coded.error().message);
}

Result<IngestCounts> ingest(DocumentSource& source, const Coder& coder, const Database& database,
                            StoreWriter& writer, const IngestOptions& options,
                            const IngestObserver& observer) {
  // Of its own, since it is read by the threads that code.
  Result<Database> lookup = Database::open(database.path(), Access::kRead);
  if (!lookup) return std::unexpected(lookup.error());
  Result<StoreReader> reader = StoreReader::open(*lookup);
  if (!reader) return std::unexpected(reader.error());
  Puller puller(source, *reader);
  Sink sink(writer, observer);
  OrderedRun<Pulled, Worked>(options.threads)
      .run([&] { return puller.next(); },
           [&](Pulled pulled) -> Worked {
             if (auto* document = std::get_if<Document>(&pulled.what)) {
               return {code_to_store(std::move(*document), coder), pulled.bytes_read};
             }
             if (auto* error = std::get_if<Error>(&pulled.what)) {
               return {std::move(*error), pulled.bytes_read};
             }
             return {Unchanged{}, pulled.bytes_read};
           },
           [&](Worked worked) { return sink.put(std::move(worked)); });
  return sink.finish();
}

}  // namespace entente
