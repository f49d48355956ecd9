// SQLite with ownership and Result: connections, statements, transactions.
//
// Only files of store/ include this.  One thread at a time for a connection
// and all that belongs to it.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace entente::sqlite {

// A value that is no text: hashes, sketches.
struct Blob {
  std::string_view bytes;
};

// A prepared statement.  Texts that are bound must live until the next reset.
class Statement {
 public:
  Statement() = default;
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  Statement(Statement&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
  Statement& operator=(Statement&& other) noexcept {
    std::swap(statement_, other.statement_);
    return *this;
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { sqlite3_finalize(statement_); }

  // Binds `values` to the parameters 1, 2 …, from the start of the statement.
  template <typename... Values>
  void bind(const Values&... values) {
    sqlite3_reset(statement_);
    int index = 0;
    (bind_at(++index, values), ...);
  }

  // Binds one value to the parameter `index`, from 1.
  void bind_at(int index, std::int64_t value) { sqlite3_bind_int64(statement_, index, value); }
  void bind_at(int index, int value) { sqlite3_bind_int(statement_, index, value); }
  void bind_at(int index, double value) { sqlite3_bind_double(statement_, index, value); }
  void bind_at(int index, std::string_view value);
  void bind_at(int index, Blob value);
  void bind_at(int index, std::nullopt_t /*none*/) { sqlite3_bind_null(statement_, index); }
  template <typename T>
  void bind_at(int index, const std::optional<T>& value) {
    if (value) {
      bind_at(index, *value);
    } else {
      bind_at(index, std::nullopt);
    }
  }

  // Moves to the next row; false behind the last.
  Result<bool> step();
  // Binds and steps to the end, for statements that give no rows.
  template <typename... Values>
  Status run(const Values&... values) {
    bind(values...);
    return finish();
  }
  // Steps to the end of a statement whose values are bound.
  Status finish();
  void reset() { sqlite3_reset(statement_); }

  // Columns of the current row, from 0.  Views live until the next step.
  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  double real(int column) const { return sqlite3_column_double(statement_, column); }
  bool is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::string_view text(int column) const;  // "" for NULL
  std::string string(int column) const { return std::string(text(column)); }
  std::string_view blob(int column) const;

 private:
  sqlite3_stmt* statement_ = nullptr;
};

// Text, or NULL for "": the database knows no empty text where nothing is known.
inline std::optional<std::string_view> text_or_null(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

class Connection {
 public:
  // `flags` as of sqlite3_open_v2; `uri` may be a file name or a file: URI.
  // `path` names the file in messages.
  static Result<Connection> open(const std::string& uri, const std::string& path, int flags);

  Connection(Connection&& other) noexcept
      : handle_(std::exchange(other.handle_, nullptr)), path_(std::move(other.path_)) {}
  Connection& operator=(Connection&& other) noexcept {
    std::swap(handle_, other.handle_);
    std::swap(path_, other.path_);
    return *this;
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { sqlite3_close(handle_); }

  // For statements that run again and again.
  Result<Statement> prepare(std::string_view sql) const;
  // Runs all statements of `sql`; rows are thrown away.
  Status execute(const char* sql) const;
  // The first column of the first row of `sql`; nullopt when there is no row.
  Result<std::optional<std::int64_t>> integer(std::string_view sql) const;

  std::int64_t last_id() const { return sqlite3_last_insert_rowid(handle_); }
  std::int64_t changes() const { return sqlite3_changes64(handle_); }
  bool in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }
  const std::string& path() const { return path_; }
  sqlite3* handle() const { return handle_; }

 private:
  Connection(sqlite3* handle, std::string path) : handle_(handle), path_(std::move(path)) {}

  sqlite3* handle_ = nullptr;
  std::string path_;
};

// Undone when it goes away without a commit.
class Transaction {
 public:
  // Takes the right to write at once, so that a second writer waits here and
  // nowhere else.
  static Result<Transaction> begin(const Connection& connection);
  Transaction(Transaction&& other) noexcept
      : connection_(std::exchange(other.connection_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  Status commit();

 private:
  explicit Transaction(const Connection& connection) : connection_(&connection) {}

  const Connection* connection_;
};

// What SQLite says, in words for a user; the place is the database.
Error error_of(sqlite3* handle, const std::string& path);

}  // namespace entente::sqlite
