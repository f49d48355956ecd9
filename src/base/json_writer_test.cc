#include "base/json_writer.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

TEST(JsonWriter, CommasAndNesting) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.string("a", "x");
  json.key("b");
  json.begin_array();
  json.integer(1);
  json.begin_object();
  json.end_object();
  json.null();
  json.boolean(true);
  json.end_array();
  json.string_or_null("c", "");
  json.key("d");
  json.raw("{\"e\":1}");
  json.end_object();
  EXPECT_EQ(out, R"({"a":"x","b":[1,{},null,true],"c":null,"d":{"e":1}})");
}

TEST(JsonWriter, EscapesWhatJsonForbids) {
  std::string out;
  JsonWriter(out).string(
      "a\"b\\c\nd\te\x01"
      "f é");
  EXPECT_EQ(out, R"("a\"b\\c\nd\te\u0001f é")");
}

TEST(JsonWriter, NumbersHaveAPoint) {
  std::string out;
  JsonWriter json(out);
  json.begin_array();
  json.number(-1);
  json.number(2.5);
  json.number(51.50853);
  json.number(0);
  json.end_array();
  EXPECT_EQ(out, "[-1.0,2.5,51.50853,0.0]");
}

}  // namespace
}  // namespace entente
