#include "store/store_writer.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "store/columns.h"
#include "store/event_rows.h"
#include "store/sqlite.h"

namespace entente {
namespace {

using sqlite::text_or_null;

std::string_view name_of(RunKind kind) {
  switch (kind) {
    case RunKind::kRecode:
      return "recode";
    case RunKind::kImport:
      return "import";
    case RunKind::kIngest:
      break;
  }
  return "ingest";
}

std::string_view name_of(DocumentState state) {
  switch (state) {
    case DocumentState::kSkipped:
      return "skipped";
    case DocumentState::kFailed:
      return "failed";
    case DocumentState::kImported:
      return "imported";
    case DocumentState::kCoded:
      break;
  }
  return "coded";
}

// A row of documents, as far as the writer must know it.
struct Known {
  std::int64_t row = 0;
  std::string hash;
  std::string origin;
};

StoredDocument make_frame(const EventRecord& record) {
  const ReportInfo& report = record.report;
  StoredDocument stored;
  stored.document.id =
      report.id.empty() ? event_key(record) : fmt::format("{}:{}", record.origin, report.id);
  stored.document.title = report.title;
  stored.document.date = report.published;
  stored.document.source = report.source;
  stored.document.url = report.url;
  stored.document.language = report.language;
  stored.document.extra = report.extra;
  stored.people = report.people;
  stored.organisations = report.organisations;
  stored.places = report.places;
  stored.state = DocumentState::kImported;
  stored.origin = record.origin;
  return stored;
}

}  // namespace

class StoreWriter::State {
 public:
  State(const sqlite::Connection& connection, RunInfo run, EventRows rows)
      : connection_(connection), run_(std::move(run)), rows_(std::move(rows)) {}

  Status prepare();

  // Runs `work` as one transaction.
  template <typename Work>
  Status in_transaction(Work work) {
    const std::int64_t run_before = run_row_;
    Result<sqlite::Transaction> transaction = sqlite::Transaction::begin(connection_);
    if (!transaction) return std::unexpected(transaction.error());
    ENTENTE_TRY(notice_others());
    Status done = work();
    if (done) done = transaction->commit();
    if (done) return {};
    run_row_ = run_before;
    rows_.forget();
    return done;
  }

  // What `work` gives for each of `items`, all in one transaction.
  template <typename Out, typename In, typename Work>
  Result<std::vector<Out>> for_each(std::span<const In> items, Work work) {
    std::vector<Out> results;
    results.reserve(items.size());
    const Status done = in_transaction([&]() -> Status {
      for (const In& item : items) {
        const Result<Out> result = work(item);
        if (!result) return std::unexpected(result.error());
        results.push_back(*result);
      }
      return {};
    });
    if (!done) return std::unexpected(done.error());
    return results;
  }

  Result<Put> put(const StoredDocument& document);
  Result<Put> put_recoded(const StoredDocument& document);
  // Whether the event was added.
  Result<bool> import(const EventRecord& record);
  Result<bool> remove(const std::string& key);
  Status remove_unused_names();
  Status finish(const std::string& ended_at);

 private:
  // What the dictionaries remember may be gone when another program wrote.
  Status notice_others();
  // The row of this run, made with the first change.
  Result<std::int64_t> run();
  Result<std::optional<Known>> find(const std::string& key);
  Result<std::int64_t> write_document(const StoredDocument& stored, const std::string& hash,
                                      std::optional<std::int64_t> row);
  Status write_all(const StoredDocument& stored, const std::string& hash,
                   std::optional<std::int64_t> row);
  Result<bool> has_event(const std::string& key);
  Result<LastNumbers> last_numbers(std::int64_t row);
  // The row of the frame that imported events of a story hang on.
  Result<std::int64_t> frame(const StoredDocument& stored);

  const sqlite::Connection& connection_;
  RunInfo run_;
  EventRows rows_;
  std::int64_t run_row_ = 0;
  std::int64_t data_version_ = 0;  // changes when another connection commits
  sqlite::Statement find_, insert_, delete_, has_event_, last_numbers_;
};

Status StoreWriter::State::prepare() {
  const auto keep = [this](std::string_view sql, sqlite::Statement& statement) -> Status {
    Result<sqlite::Statement> prepared = connection_.prepare(sql);
    if (!prepared) return std::unexpected(prepared.error());
    statement = std::move(*prepared);
    return {};
  };
  ENTENTE_TRY(
      keep("SELECT d.id, d.hash, r.origin FROM documents d JOIN runs r ON r.id = d.run_id "
           "WHERE d.key = ?",
           find_));
  ENTENTE_TRY(
      keep("INSERT INTO documents (id, key, run_id, state, reason, date, source, url, "
           "language, extra, people, organisations, places, hash, title, text) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
           insert_));
  ENTENTE_TRY(keep("DELETE FROM documents WHERE id = ?", delete_));
  ENTENTE_TRY(keep("SELECT 1 FROM events WHERE key = ?", has_event_));
  return keep(
      "SELECT (SELECT ifnull(max(number), 0) FROM events WHERE document_id = ?1), "
      "(SELECT ifnull(max(number), 0) FROM mentions WHERE document_id = ?1), "
      "(SELECT ifnull(max(number), 0) FROM sentences WHERE document_id = ?1)",
      last_numbers_);
}

Status StoreWriter::State::notice_others() {
  const auto version = connection_.integer("PRAGMA data_version");
  if (!version) return std::unexpected(version.error());
  if (**version != data_version_) rows_.forget();
  data_version_ = **version;
  return {};
}

Result<std::int64_t> StoreWriter::State::run() {
  if (run_row_ != 0) return run_row_;
  Result<sqlite::Statement> insert = connection_.prepare(
      "INSERT INTO runs (kind, origin, program, model, knowledge, started_at) "
      "VALUES (?, ?, ?, ?, ?, ?)");
  if (!insert) return std::unexpected(insert.error());
  ENTENTE_TRY(insert->run(name_of(run_.kind), run_.origin, text_or_null(run_.program),
                          text_or_null(run_.model), text_or_null(run_.knowledge), run_.started_at));
  run_row_ = connection_.last_id();
  return run_row_;
}

Result<std::optional<Known>> StoreWriter::State::find(const std::string& key) {
  find_.bind(key);
  const Result<bool> found = find_.step();
  if (!found) return std::unexpected(found.error());
  std::optional<Known> known;
  if (*found) {
    known = Known{find_.integer(0), std::string(find_.blob(1)), find_.string(2)};
  }
  find_.reset();
  return known;
}

// Writes the row of the document alone; `row`: the number it had before.
Result<std::int64_t> StoreWriter::State::write_document(const StoredDocument& stored,
                                                        const std::string& hash,
                                                        std::optional<std::int64_t> row) {
  const Result<std::int64_t> run_row = run();
  if (!run_row) return run_row;
  const Document& document = stored.document;
  const std::string date = document.date ? document.date->to_string() : "";
  ENTENTE_TRY(insert_.run(
      row, document.id, *run_row, name_of(stored.state), text_or_null(stored.reason),
      text_or_null(date), text_or_null(document.source), text_or_null(document.url),
      text_or_null(document.language), text_or_null(document.extra), list_to_column(stored.people),
      list_to_column(stored.organisations), list_to_column(stored.places), sqlite::Blob{hash},
      text_or_null(document.title), document.text));
  return row ? *row : connection_.last_id();
}

Status StoreWriter::State::write_all(const StoredDocument& stored, const std::string& hash,
                                     std::optional<std::int64_t> row) {
  if (row) ENTENTE_TRY(delete_.run(*row));
  const Result<std::int64_t> id = write_document(stored, hash, row);
  if (!id) return std::unexpected(id.error());
  return rows_.write(stored, *id, run_row_);
}

Result<Put> StoreWriter::State::put(const StoredDocument& document) {
  const std::string hash = document_hash(document.document);
  const Result<std::optional<Known>> known = find(document.document.id);
  if (!known) return std::unexpected(known.error());
  if (!*known) {
    ENTENTE_TRY(write_all(document, hash, std::nullopt));
    return Put::kAdded;
  }
  if ((*known)->origin != document.origin) return Put::kRefused;
  if ((*known)->hash == hash) return Put::kUnchanged;
  ENTENTE_TRY(write_all(document, hash, (*known)->row));
  return Put::kReplaced;
}

Result<Put> StoreWriter::State::put_recoded(const StoredDocument& document) {
  const std::string hash = document_hash(document.document);
  const Result<std::optional<Known>> known = find(document.document.id);
  if (!known) return std::unexpected(known.error());
  if (!*known || (*known)->hash != hash) return Put::kRefused;
  ENTENTE_TRY(write_all(document, hash, (*known)->row));
  return Put::kReplaced;
}

Result<bool> StoreWriter::State::has_event(const std::string& key) {
  has_event_.bind(key);
  const Result<bool> found = has_event_.step();
  has_event_.reset();
  return found;
}

Result<LastNumbers> StoreWriter::State::last_numbers(std::int64_t row) {
  last_numbers_.bind(row);
  const Result<bool> found = last_numbers_.step();
  if (!found) return std::unexpected(found.error());
  const LastNumbers last{last_numbers_.integer(0), last_numbers_.integer(1),
                         last_numbers_.integer(2)};
  last_numbers_.reset();
  return last;
}

Result<std::int64_t> StoreWriter::State::frame(const StoredDocument& stored) {
  const Result<std::optional<Known>> known = find(stored.document.id);
  if (!known) return std::unexpected(known.error());
  if (!*known) return write_document(stored, document_hash(stored.document), std::nullopt);
  if ((*known)->origin == stored.origin) return (*known)->row;
  return fail(ErrorCode::kDuplicate,
              fmt::format("the id \"{}\" belongs to a report of the origin {}", stored.document.id,
                          (*known)->origin),
              {connection_.path(), 0, {}});
}

Result<bool> StoreWriter::State::import(const EventRecord& record) {
  const Result<bool> there = has_event(event_key(record));
  if (!there) return there;
  if (*there) return false;
  const Result<std::int64_t> run_row = run();
  if (!run_row) return std::unexpected(run_row.error());
  const StoredDocument stored = make_frame(record);
  const Result<std::int64_t> row = frame(stored);
  if (!row) return std::unexpected(row.error());
  Result<LastNumbers> last = last_numbers(*row);
  if (!last) return std::unexpected(last.error());
  ENTENTE_TRY(rows_.append(stored.document, record, *row, *run_row, *last));
  return true;
}

Result<bool> StoreWriter::State::remove(const std::string& key) {
  const Result<std::optional<Known>> known = find(key);
  if (!known) return std::unexpected(known.error());
  if (!*known) return false;
  ENTENTE_TRY(delete_.run((*known)->row));
  return true;
}

Status StoreWriter::State::finish(const std::string& ended_at) {
  if (run_row_ == 0) return {};
  return in_transaction([&]() -> Status {
    Result<sqlite::Statement> update =
        connection_.prepare("UPDATE runs SET ended_at = ? WHERE id = ?");
    if (!update) return std::unexpected(update.error());
    return update->run(ended_at, run_row_);
  });
}

Status StoreWriter::State::remove_unused_names() {
  rows_.forget();
  // Checking every single row for rows that name it would read all mentions each time.
  ENTENTE_TRY(connection_.execute("PRAGMA foreign_keys = OFF"));
  const Status done = connection_.execute(
      "BEGIN IMMEDIATE;"
      "DELETE FROM resolutions WHERE id NOT IN (SELECT resolution_id FROM mentions);"
      "DELETE FROM entities WHERE id NOT IN (SELECT entity_id FROM resolutions);"
      "DELETE FROM rules WHERE id NOT IN (SELECT rule_id FROM events WHERE rule_id IS NOT NULL);"
      "DELETE FROM places WHERE id NOT IN "
      "(SELECT place_id FROM details WHERE place_id IS NOT NULL);"
      "COMMIT");
  if (!done && connection_.in_transaction()) {
    static_cast<void>(connection_.execute("ROLLBACK"));
  }
  ENTENTE_TRY(connection_.execute("PRAGMA foreign_keys = ON"));
  return done;
}

StoreWriter::StoreWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
StoreWriter::StoreWriter(StoreWriter&&) noexcept = default;
StoreWriter& StoreWriter::operator=(StoreWriter&&) noexcept = default;
StoreWriter::~StoreWriter() = default;

Result<StoreWriter> StoreWriter::open(const Database& database, RunInfo run) {
  Result<EventRows> rows = EventRows::open(database.connection());
  if (!rows) return std::unexpected(rows.error());
  auto state = std::make_unique<State>(database.connection(), std::move(run), std::move(*rows));
  ENTENTE_TRY(state->prepare());
  return StoreWriter(std::move(state));
}

Result<std::vector<Put>> StoreWriter::put(std::span<const StoredDocument> documents) {
  return state_->for_each<Put>(documents, [this](const auto& d) { return state_->put(d); });
}

Result<std::vector<Put>> StoreWriter::put_recoded(std::span<const StoredDocument> documents) {
  return state_->for_each<Put>(documents, [this](const auto& d) { return state_->put_recoded(d); });
}

Result<std::uint64_t> StoreWriter::import(std::span<const EventRecord> records) {
  const Result<std::vector<bool>> added = state_->for_each<bool>(
      records, [this](const auto& record) { return state_->import(record); });
  if (!added) return std::unexpected(added.error());
  return static_cast<std::uint64_t>(std::ranges::count(*added, true));
}

Result<std::vector<bool>> StoreWriter::remove(std::span<const std::string> keys) {
  return state_->for_each<bool>(keys, [this](const auto& key) { return state_->remove(key); });
}

Status StoreWriter::remove_unused_names() { return state_->remove_unused_names(); }

Status StoreWriter::finish(const std::string& ended_at) { return state_->finish(ended_at); }

}  // namespace entente
