// Feeds, tables, web archives and packed files, as DocumentSource gives them.
#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "ingest/document_source.h"

namespace entente {
namespace {

using Members = std::vector<std::pair<std::string, std::string>>;

// An archive of libarchive's `format` through `filter`.
std::string pack(int format, int filter, const Members& members) {
  std::string out(std::size_t{80} << 20, '\0');
  std::size_t used = 0;
  archive* a = archive_write_new();
  archive_write_add_filter(a, filter);
  archive_write_set_format(a, format);
  archive_write_set_bytes_in_last_block(a, 1);
  archive_write_open_memory(a, out.data(), out.size(), &used);
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(a, entry);
    archive_write_data(a, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(a);
  archive_write_free(a);
  out.resize(used);
  return out;
}

std::string zip(const Members& members) {
  return pack(ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, members);
}
std::string tar(const Members& members, int filter = ARCHIVE_FILTER_NONE) {
  return pack(ARCHIVE_FORMAT_TAR_USTAR, filter, members);
}
std::string gzip(const std::string& content) {
  return pack(ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, {{"x", content}});
}

class FormatsTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::path(testing::TempDir()) / ("entente_formats." + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  // Reads one file of that name and content.
  void read(const std::string& name, std::string_view content, SourceOptions options = {}) {
    path_ = folder_ / name;
    ASSERT_TRUE(write_file_atomically(path_, content).has_value());
    documents_.clear();
    errors_.clear();
    DocumentSource source({path_}, options);
    while (auto document = source.next()) {
      if (*document) {
        documents_.push_back(std::move(**document));
      } else {
        errors_.push_back(describe(document->error()).substr(path_.size()));
      }
    }
    counts_ = source.counts();
  }
  std::vector<std::string> ids() const {
    std::vector<std::string> found;
    for (const Document& document : documents_) {
      found.push_back(document.id.starts_with(path_) ? document.id.substr(path_.size())
                                                     : document.id);
    }
    return found;
  }
  // The bytes of `content` that the words came from.
  static std::string bytes_of(const std::string& content, const Document& document,
                              std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(document.text.find(words));
    const ByteRange range =
        document.origin.map->source(begin, begin + static_cast<std::uint32_t>(words.size()));
    return content.substr(document.origin.offset + range.begin, range.end - range.begin);
  }

  std::filesystem::path folder_;
  std::string path_;
  std::vector<Document> documents_;
  std::vector<std::string> errors_;
  SourceCounts counts_;
};

TEST_F(FormatsTest, RssItems) {
  const std::string feed = R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>The Daily</title>
<language>en-gb</language>
<item><title>Envoys meet &amp; talk</title><link>https://daily.example/1</link><guid>g1</guid>
<pubDate>Fri, 04 Feb 2022 10:15:00 GMT</pubDate>
<description>&lt;p&gt;Envoys of both &amp;amp; others met.&lt;/p&gt;</description></item>
<item><title>Rain</title><link>https://daily.example/2</link><dc:date>2022-02-03T08:00:00Z</dc:date>
<description>Short.</description>
<content:encoded><![CDATA[<p>It rained in Rome.</p><p>It stopped.</p><figure>A photo</figure>]]></content:encoded></item>
<item><title>Only a headline</title></item>
<item><guid>empty</guid></item>
</channel></rss>)";
  read("a.xml", feed);
  EXPECT_EQ(ids(), (std::vector<std::string>{"g1", "https://daily.example/2", "#3"}));
  ASSERT_EQ(documents_.size(), 3U);
  EXPECT_EQ(documents_[0].text, "Envoys of both & others met.");
  EXPECT_EQ(documents_[0].title, "Envoys meet & talk");
  EXPECT_EQ(documents_[0].source, "The Daily");
  EXPECT_EQ(documents_[0].language, "en");
  EXPECT_EQ(documents_[0].date, Date::make(2022, 2, 4));
  EXPECT_EQ(documents_[0].origin.line, 4U);
  EXPECT_EQ(bytes_of(feed, documents_[0], "both & others"), "both &amp;amp; others");
  EXPECT_EQ(documents_[1].text, "It rained in Rome.\n\nIt stopped.");
  EXPECT_EQ(bytes_of(feed, documents_[1], "in Rome."), "in Rome.");
  EXPECT_EQ(documents_[1].date, Date::make(2022, 2, 3));
  EXPECT_EQ(documents_[2].text, "Only a headline");
  EXPECT_EQ(errors_, (std::vector<std::string>{":11: the item has no text"}));
}

TEST_F(FormatsTest, AtomEntries) {
  read("a.atom", R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Daily</title>
<entry><id>e1</id><title type="html">Envoys &lt;b&gt;meet&lt;/b&gt;</title>
<link rel="alternate" href="https://daily.example/1"/><published>2022-02-04T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Envoys <em>met</em> in Rome.</p></div></content></entry>
</feed>)");
  ASSERT_EQ(documents_.size(), 1U);
  EXPECT_EQ(documents_[0].text, "Envoys met in Rome.");
  EXPECT_EQ(documents_[0].title, "Envoys meet");
  EXPECT_EQ(documents_[0].url, "https://daily.example/1");
}

TEST_F(FormatsTest, EntitiesOfAFeedDoNotExplode) {
  std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"lol\">";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + char(c - 1) + ";";
    bomb += "\">";
  }
  bomb +=
      "]><rss><channel><item><guid>1</guid><description>&j; it rained</description></item>"
      "</channel></rss>";
  read("a.rss", bomb);
  ASSERT_EQ(documents_.size(), 1U);
  EXPECT_LT(documents_[0].text.size(), 100U);
}

TEST_F(FormatsTest, FeedsThatBreakOffOrAreNone) {
  read("a.rss",
       "<rss><channel><item><guid>1</guid><description>It rained.</description></item>"
       "<item><guid>2</guid><description>It sto");
  EXPECT_EQ(ids(), std::vector<std::string>{"1"});
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_NE(errors_[0].find("not well-formed XML"), std::string::npos);
  read("b.xml", "<?xml version=\"1.0\"?><catalog><a/></catalog>");
  EXPECT_EQ(errors_, (std::vector<std::string>{": XML, but no RSS or Atom feed"}));
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<a>";
  read("c.rss", "<rss>" + deep);
  EXPECT_EQ(errors_.size(), 1U);
}

TEST_F(FormatsTest, ItemsMetAgainUnchangedAreCountedOnly) {
  const std::string item = "<item><guid>1</guid><description>It rained.</description></item>";
  read("a.rss", "<rss><channel>" + item + item +
                    "<item><guid>1</guid><description>It stopped.</description></item>"
                    "</channel></rss>");
  EXPECT_EQ(ids(), (std::vector<std::string>{"1", "1#2"}));
  EXPECT_EQ(counts_.repeated, 1U);
}

TEST_F(FormatsTest, CsvRows) {
  const std::string table =
      "Article_ID;Headline;Body;Published;Section\r\n"
      "1;Envoys meet;\"They said \"\"yes\"\";\r\nthen left.\";2022-02-04;world\r\n"
      "2;Rain;;2022-02-04;\r\n"
      "3;Rain;It rained;04 Feb 2022;\r\n"
      "4;too;few\r\n"
      "5;Rain;It rained;never;\r\n";
  read("a.csv", table);
  ASSERT_EQ(ids(), (std::vector<std::string>{"1", "3"}));
  EXPECT_EQ(documents_[0].text, "They said \"yes\";\r\nthen left.");
  EXPECT_EQ(documents_[0].title, "Envoys meet");
  EXPECT_EQ(documents_[0].date, Date::make(2022, 2, 4));
  EXPECT_EQ(documents_[0].extra, "{\"Section\":\"world\"}");
  EXPECT_EQ(bytes_of(table, documents_[0], "\"yes\";\r\nthen"), "\"\"yes\"\";\r\nthen");
  EXPECT_EQ(errors_,
            (std::vector<std::string>{":4: the row has no text", ":6: expected 5 cells, found 3",
                                      ":7: \"never\" is no day"}));
}

TEST_F(FormatsTest, CsvByItsFirstRowAndInOtherEncodings) {
  read("a", "id,text\n1,The caf\xE9 opened again today and the caf\xE9 owner was glad about it\n");
  ASSERT_EQ(documents_.size(), 1U) << errors_[0];
  EXPECT_EQ(documents_[0].text, "The café opened again today and the café owner was glad about it");
  read("b.csv", "name,age\nx,1\n");
  EXPECT_EQ(errors_, (std::vector<std::string>{
                         ":1: the first row must name a column of texts: text, body or content"}));
  read("c.csv", "id,text\n1,\"never closed\n2,x\n");
  EXPECT_EQ(errors_,
            (std::vector<std::string>{":2: a quotation mark is not closed before the end"}));
  read("d.tsv", "text\turl\nIt rained.\thttps://daily.example/1\n");
  EXPECT_EQ(ids(), std::vector<std::string>{"#2"});
}

std::string record(const std::string& type, const std::string& url, const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& type, const std::string& body,
                     const std::string& more = "") {
  return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + more + "\r\n" + body;
}

const std::string kArticle =
    "<html><body><article><h1>Rain</h1><p>It rained in Rome on Friday and all trains stood "
    "still, the mayor said.  He asked the army for pumps and boats, and the army sent both "
    "before night fell.</p></article></body></html>";

TEST_F(FormatsTest, WarcPages) {
  const std::string chunked = "10\r\n" + kArticle.substr(0, 16) + "\r\n" + "FFF\r\n";
  const std::string warc =
      record("warcinfo", "", "software: x") +
      record("response", "http://a.example/1", response("text/html", kArticle)) +
      record("response", "http://a.example/p.png", response("image/png", "\x89PNG")) +
      record("response", "http://a.example/2",
             response("text/html", gzip(kArticle), "Content-Encoding: gzip\r\n")) +
      record("response", "http://a.example/3", "HTTP/1.1 404 Not Found\r\n\r\n" + kArticle) +
      record("response", "http://a.example/4", response("text/html", "<a href=/>Home</a>")) +
      record("response", "http://a.example/1", response("text/html", kArticle));
  for (const std::string& content : {warc, gzip(warc)}) {
    read("a.warc", content);
    EXPECT_EQ(ids(), (std::vector<std::string>{"http://a.example/1", "http://a.example/2"}));
    EXPECT_EQ(errors_.size(), 0U);
    EXPECT_EQ(counts_.passed_over, 3U);
    EXPECT_EQ(counts_.repeated, 1U);
    ASSERT_FALSE(documents_.empty());
    EXPECT_EQ(documents_[0].title, "Rain");
    EXPECT_EQ(documents_[0].source, "a.example");
  }
}

TEST_F(FormatsTest, WarcThatBreaksOff) {
  const std::string first =
      record("response", "http://a.example/1", response("text/html", kArticle));
  read("a.warc", first + first.substr(0, 200));
  EXPECT_EQ(ids(), std::vector<std::string>{"http://a.example/1"});
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_NE(errors_[0].find("breaks off"), std::string::npos) << errors_[0];
  read("b.warc", first + "nonsense\r\n" + first);
  EXPECT_EQ(errors_.size(), 1U);
  read("c.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999\r\n\r\nx");
  EXPECT_EQ(errors_.size(), 1U);
  read("d.warc.gz", gzip(first + first).substr(0, 150));
  EXPECT_EQ(errors_.size(), 1U);
}

TEST_F(FormatsTest, ArchivesWithinEachOther) {
  const std::string inner =
      tar({{"b/2.txt", "It rained."}, {"b/.hidden", "x"}}, ARCHIVE_FILTER_GZIP);
  const std::string outer = zip({{"1.txt", "It stopped."},
                                 {"p.png", "\x89PNG"},
                                 {"inner.tar.gz", inner},
                                 {"l.jsonl", "{\"id\":\"j\",\"text\":\"x\"}\nbad\n"},
                                 {"bin", std::string("a\0b", 3)}});
  read("a.zip", outer);
  EXPECT_EQ(ids(), (std::vector<std::string>{":1.txt", ":inner.tar.gz:b/2.txt", "j"}));
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_TRUE(errors_[0].starts_with(":l.jsonl:2, byte 0: not JSON")) << errors_[0];
  EXPECT_EQ(counts_.passed_over, 2U);
  read("b.txt.gz", gzip("It rained."));
  EXPECT_EQ(ids(), std::vector<std::string>{""});
  read("c.tar.zst", tar({{"a.txt", "It rained."}}, ARCHIVE_FILTER_ZSTD));
  EXPECT_EQ(ids(), std::vector<std::string>{":a.txt"});
}

TEST_F(FormatsTest, ArchivesTooDeep) {
  std::string content = zip({{"a.txt", "It rained."}});
  for (int i = 0; i < 4; ++i) content = zip({{"n.zip", content}});
  read("a.zip", content);
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_NE(errors_[0].find("archives nested deeper than 4"), std::string::npos);
}

TEST_F(FormatsTest, BombsAreRefused) {
  const std::string zeros(std::size_t{70} << 20, ' ');
  const std::string layer = gzip(zeros);
  SourceOptions options;
  options.max_document = std::size_t{1} << 30;
  read("a.zip", zip({{"1.txt", zeros}, {"2.txt", "It rained."}}), options);
  ASSERT_FALSE(errors_.empty());
  EXPECT_NE(errors_[0].find("there is no text"), std::string::npos) << errors_[0];
  options.max_expansion = 10;
  read("b.txt.gz", layer, options);
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_NE(errors_[0].find("expand to more than 10 times"), std::string::npos) << errors_[0];
}

TEST_F(FormatsTest, TruncatedAndBrokenArchives) {
  const std::string whole = gzip("It rained in Rome and in Milan and everywhere else. Then not.");
  read("a.txt.gz", whole.substr(0, whole.size() - 12));
  EXPECT_EQ(documents_.size(), 0U);
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_NE(errors_[0].find("cannot be unpacked"), std::string::npos) << errors_[0];
  read("b.zip", "PK\3\4nonsense");
  EXPECT_EQ(errors_.size(), 1U);
  read("c.gz", "\x1F\x8B");
  EXPECT_EQ(errors_.size(), 1U);
}

}  // namespace
}  // namespace entente
