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
  for (const auto& [name, content] :
       {std::pair{"d", "<!DOCTYPE html><p>x"}, std::pair{"e.html", "x"}, std::pair{"f", "<rss>"},
        std::pair{"g.warc.gz", "x"}}) {
    const auto found = read({file(name, content)});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].find("not supported by this version"), std::string::npos) << found[0];
  }
}

TEST_F(DocumentSourceTest, BadFilesAreNamedAndTheRestIsRead) {
  const std::string good = file("good.txt", "Rain fell.");
  const std::string missing = folder_ / "missing.txt";
  const auto found = read({missing, folder_, file("empty.txt", ""), file("blank.txt", " \n\t\n"),
                           file("binary.txt", std::string_view("ab\0cd", 5)),
                           file("latin.txt", "caf\xe9 bar"), good});
  ASSERT_EQ(found.size(), 7U);
  EXPECT_EQ(found[0], "!" + missing + ": cannot open: No such file or directory");
  EXPECT_NE(found[1].find("Is a directory"), std::string::npos);
  EXPECT_NE(found[2].find("there is no text in it"), std::string::npos);
  EXPECT_NE(found[3].find("there is no text in it"), std::string::npos);
  EXPECT_NE(found[4].find("byte 2: binary data"), std::string::npos);
  EXPECT_NE(found[5].find("byte 3: not valid UTF-8"), std::string::npos);
  EXPECT_EQ(found[6], good);
}

}  // namespace
}  // namespace entente
