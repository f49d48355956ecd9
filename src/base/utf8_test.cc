#include "base/utf8.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Utf8, FindsTheFirstBadByte) {
  EXPECT_EQ(find_invalid_utf8("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80"), std::nullopt);
  const struct {
    std::string_view text;
    std::size_t bad;
  } cases[] = {{"ab\xFF", 2},           {"a\xC3", 1},        {"\xC0\x80", 0}, {"x\xED\xA0\x80", 1},
               {"\xF4\x90\x80\x80", 0}, {"\xE0\x80\x80", 0}, {"ok\x80", 2}};
  for (const auto& c : cases) EXPECT_EQ(find_invalid_utf8(c.text), c.bad) << c.text;
}

TEST(Utf8, DecodesWhatItAppends) {
  for (char32_t c : {U'a', U'\u00e9', U'\u20ac', U'\U0001F600', U'\U0010FFFF'}) {
    std::string s;
    append_utf8(s, c);
    std::size_t pos = 0;
    EXPECT_EQ(decode_utf8(s, pos), c);
    EXPECT_EQ(pos, s.size());
  }
}

TEST(CodePointMap, AgreesWithCountingOneByOne) {
  std::string text;
  for (int i = 0; i < 300; ++i)
    append_utf8(text, i % 3 == 0 ? U'\u20ac' : i % 7 == 0 ? U'\U0001F600' : U'a');
  const CodePointMap map(text);
  std::uint32_t index = 0;
  for (std::size_t pos = 0; pos < text.size(); ++index) {
    const std::size_t start = pos;
    decode_utf8(text, pos);
    for (std::size_t b = start; b < pos; ++b) EXPECT_EQ(map.code_point(b), index);
    EXPECT_EQ(map.byte(index), start);
  }
  EXPECT_EQ(map.size(), 300u);
  EXPECT_EQ(map.code_point(text.size()), 300u);
  EXPECT_EQ(map.byte(300), text.size());
}

TEST(CodePointMap, AsciiAndEmpty) {
  const CodePointMap ascii("hello");
  EXPECT_EQ(ascii.code_point(3), 3u);
  EXPECT_EQ(ascii.byte(3), 3u);
  const CodePointMap empty("");
  EXPECT_EQ(empty.code_point(0), 0u);
}

}  // namespace
}  // namespace entente
