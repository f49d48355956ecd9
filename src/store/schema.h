// The tables of the database, and the way from each older form to this one.
// docs/database.md describes every table and column.
#pragma once

#include "store/sqlite.h"

namespace entente {

// The form that this program reads and writes; in the file as user_version.
inline constexpr int kSchemaVersion = 1;
// In the file as application_id, "ENTE".
inline constexpr int kApplicationId = 0x454E5445;

// The form of the database, 0 when it is empty.  Errors: kBadFormat for a
// database of another program, kUnsupported for one of a newer version.
Result<int> schema_version(const sqlite::Connection& connection);

// Brings the database to the form `to`, each step in a transaction of its own.
// Errors: those of schema_version() and of writing.
Status migrate(const sqlite::Connection& connection, int to = kSchemaVersion);

}  // namespace entente
