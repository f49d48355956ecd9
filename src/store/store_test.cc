// Writing and reading: what is stored comes back, is there once, and goes
// away whole.
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "store/database.h"
#include "store/schema.h"
#include "store/sqlite.h"
#include "store/store_reader.h"
#include "store/store_writer.h"
#include "store/testing/sample_documents.h"

namespace entente {
namespace {

using testing::dump;
using testing::imported_event;
using testing::plain_document;
using testing::rich_document;

template <typename T>
T take(Result<T> result) {
  EXPECT_TRUE(result) << (result ? "" : describe(result.error()));
  return std::move(*result);
}

class StoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              (std::string("entente_store_") +
               ::testing::UnitTest::GetInstance()->current_test_info()->name() +
               std::to_string(::getpid()));
    std::filesystem::create_directory(folder_);
    path_ = folder_ / "a.db";
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Database create() { return take(Database::open(path_, Access::kCreate)); }
  static StoreWriter writer(const Database& database, RunKind kind = RunKind::kIngest,
                            std::string origin = "entente") {
    return take(StoreWriter::open(
        database, {kind, std::move(origin), "0.1", "m", "k", "2022-02-04T00:00:00Z"}));
  }
  static std::vector<Put> put(StoreWriter& writer, StoredDocument document) {
    const std::array documents = {std::move(document)};
    return take(writer.put(documents));
  }
  static std::int64_t count(const Database& database, const std::string& what) {
    const auto counted = database.connection().integer("SELECT count(*) FROM " + what);
    EXPECT_TRUE(counted) << what;
    return counted ? **counted : -1;
  }
  static std::vector<std::string> matching(const Database& database, std::string_view where) {
    StoreReader reader = take(StoreReader::open(database));
    std::vector<std::string> ids;
    const Status read =
        reader.for_each_event(take(parse_where(where)), [&](const EventRecord& record) {
          ids.push_back(record.id);
          return true;
        });
    EXPECT_TRUE(read);
    return ids;
  }

  std::filesystem::path folder_;
  std::string path_;
};

TEST_F(StoreTest, GivesBackEveryField) {
  const Database database = create();
  StoreWriter out = writer(database);
  const StoredDocument rich = rich_document("rich");
  EXPECT_EQ(put(out, rich_document("rich")), std::vector{Put::kAdded});
  StoreReader in = take(StoreReader::open(database));
  const auto found = take(in.find("rich"));
  ASSERT_TRUE(found);
  EXPECT_EQ(dump(*found), dump(rich));
  EXPECT_FALSE(take(in.find("other")));
}

TEST_F(StoreTest, EveryEventLeadsToItsSentenceBySubstr) {
  const Database database = create();
  StoreWriter out = writer(database);
  put(out, rich_document("rich"));
  sqlite::Statement row = take(database.connection().prepare(
      "SELECT sentence, actors, recipients, date, record FROM event_list ORDER BY id"));
  ASSERT_TRUE(take(row.step()));
  EXPECT_EQ(row.text(0), "Chancellor Ünal threatened dozens in February in Київ.");
  EXPECT_EQ(row.text(1), "DEU");
  EXPECT_EQ(row.text(2), "They");
  EXPECT_EQ(row.integer(3), 20220201);
  EXPECT_EQ(row.text(4), "rich#1");
}

TEST_F(StoreTest, TheSameAgainChangesNothingNotEvenTheRuns) {
  const Database database = create();
  StoreWriter first = writer(database);
  put(first, rich_document("a"));
  StoreWriter second = writer(database);
  EXPECT_EQ(put(second, rich_document("a")), std::vector{Put::kUnchanged});
  ASSERT_TRUE(second.finish("2022-02-05T00:00:00Z"));
  EXPECT_EQ(count(database, "runs"), 1);
  EXPECT_EQ(count(database, "events"), 2);
}

TEST_F(StoreTest, ACorrectionTakesTheOldEventsWithIt) {
  const Database database = create();
  StoreWriter out = writer(database);
  put(out, rich_document("a"));
  put(out, plain_document("b", "2022-01-01"));
  EXPECT_EQ(put(out, plain_document("a", "2022-03-01")), std::vector{Put::kReplaced});
  StoreReader in = take(StoreReader::open(database));
  EXPECT_EQ(dump(*take(in.find("a"))), dump(plain_document("a", "2022-03-01")));
  EXPECT_EQ(matching(database, "actor=NATO").size(), 0U);
  EXPECT_EQ(count(database, "documents_fts('Київ')"), 0);
  EXPECT_EQ(count(database, "documents_fts('accused')"), 2);
}

TEST_F(StoreTest, RemovingTakesEverythingOut) {
  const Database database = create();
  StoreWriter out = writer(database);
  put(out, rich_document("a"));
  put(out, plain_document("b", "2022-01-01"));
  const std::array<std::string, 3> ids = {"a", "none", "b"};
  EXPECT_EQ(take(out.remove(ids)), (std::vector{true, false, true}));
  ASSERT_TRUE(out.remove_unused_names());
  for (const char* table :
       {"documents", "sentences", "mentions", "events", "participants", "attribution",
        "event_mentions", "details", "event_parties", "entities", "resolutions", "rules", "places",
        "documents_fts('russia')", "pragma_foreign_key_check"}) {
    EXPECT_EQ(count(database, table), 0) << table;
  }
  put(out, rich_document("a"));
  EXPECT_EQ(count(database, "events"), 2);
}

TEST_F(StoreTest, NamesThatAnotherProgramRemovedAreMadeAnew) {
  const Database one = create();
  const Database two = create();
  StoreWriter first = writer(one);
  StoreWriter second = writer(two);
  put(first, rich_document("a"));
  EXPECT_EQ(take(second.remove(std::array<std::string, 1>{"a"})), std::vector{true});
  ASSERT_TRUE(second.remove_unused_names());
  EXPECT_EQ(put(first, rich_document("b")), std::vector{Put::kAdded});
  EXPECT_EQ(count(one, "pragma_foreign_key_check"), 0);
}

TEST_F(StoreTest, ABatchIsStoredWholeOrNotAtAll) {
  const Database database = create();
  StoreWriter out = writer(database);
  put(out, plain_document("first", "2022-01-01"));
  ASSERT_TRUE(database.connection().execute("PRAGMA max_page_count = 60"));
  std::vector<StoredDocument> batch;
  for (int i = 0; i < 400; ++i) batch.push_back(rich_document("d" + std::to_string(i)));
  const auto full = out.put(batch);
  ASSERT_FALSE(full);
  EXPECT_EQ(full.error().code, ErrorCode::kIo);
  EXPECT_NE(full.error().message.find("disk is full"), std::string::npos);
  EXPECT_EQ(count(database, "documents"), 1);
  ASSERT_TRUE(database.connection().execute("PRAGMA max_page_count = 100000"));
  ASSERT_TRUE(out.put(batch));
  EXPECT_EQ(count(database, "documents"), 401);
  EXPECT_EQ(count(database, "pragma_foreign_key_check"), 0);
}

TEST_F(StoreTest, ASecondWriterIsWaitedFor) {
  const Database one = create();
  const Database two = create();
  StoreWriter first = writer(one);
  StoreWriter second = writer(two);
  for (int i = 0; i < 20; ++i) {
    put(first, rich_document("a" + std::to_string(i)));
    put(second, rich_document("b" + std::to_string(i)));
    EXPECT_EQ(put(second, rich_document("a" + std::to_string(i))), std::vector{Put::kUnchanged});
  }
  EXPECT_EQ(count(one, "documents"), 40);
  EXPECT_EQ(count(one, "events"), 80);
}

TEST_F(StoreTest, ImportedEventsKeepTheirOriginAndAreThereOnce) {
  const Database database = create();
  StoreWriter own = writer(database);
  put(own, plain_document("a", "2022-01-01"));
  StoreWriter out = writer(database, RunKind::kImport, "icews");
  const std::array records = {imported_event("7", "e1"), imported_event("7", "e2"),
                              imported_event("", "e3")};
  EXPECT_EQ(take(out.import(records)), 3U);
  EXPECT_EQ(take(out.import(records)), 0U);
  Where where;
  where.origin = "icews";
  std::vector<std::string> found;
  StoreReader in = take(StoreReader::open(database));
  ASSERT_TRUE(in.for_each_event(where, [&](const EventRecord& record) {
    found.push_back(dump(record));
    return true;
  }));
  ASSERT_EQ(found.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(found[i], dump(records[i]));
  EXPECT_EQ(count(database, "documents WHERE state = 'imported'"), 2);
  EXPECT_EQ(take(in.count_documents()), 1U);
}

TEST_F(StoreTest, AStatementWithoutATypeIsKept) {
  const Database database = create();
  StoreWriter out = writer(database, RunKind::kImport, "icews");
  EventRecord record = imported_event("7", "e1");
  record.has_type = false;
  ASSERT_TRUE(out.import(std::array{record}));
  StoreReader in = take(StoreReader::open(database));
  EXPECT_EQ(dump(take(in.find("icews:7"))->events[0]), dump(record));
}

TEST_F(StoreTest, AReportNeverReplacesAnImportedOne) {
  const Database database = create();
  StoreWriter out = writer(database, RunKind::kImport, "icews");
  ASSERT_TRUE(out.import(std::array{imported_event("7", "e1")}));
  StoreWriter own = writer(database);
  EXPECT_EQ(put(own, plain_document("icews:7", "2022-01-01")), std::vector{Put::kRefused});
}

TEST_F(StoreTest, RecodedEventsReplaceThoseOfTheSameReportOnly) {
  const Database database = create();
  StoreWriter out = writer(database);
  put(out, plain_document("a", "2022-01-01"));
  StoredDocument again = plain_document("a", "2022-01-01");
  again.events[0].event.type = EventType::kReject;
  again.events[0].event.modes.clear();
  StoreWriter recoder = writer(database, RunKind::kRecode);
  EXPECT_EQ(take(recoder.put_recoded(std::array{std::move(again)})), std::vector{Put::kReplaced});
  EXPECT_EQ(matching(database, "event=REJECT").size(), 1U);
  EXPECT_EQ(count(database, "events"), 1);
  EXPECT_EQ(take(recoder.put_recoded(std::array{plain_document("a", "2022-01-02")})),
            std::vector{Put::kRefused});
  EXPECT_EQ(take(recoder.put_recoded(std::array{plain_document("b", "2022-01-02")})),
            std::vector{Put::kRefused});
}

TEST_F(StoreTest, WhereFindsWhatItSays) {
  const Database database = create();
  StoreWriter out = writer(database);
  put(out, rich_document("rich"));
  put(out, plain_document("day", "2022-02-10"));
  put(out, plain_document("month", "2022-03-10"));
  const struct {
    const char* where;
    std::vector<std::string> ids;
  } cases[] = {
      {"", {"rich#1", "rich#2", "day#1", "month#1"}},
      {"event=RETREAT", {"rich#2"}},
      {"mode=expel", {"rich#1"}},
      {"status=reported", {"rich#1"}},
      {"actor=IGO", {"rich#2"}},
      {"actor=IRL AND actor=NATO", {"rich#2"}},
      {"actor=IRL AND actor=RUS", {}},
      {"actor=RUS AND recipient=UKR AND to=2022-02-28", {"day#1"}},
      // The threat of "February" may have been made after the tenth.
      {"from=2022-02-10", {"rich#1", "day#1", "month#1"}},
      {"from=2022-02-11 AND to=2022-02-28", {"rich#1"}},
      {"actor='x\" OR 1=1 --'", {}},
  };
  for (const auto& c : cases) EXPECT_EQ(matching(database, c.where), c.ids) << c.where;
}

TEST_F(StoreTest, ReadersNeverMakeAFileAndNeverChangeOne) {
  const auto missing = Database::open(path_, Access::kRead);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(Database::open(path_, Access::kWrite));
  EXPECT_FALSE(std::filesystem::exists(path_));
  static_cast<void>(create());
  const Database reader = take(Database::open(path_, Access::kRead));
  EXPECT_FALSE(reader.connection().execute("DELETE FROM runs"));
}

TEST_F(StoreTest, RefusesWhatIsNoDatabaseOfThisProgram) {
  std::ofstream(path_) << "This is a text and no database, though it is long enough to be one.";
  for (const Access access : {Access::kRead, Access::kWrite, Access::kCreate}) {
    const auto text = Database::open(path_, access);
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, ErrorCode::kBadFormat);
  }
  std::filesystem::remove(path_);
  {
    const auto other =
        take(sqlite::Connection::open(path_, path_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
    ASSERT_TRUE(other.execute("CREATE TABLE theirs (a)"));
  }
  const auto foreign = Database::open(path_, Access::kCreate);
  ASSERT_FALSE(foreign);
  EXPECT_EQ(foreign.error().message, "this is a database of another program");
}

TEST_F(StoreTest, RefusesTheFormOfANewerProgram) {
  {
    const Database database = create();
    ASSERT_TRUE(database.connection().execute("PRAGMA user_version = 99"));
  }
  for (const Access access : {Access::kRead, Access::kWrite}) {
    const auto newer = Database::open(path_, access);
    ASSERT_FALSE(newer);
    EXPECT_EQ(newer.error().code, ErrorCode::kUnsupported);
  }
}

}  // namespace
}  // namespace entente
