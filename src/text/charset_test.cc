#include "text/charset.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

using namespace std::string_literals;

// English with the quotation marks of windows-1252, long enough to be guessed.
std::string western() {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "The caf\xE9 owner said: \x93We\x92ll open again.\x94 ";
  return text;
}

TEST(DecodeText, Utf8IsLeftAlone) {
  const DecodedText decoded = decode_text("caf\xC3\xA9", "iso-8859-1");
  EXPECT_EQ(decoded.text, "café");
  EXPECT_EQ(decoded.charset, "");
  EXPECT_TRUE(decoded.map.is_identity());
}

TEST(DecodeText, ByteOrderMarkOfUtf8Stays) {
  EXPECT_EQ(decode_text("\xEF\xBB\xBFx", "").text, "\xEF\xBB\xBFx");
}

TEST(DecodeText, DeclaredLatin1IsWindows1252) {
  const DecodedText decoded = decode_text(
      "a \x93"
      "b\x94 caf\xE9",
      "ISO-8859-1");
  EXPECT_EQ(decoded.text, "a “b” café");
  EXPECT_EQ(decoded.charset, "windows-1252");
  EXPECT_EQ(decoded.map.source(2, 5), (ByteRange{2, 3}));     // the quotation mark
  EXPECT_EQ(decoded.map.source(5, 6), (ByteRange{3, 4}));     // b
  EXPECT_EQ(decoded.map.source(13, 15), (ByteRange{9, 10}));  // é
}

TEST(DecodeText, GuessedWhereNothingIsDeclaredOrTheDeclarationIsWrong) {
  for (const char* declared : {"", "utf-8", "utf-16", "no-such-charset"}) {
    const DecodedText decoded = decode_text(western(), declared);
    EXPECT_TRUE(decoded.text.starts_with("The café owner said: “We’ll open again.”")) << declared;
    EXPECT_EQ(decoded.replaced, 0U);
  }
}

TEST(DecodeText, ManyEncodings) {
  const std::tuple<const char*, std::string, const char*> cases[] = {
      {"utf-16 with its mark", "\xFF\xFEH\0i\0\xE9\0"s, "Hié"},
      {"utf-16 big endian", "\xFE\xFF\0H\0i"s, "Hi"},
      {"utf-16 without mark", "R\0a\0i\0n\0 \0f\0e\0l\0l\0"s, "Rain fell"},
      {"utf-32", "\xFF\xFE\0\0H\0\0\0"s, "H"},
  };
  for (const auto& [what, bytes, text] : cases)
    EXPECT_EQ(decode_text(bytes, "").text, text) << what;
  EXPECT_EQ(decode_text("\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251").text, "Привет");
  EXPECT_EQ(decode_text("\xB1\xB1\xBE\xA9", "gb2312").text, "北京");
  EXPECT_EQ(decode_text("\x93\x8C\x8B\x9E", "Shift_JIS").text, "東京");
}

TEST(DecodeText, FewBrokenPlacesInUtf8AreReplaced) {
  std::string text;
  for (int i = 0; i < 12; ++i) text += "é";
  const DecodedText decoded = decode_text(text + "\xE9!", "utf-8");
  EXPECT_EQ(decoded.text, text + "\xEF\xBF\xBD!");
  EXPECT_EQ(decoded.replaced, 1U);
  EXPECT_EQ(decoded.map.source(24, 27), (ByteRange{24, 25}));
  EXPECT_EQ(decoded.map.source(27, 28), (ByteRange{25, 26}));
}

TEST(DecodeText, ShortAndEmpty) {
  EXPECT_EQ(decode_text("", "").text, "");
  EXPECT_EQ(decode_text("\xE9", "").text, "é");
}

}  // namespace
}  // namespace entente
