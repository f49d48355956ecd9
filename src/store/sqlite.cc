#include "store/sqlite.h"

#include <fmt/core.h>

namespace entente::sqlite {
namespace {

// How long a writer waits for another one.  Transactions last milliseconds;
// only settling of very many acts takes longer.
constexpr int kBusyMilliseconds = 20'000;

std::string path_of(sqlite3* handle) {
  const char* name = sqlite3_db_filename(handle, "main");
  return name == nullptr ? "" : name;
}

Error error_of(sqlite3_stmt* statement) {
  sqlite3* handle = sqlite3_db_handle(statement);
  return sqlite::error_of(handle, path_of(handle));
}

}  // namespace

Error error_of(sqlite3* handle, const std::string& path) {
  const Place place{path, 0, {}};
  switch (sqlite3_errcode(handle)) {
    case SQLITE_FULL:
      return {ErrorCode::kIo, "the disk is full; what was not finished is undone", place};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::kIo,
              fmt::format("another program is writing to the database; waited {} seconds",
                          kBusyMilliseconds / 1000),
              place};
    case SQLITE_READONLY:
      return {ErrorCode::kIo, "the database is read-only", place};
    case SQLITE_CANTOPEN:
      return {ErrorCode::kIo, "the database cannot be opened: no such folder, or no right to it",
              place};
    case SQLITE_NOTADB:
      return {ErrorCode::kBadFormat, "this is no SQLite database", place};
    case SQLITE_CORRUPT:
      return {ErrorCode::kBadFormat,
              fmt::format("the database is damaged: {}", sqlite3_errmsg(handle)), place};
    case SQLITE_IOERR:
      return {ErrorCode::kIo,
              "the system refused to read or write; what was not finished is undone", place};
    case SQLITE_TOOBIG:
      return {ErrorCode::kTooLarge, "a text is too large for the database", place};
    default:
      return {ErrorCode::kIo, sqlite3_errmsg(handle), place};
  }
}

void Statement::bind_at(int index, std::string_view value) {
  // A null pointer would bind NULL.
  const char* data = value.data() == nullptr ? "" : value.data();
  sqlite3_bind_text64(statement_, index, data, value.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind_at(int index, Blob value) {
  const char* data = value.bytes.data() == nullptr ? "" : value.bytes.data();
  sqlite3_bind_blob64(statement_, index, data, value.bytes.size(), SQLITE_STATIC);
}

Result<bool> Statement::step() {
  switch (sqlite3_step(statement_)) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      return std::unexpected(error_of(statement_));
  }
}

Status Statement::finish() {
  for (;;) {
    const Result<bool> row = step();
    if (row && *row) continue;
    sqlite3_reset(statement_);
    if (!row) return std::unexpected(row.error());
    return {};
  }
}

std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Statement::blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Result<Connection> Connection::open(const std::string& uri, const std::string& path, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(uri.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Connection connection(handle, path);
  if (code != SQLITE_OK) return std::unexpected(error_of(handle, path));
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  return connection;
}

Result<Statement> Connection::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return std::unexpected(error_of(handle_, path_));
  return Statement(statement);
}

Status Connection::execute(const char* sql) const {
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return std::unexpected(error_of(handle_, path_));
}

Result<std::optional<std::int64_t>> Connection::integer(std::string_view sql) const {
  Result<Statement> statement = prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  const Result<bool> row = statement->step();
  if (!row) return std::unexpected(row.error());
  if (!*row) return std::nullopt;
  return statement->integer(0);
}

Result<Transaction> Transaction::begin(const Connection& connection) {
  ENTENTE_TRY(connection.execute("BEGIN IMMEDIATE"));
  return Transaction(connection);
}

Transaction::~Transaction() {
  // SQLite may have undone it already, after a full disk.
  if (connection_ == nullptr || !connection_->in_transaction()) return;
  static_cast<void>(connection_->execute("ROLLBACK"));
}

Status Transaction::commit() {
  ENTENTE_TRY(connection_->execute("COMMIT"));
  connection_ = nullptr;
  return {};
}

}  // namespace entente::sqlite
