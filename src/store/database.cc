#include "store/database.h"

#include <fmt/core.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include "store/schema.h"
#include "store/sqlite.h"

namespace entente {
namespace {

// The path as a file: URI, for a medium where nothing can be written: SQLite
// then asks for no lock and no files of its own.
std::string immutable_uri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '?' || c == '#' || c == '%') {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

bool exists(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(path, error);
}

// A read-only folder has no room for the files that a reader shares with
// writers.  When there are none, nobody writes, and the file is all there is.
Result<sqlite::Connection> open_to_read(const std::string& path) {
  Result<sqlite::Connection> connection =
      sqlite::Connection::open(path, path, SQLITE_OPEN_READONLY);
  if (!connection) return connection;
  if (connection->integer("SELECT count(*) FROM sqlite_schema")) return connection;
  if (sqlite3_errcode(connection->handle()) != SQLITE_CANTOPEN || exists(path + "-wal")) {
    return connection;
  }
  return sqlite::Connection::open(immutable_uri(path), path,
                                  SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

// Readers see whole transactions only and are never in the way of the writer;
// what is committed is on the disk.
constexpr const char* kWriterSettings =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
    "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY";
constexpr const char* kReaderSettings =
    "PRAGMA query_only = ON; PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824;"
    "PRAGMA temp_store = MEMORY";

Status prepare_to_read(const sqlite::Connection& connection) {
  const Result<int> version = schema_version(connection);
  if (!version) return std::unexpected(version.error());
  if (*version != kSchemaVersion) {
    return fail(ErrorCode::kUnsupported,
                fmt::format("the database has the form {}, this program reads the form {}; "
                            "a command that writes brings it forward, such as: entente ingest",
                            *version, kSchemaVersion),
                {connection.path(), 0, {}});
  }
  return connection.execute(kReaderSettings);
}

Status prepare_to_write(const sqlite::Connection& connection) {
  // Before the settings, which would already write into a file of another program.
  const Result<int> version = schema_version(connection);
  if (!version) return std::unexpected(version.error());
  ENTENTE_TRY(connection.execute(kWriterSettings));
  return migrate(connection);
}

}  // namespace

Database::Database(std::unique_ptr<sqlite::Connection> connection)
    : connection_(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

const std::string& Database::path() const { return connection_->path(); }

Result<Database> Database::open(const std::string& path, Access access) {
  const Place place{path, 0, {}};
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return fail(ErrorCode::kIo, "this is a folder, no database", place);
  }
  if (access != Access::kCreate && !exists(path)) {
    return fail(ErrorCode::kNotFound, "there is no such database", place);
  }
  const int create = access == Access::kCreate ? SQLITE_OPEN_CREATE : 0;
  Result<sqlite::Connection> connection =
      access == Access::kRead
          ? open_to_read(path)
          : sqlite::Connection::open(path, path, SQLITE_OPEN_READWRITE | create);
  if (!connection) return std::unexpected(connection.error());
  ENTENTE_TRY(access == Access::kRead ? prepare_to_read(*connection)
                                      : prepare_to_write(*connection));
  return Database(std::make_unique<sqlite::Connection>(std::move(*connection)));
}

}  // namespace entente
