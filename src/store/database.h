// The database of reports and events: a SQLite file.  docs/database.md.
//
// One thread at a time.  Any number of Database objects, in any number of
// programs, may have one file open: readers never wait, one writes at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"

namespace entente {

namespace sqlite {
class Connection;
}

enum class Access : std::uint8_t {
  kRead,    // the file must exist and have this program's form; it is never changed
  kWrite,   // the file must exist; an older form is brought forward
  kCreate,  // as kWrite; a file that does not exist is made
};

class Database {
 public:
  // Errors: kNotFound, kIo (no right, a full disk, another writer), kBadFormat
  // (no database, another program's, a damaged one), kUnsupported (the form of
  // a newer program; with kRead also that of an older one).
  static Result<Database> open(const std::string& path, Access access);
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  const std::string& path() const;
  // For store/ only.
  const sqlite::Connection& connection() const { return *connection_; }

 private:
  explicit Database(std::unique_ptr<sqlite::Connection> connection);

  std::unique_ptr<sqlite::Connection> connection_;
};

}  // namespace entente
