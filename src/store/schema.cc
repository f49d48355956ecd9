#include "store/schema.h"

#include <fmt/core.h>

#include <array>

#include "store/schema_steps.h"

namespace entente {

Result<int> schema_version(const sqlite::Connection& connection) {
  const auto version = connection.integer("PRAGMA user_version");
  if (!version) return std::unexpected(version.error());
  const auto application = connection.integer("PRAGMA application_id");
  if (!application) return std::unexpected(application.error());
  const auto tables = connection.integer("SELECT count(*) FROM sqlite_schema");
  if (!tables) return std::unexpected(tables.error());
  if (**tables == 0) return 0;
  const Place place{connection.path(), 0, {}};
  if (**application != kApplicationId) {
    return fail(ErrorCode::kBadFormat, "this is a database of another program", place);
  }
  if (**version > kSchemaVersion) {
    return fail(ErrorCode::kUnsupported,
                fmt::format("the database has the form {}; this program knows the forms up to {}",
                            **version, kSchemaVersion),
                place);
  }
  return static_cast<int>(**version);
}

Status migrate(const sqlite::Connection& connection, int to) {
  for (;;) {
    Result<sqlite::Transaction> transaction = sqlite::Transaction::begin(connection);
    if (!transaction) return std::unexpected(transaction.error());
    // Asked inside the transaction: another program may just have made the step.
    const Result<int> version = schema_version(connection);
    if (!version) return std::unexpected(version.error());
    if (*version >= to) return {};
    ENTENTE_TRY(connection.execute(kSchemaSteps[static_cast<std::size_t>(*version)]));
    const std::string mark = fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                         kApplicationId, *version + 1);
    ENTENTE_TRY(connection.execute(mark.c_str()));
    ENTENTE_TRY(transaction->commit());
  }
}

}  // namespace entente
