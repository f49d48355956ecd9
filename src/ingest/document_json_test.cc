#include "ingest/document_json.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

TEST(ParseDocument, ReadsAllFields) {
  const auto document = parse_document(
      R"({"id":"a","text":"Rain fell.","title":"Rain","date":"2021-03-04","source":"S","url":"U","language":"en"})");
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->id, "a");
  EXPECT_EQ(document->text, "Rain fell.");
  EXPECT_EQ(document->title, "Rain");
  EXPECT_EQ(document->date, Date::make(2021, 3, 4));
  EXPECT_EQ(document->source, "S");
  EXPECT_EQ(document->url, "U");
  EXPECT_EQ(document->language, "en");
  EXPECT_EQ(document->extra, "");
}

TEST(ParseDocument, NullAndEmptyAreAbsent) {
  const auto document =
      parse_document(R"({"id":"a","text":"x","title":null,"date":null,"source":"","url":null})");
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->title, "");
  EXPECT_FALSE(document->date.has_value());
  EXPECT_EQ(document->extra, "");
}

TEST(ParseDocument, KeepsUnknownKeysInTheirOrder) {
  const auto document = parse_document(R"({"zebra":[1,{"b":null}],"id":"a","text":"x","ape":"ä"})");
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->extra, R"({"zebra":[1,{"b":null}],"ape":"ä"})");
}

struct BadLine {
  std::string line;
  std::string message;  // a part of it
};

TEST(ParseDocument, SaysWhatIsWrong) {
  const std::string deep = R"({"id":"a","text":"x","k":)" + std::string(5000, '[');
  const BadLine cases[] = {
      {R"({"id":"a","text":"x)", "breaks off"},
      {R"({"id":"a",,"text":"x"})", "not expected"},
      {R"(["id"])", "must be a JSON object"},
      {R"({"text":"x"})", "no \"id\""},
      {R"({"id":null,"text":"x"})", "no \"id\""},
      {R"({"id":7,"text":"x"})", "must be a string, found number"},
      {R"({"id":"a"})", "has no text"},
      {R"({"id":"a","text":" \n\t"})", "has no text"},
      {R"({"id":"a","text":["x"]})", "must be a string, found array"},
      {R"({"id":"a","text":"x","date":"2021-02-30"})", "2021-02-30"},
      {R"({"id":"a","text":"x","date":"201005011"})", "201005011"},
      {"{\"id\":\"a\",\"text\":\"\xff\"}", "UTF-8"},
      {R"({"id":"a","text":"\ud800"})", "not JSON"},
      {R"({"id":"a","text":"x","n":1e999})", "not JSON"},
      {deep, "nested deeper"},
  };
  for (const BadLine& bad : cases) {
    const auto document = parse_document(bad.line);
    ASSERT_FALSE(document.has_value()) << bad.line;
    EXPECT_EQ(document.error().code, ErrorCode::kBadFormat);
    EXPECT_NE(document.error().message.find(bad.message), std::string::npos)
        << bad.line << "\n"
        << document.error().message;
  }
}

TEST(ParseDocument, NamesTheByte) {
  const auto document = parse_document("{\"id\":\"a\",\"text\":\"ok \xff\"}");
  ASSERT_FALSE(document.has_value());
  EXPECT_EQ(document.error().place.offset, 21U);
}

}  // namespace
}  // namespace entente
