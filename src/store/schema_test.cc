#include "store/schema.h"

#include <gtest/gtest.h>

#include <string>

#include "base/file.h"
#include "record/event.h"
#include "store/sqlite.h"

namespace entente {
namespace {

sqlite::Connection in_memory() {
  return std::move(*sqlite::Connection::open(
      ":memory:", ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
}

sqlite::Connection current() {
  sqlite::Connection connection = in_memory();
  const Status migrated = migrate(connection);
  EXPECT_TRUE(migrated) << (migrated ? "" : describe(migrated.error()));
  return connection;
}

std::vector<std::string> texts(const sqlite::Connection& connection, const std::string& sql) {
  std::vector<std::string> result;
  sqlite::Statement rows = std::move(*connection.prepare(sql));
  while (*rows.step()) result.push_back(rows.string(0));
  return result;
}

constexpr const char* kTables =
    "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' "
    "AND name NOT LIKE 'documents_fts_%'";

TEST(Schema, MigratesOnceAndKeepsItsForm) {
  const sqlite::Connection connection = current();
  EXPECT_EQ(*schema_version(connection), kSchemaVersion);
  EXPECT_TRUE(migrate(connection));
  EXPECT_EQ(*schema_version(connection), kSchemaVersion);
}

TEST(Schema, EveryTableIsStrict) {
  EXPECT_EQ(texts(current(),
                  "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND "
                  "schema = 'main' AND name NOT LIKE 'sqlite_%'"),
            std::vector<std::string>{});
}

TEST(Schema, EveryTableAndColumnIsOnThePage) {
  const std::string page = *read_file(std::string(ENTENTE_SOURCE_DIR) + "/docs/database.md");
  const sqlite::Connection connection = current();
  for (const std::string& table : texts(connection, kTables)) {
    const bool heading = page.find("### " + table + "\n") != std::string::npos;
    EXPECT_TRUE(heading || page.find("`" + table + "` (`id`") != std::string::npos ||
                page.find("`" + table + "`,") != std::string::npos)
        << table;
    const std::string columns = "SELECT name FROM pragma_table_info('" + table + "')";
    for (const std::string& column : texts(connection, columns)) {
      EXPECT_NE(page.find("`" + column + "`"), std::string::npos) << table << "." << column;
    }
  }
}

TEST(Schema, NumbersOfTypesAndStatusesAreThoseOfTheRecords) {
  const sqlite::Connection connection = current();
  sqlite::Statement types =
      std::move(*connection.prepare("SELECT id, name, quad, score FROM event_types ORDER BY id"));
  int count = 0;
  while (*types.step()) {
    const auto type = static_cast<EventType>(types.integer(0));
    EXPECT_EQ(types.text(1), to_string(type));
    EXPECT_EQ(types.integer(2), quad_class(type));
    EXPECT_EQ(types.real(3), event_score(type, ""));
    ++count;
  }
  EXPECT_EQ(count, static_cast<int>(EventType::kAssault) + 1);
  sqlite::Statement statuses =
      std::move(*connection.prepare("SELECT id, name, happened FROM statuses ORDER BY id"));
  count = 0;
  while (*statuses.step()) {
    const auto status = static_cast<EventStatus>(statuses.integer(0));
    EXPECT_EQ(statuses.text(1), to_string(status));
    EXPECT_EQ(statuses.integer(2) != 0, has_happened(status));
    ++count;
  }
  EXPECT_EQ(count, static_cast<int>(EventStatus::kHistorical) + 1);
  for (int i = 0; i < 3; ++i) {
    const std::string at = " WHERE id = " + std::to_string(i);
    EXPECT_EQ(texts(connection, "SELECT name FROM confidences" + at).at(0),
              to_string(static_cast<Confidence>(i)));
    EXPECT_EQ(texts(connection, "SELECT name FROM date_bases" + at).at(0),
              to_string(static_cast<DateBasis>(i)));
    EXPECT_EQ(texts(connection, "SELECT name FROM date_precisions" + at).at(0),
              to_string(static_cast<DatePrecision>(i)));
  }
}

}  // namespace
}  // namespace entente
