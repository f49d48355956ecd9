#include "ingest/document_source.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"

namespace entente {
namespace {

class DocumentSourceTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::path(testing::TempDir()) / ("entente_source." + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string file(const std::string& name, std::string_view content) {
    const std::string path = folder_ / name;
    EXPECT_TRUE(write_file_atomically(path, content).has_value());
    return path;
  }

  // One word a document or error: "id", or "!code message".
  static std::vector<std::string> read(std::vector<std::string> paths, SourceOptions options = {}) {
    DocumentSource source(std::move(paths), options);
    std::vector<std::string> found;
    while (auto document = source.next()) {
      found.push_back(*document ? (*document)->id : "!" + describe(document->error()));
    }
    return found;
  }

  std::filesystem::path folder_;
};

TEST_F(DocumentSourceTest, TextFileIsOneDocumentAsReceived) {
  const std::string path = file("a.txt", "\xEF\xBB\xBFOne.\r\n\r\nTwo.\n");
  DocumentSource source({path}, {});
  const auto document = source.next();
  ASSERT_TRUE(document && *document);
  EXPECT_EQ((*document)->id, path);
  EXPECT_EQ((*document)->text, "\xEF\xBB\xBFOne.\r\n\r\nTwo.\n");
  EXPECT_EQ((*document)->title, "");
  EXPECT_FALSE(source.next().has_value());
}

TEST_F(DocumentSourceTest, LinesInOrderBlankOnesSkipped) {
  const std::string path = file("a.jsonl",
                                "\xEF\xBB\xBF{\"id\":\"1\",\"text\":\"x\"}\r\n\n  \n"
                                "{\"id\":\"2\",\"text\":\"y\"}");
  EXPECT_EQ(read({path}), (std::vector<std::string>{"1", "2"}));
}

TEST_F(DocumentSourceTest, GoesOnBehindABadLine) {
  const std::string path =
      file("a.jsonl",
           "{\"id\":\"1\",\"text\":\"x\"}\n{\"id\":\"2\",\"te\n{\"id\":\"3\",\"text\":\"z\"}\n");
  const auto found = read({path});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[1], "!" + path + ":2, byte 13: not JSON: the line breaks off");
  EXPECT_EQ(found[2], "3");
}

TEST_F(DocumentSourceTest, LongLineIsAnErrorOfThatLineOnly) {
  SourceOptions options;
  options.max_document = 100;
  const std::string path = file("a.jsonl", "{\"id\":\"1\",\"text\":\"" + std::string(200'000, 'x') +
                                               "\"}\n{\"id\":\"2\",\"text\":\"y\"}\n");
  const auto found = read({path}, options);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0], "!" + path + ":1: the line has 200020 bytes; the limit is 100");
  EXPECT_EQ(found[1], "2");
}

TEST_F(DocumentSourceTest, IdsMustDifferAcrossInputs) {
  const std::string a = file("a.jsonl", "{\"id\":\"1\",\"text\":\"x\"}\n");
  const std::string b =
      file("b.jsonl", "{\"id\":\"1\",\"text\":\"y\"}\n{\"id\":\"2\",\"text\":\"y\"}\n");
  const auto found = read({a, b});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[1], "!" + b + ":1: the id \"1\" was there before; ids must differ within a run");
}

TEST_F(DocumentSourceTest, DateOfTheRunOnlyWhereThereIsNone) {
  SourceOptions options;
  options.date = Date::make(2020, 1, 2);
  const std::string path = file(
      "a.jsonl",
      "{\"id\":\"1\",\"text\":\"x\",\"date\":\"2019-01-01\"}\n{\"id\":\"2\",\"text\":\"x\"}\n");
  DocumentSource source({path}, options);
  EXPECT_EQ((*source.next())->date, Date::make(2019, 1, 1));
  EXPECT_EQ((*source.next())->date, Date::make(2020, 1, 2));
}

TEST_F(DocumentSourceTest, FormatByNameThenByFirstBytes) {
  EXPECT_EQ(read({file("a", "  {\"id\":\"1\",\"text\":\"x\"}\n")}), std::vector<std::string>{"1"});
  const std::string text = file("b", "Rain {\"id\":\"1\"}");
  EXPECT_EQ(read({text}), std::vector<std::string>{text});
  const std::string brace = file("c.txt", "{ not JSON }");
  EXPECT_EQ(read({brace}), std::vector<std::string>{brace});
  const std::tuple<const char*, const char*, const char*> cases[] = {
      {"d", "<!DOCTYPE html><p>x", "no article on this page"},
      {"e.html", "x", "no article on this page"},
      {"f", "<rss></rss>", ""},
      {"g", "WARC/1.0\r\n", "the head of the record does not end"},
      {"h", "id,text\n1,\n", "the row has no text"}};
  for (const auto& [name, content, expected] : cases) {
    const auto found = read({file(name, content)});
    ASSERT_EQ(found.size(), *expected == '\0' ? 0U : 1U) << name;
    if (!found.empty()) {
      EXPECT_NE(found[0].find(expected), std::string::npos) << found[0];
    }
  }
}

TEST_F(DocumentSourceTest, BadFilesAreNamedAndTheRestIsRead) {
  const std::string good = file("good.txt", "Rain fell.");
  const std::string missing = folder_ / "missing.txt";
  const auto found = read({missing, file("empty.txt", ""), file("blank.txt", " \n\t\n"),
                           file("binary.txt", std::string_view("ab\0cd", 5)),
                           file("a.png", "\x89PNG\r\n"), folder_ / "*.none", good});
  ASSERT_EQ(found.size(), 7U);
  EXPECT_EQ(found[0], "!" + missing + ": cannot open: No such file or directory");
  EXPECT_NE(found[1].find("there is no text in it"), std::string::npos);
  EXPECT_NE(found[2].find("there is no text in it"), std::string::npos);
  EXPECT_NE(found[3].find("byte 2: binary data"), std::string::npos);
  EXPECT_NE(found[4].find("a picture, no text"), std::string::npos);
  EXPECT_NE(found[5].find("no file has a name like this"), std::string::npos);
  EXPECT_EQ(found[6], good);
}

TEST_F(DocumentSourceTest, FoldersByNameAndBelow) {
  std::filesystem::create_directories(folder_ / "in" / "b");
  std::filesystem::create_directories(folder_ / "in" / ".git");
  for (const char* name : {"in/c.txt", "in/a.txt", "in/b/z.txt", "in/.git/x.txt", "in/.hidden"}) {
    file(name, "Rain fell.");
  }
  file("in/p.png", "\x89PNG\r\n");
  std::filesystem::create_directory_symlink(folder_ / "in", folder_ / "in" / "b" / "up");
  DocumentSource source({folder_ / "in"}, {});
  std::vector<std::string> found;
  while (auto document = source.next()) found.push_back((*document).value().id);
  const std::string in = folder_ / "in";
  EXPECT_EQ(found, (std::vector<std::string>{in + "/a.txt", in + "/b/z.txt", in + "/c.txt"}));
  EXPECT_EQ(source.counts().documents, 3U);
  EXPECT_EQ(source.counts().passed_over, 1U);
  EXPECT_EQ(source.counts().files, 4U);
  EXPECT_EQ(source.counts().bytes, 3 * 10U + 6U);
  const InputTotals totals = measure_inputs({in});
  EXPECT_EQ(totals.files, 4U);
  EXPECT_EQ(totals.bytes, 3 * 10U + 6U);
}

TEST_F(DocumentSourceTest, GlobsAndPathsThatLookLikeThem) {
  file("1.txt", "Rain fell.");
  file("2.txt", "Rain fell.");
  file("[3].txt", "Rain fell.");
  EXPECT_EQ(read({folder_ / "[12].txt"}).size(), 2U);
  EXPECT_EQ(read({folder_ / "[3].txt"}), std::vector<std::string>{folder_ / "[3].txt"});
}

TEST_F(DocumentSourceTest, OtherEncodingsAreConverted) {
  DocumentSource source({file("latin.txt", "The caf\xe9 reopened.")}, {});
  const auto document = source.next();
  ASSERT_TRUE(document && *document);
  EXPECT_EQ((*document)->text, "The café reopened.");
  EXPECT_EQ((*document)->origin.map->source(7, 9), (ByteRange{7, 8}));
}

TEST_F(DocumentSourceTest, LanguageIsRecognisedUnlessTold) {
  const std::string german =
      "Die Minister beider Länder trafen sich am Dienstag und einigten sich auf die Öffnung.";
  DocumentSource source(
      {file("de.txt", german),
       file("en.jsonl", "{\"id\":\"1\",\"text\":\"" + german + "\",\"language\":\"en\"}")},
      {});
  EXPECT_EQ(source.next()->value().language, "de");
  EXPECT_EQ(source.next()->value().language, "en");
}

}  // namespace
}  // namespace entente
