// Idea: text of single characters through iconv, one at a time, so that the
// way back is known for each.  "caf\xE9" as windows-1252 gives "café" with the
// runs [0,3) even and [3,5) <- [3,4).
// It gets wrong: short texts in rare single-byte encodings that nobody declared
// (uchardet needs some hundred letters).  Cost: about 20 MB/s for what is not
// UTF-8; valid UTF-8 is only checked.
#include "text/charset.h"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "text/ascii.h"
#include "text/mapped_text.h"

namespace entente {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kGuessBytes = 1 << 20;

std::string lower_label(std::string_view label) {
  std::string lower = to_ascii_lower(label);
  std::erase_if(lower, [](char c) { return c == ' ' || c == '"' || c == '\'' || c == ';'; });
  return lower;
}

// What browsers understand by a label, in iconv's words (WHATWG Encoding,
// section 4.2); unknown labels go to iconv as they are.
std::string charset_of(std::string_view label) {
  constexpr std::pair<std::string_view, std::string_view> kMeaning[] = {
      {"utf8", "utf-8"},
      {"unicode-1-1-utf-8", "utf-8"},
      {"ascii", "windows-1252"},
      {"us-ascii", "windows-1252"},
      {"latin1", "windows-1252"},
      {"iso-8859-1", "windows-1252"},
      {"iso8859-1", "windows-1252"},
      {"iso_8859-1", "windows-1252"},
      {"l1", "windows-1252"},
      {"cp1252", "windows-1252"},
      {"iso-8859-9", "windows-1254"},
      {"latin5", "windows-1254"},
      {"iso-8859-11", "windows-874"},
      {"tis-620", "windows-874"},
      {"gb2312", "gb18030"},
      {"gbk", "gb18030"},
      {"x-gbk", "gb18030"},
      {"gb_2312-80", "gb18030"},
      {"shift_jis", "cp932"},
      {"x-sjis", "cp932"},
      {"sjis", "cp932"},
      {"windows-31j", "cp932"},
      {"euc-kr", "cp949"},
      {"ks_c_5601-1987", "cp949"},
      {"big5", "big5-hkscs"},
      {"x-mac-roman", "macintosh"},
      {"x-mac-cyrillic", "mac-cyrillic"},
      {"win-1251", "windows-1251"}};
  std::string lower = lower_label(label);
  for (const auto& [alias, name] : kMeaning) {
    if (lower == alias) return std::string(name);
  }
  return lower;
}

class Converter {
 public:
  explicit Converter(const std::string& charset) : handle_(iconv_open("UTF-8", charset.c_str())) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (known()) iconv_close(handle_);
  }
  bool known() const {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): iconv's own sign of failure
    return handle_ != reinterpret_cast<iconv_t>(-1);
  }

  // Decodes the character at `bytes`, which has `left` bytes, into `out`: how
  // many bytes it took, 0 when there is none.
  std::size_t decode(const char* bytes, std::size_t left, std::string& out) {
    for (std::size_t length = 1; length <= std::min(left, kLongest); ++length) {
      char* in = const_cast<char*>(bytes);
      std::size_t in_left = length;
      char buffer[32];
      char* to = buffer;
      std::size_t room = sizeof(buffer);
      const std::size_t result = iconv(handle_, &in, &in_left, &to, &room);
      out.append(buffer, sizeof(buffer) - room);
      if (in != bytes) return static_cast<std::size_t>(in - bytes);
      if (result == static_cast<std::size_t>(-1) && errno != EINVAL) break;
    }
    iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    return 0;
  }

 private:
  static constexpr std::size_t kLongest = 8;
  iconv_t handle_;
};

DecodedText finish(MappedText text, std::string charset, std::size_t replaced) {
  DecodedText decoded;
  decoded.map = text.map();
  decoded.text = text.take_text();
  decoded.charset = std::move(charset);
  decoded.replaced = replaced;
  return decoded;
}

ByteRange range_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// nullopt: iconv does not know the charset.
std::optional<DecodedText> decode_as(std::string_view bytes, const std::string& charset,
                                     std::size_t skip = 0) {
  Converter converter(charset);
  if (charset.empty() || !converter.known()) return std::nullopt;
  MappedText text;
  std::size_t replaced = 0;
  std::string part;
  for (std::size_t i = skip; i < bytes.size();) {
    part.clear();
    const std::size_t length = converter.decode(bytes.data() + i, bytes.size() - i, part);
    replaced += length == 0 ? 1 : 0;
    const std::size_t end = i + std::max<std::size_t>(length, 1);
    text.add(length == 0 ? kReplacement : part, range_of(i, end));
    i = end;
  }
  return finish(std::move(text), charset, replaced);
}

// UTF-8 with U+FFFD for every byte that is none of it.
DecodedText mend_utf8(std::string_view bytes) {
  MappedText text;
  std::size_t replaced = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::string_view rest = bytes.substr(i);
    const std::size_t good = find_invalid_utf8(rest).value_or(rest.size());
    text.add(rest.substr(0, good), range_of(i, i + good));
    i += good;
    if (i == bytes.size()) break;
    text.add(kReplacement, range_of(i, i + 1));
    ++replaced;
    ++i;
  }
  return finish(std::move(text), "", replaced);
}

// Whether nearly all that is not ASCII is well-formed UTF-8.
bool is_mostly_utf8(const DecodedText& mended) {
  const auto first_bytes = std::ranges::count_if(
      mended.text, [](char c) { return static_cast<unsigned char>(c) >= 0xC0; });
  const auto broken = static_cast<std::ptrdiff_t>(mended.replaced);
  return first_bytes - broken >= 9 * broken;
}

std::string guess_charset(std::string_view bytes) {
  uchardet_t detector = uchardet_new();
  std::string charset;
  if (uchardet_handle_data(detector, bytes.data(), std::min(bytes.size(), kGuessBytes)) == 0) {
    uchardet_data_end(detector);
    charset = charset_of(uchardet_get_charset(detector));
  }
  uchardet_delete(detector);
  return charset;
}

// "UTF-16LE" or "UTF-16BE" when every second byte is zero, as of Latin text.
const char* guess_utf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  std::size_t zeros[2] = {};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
  const std::size_t half = head.size() / 2;
  if (half < 4) return nullptr;
  if (zeros[1] * 10 > half * 7 && zeros[0] * 20 < half) return "UTF-16LE";
  if (zeros[0] * 10 > half * 7 && zeros[1] * 20 < half) return "UTF-16BE";
  return nullptr;
}

std::optional<DecodedText> decode_wide(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return decode_as(bytes, "UTF-32LE", 4);
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return decode_as(bytes, "UTF-32BE", 4);
  if (bytes.starts_with("\xFF\xFE")) return decode_as(bytes, "UTF-16LE", 2);
  if (bytes.starts_with("\xFE\xFF")) return decode_as(bytes, "UTF-16BE", 2);
  if (const char* name = guess_utf16(bytes)) return decode_as(bytes, name);
  return std::nullopt;
}

}  // namespace

DecodedText decode_text(std::string bytes, std::string_view declared) {
  if (auto wide = decode_wide(bytes)) return std::move(*wide);
  const std::string told = charset_of(declared);
  const bool switched = told.starts_with("iso-2022-") && bytes.find('\x1B') != std::string::npos;
  if (!switched && !find_invalid_utf8(bytes)) return {std::move(bytes), "", 0, {}};
  // Declared as two bytes each, and no zeros in it: the label is wrong.
  const bool told_wide = told.starts_with("utf-16") || told.starts_with("utf-32");
  std::optional<DecodedText> as_told;
  if (told != "utf-8" && !told_wide) as_told = decode_as(bytes, told);
  if (as_told && as_told->replaced == 0) return std::move(*as_told);
  DecodedText mended = mend_utf8(bytes);
  if (is_mostly_utf8(mended)) return mended;
  const std::string guessed = guess_charset(bytes);
  if (auto as_guessed = decode_as(bytes, guessed); as_guessed && as_guessed->replaced == 0) {
    return std::move(*as_guessed);
  }
  if (auto western = decode_as(bytes, "windows-1252");
      western && (!as_told || western->replaced < as_told->replaced)) {
    return std::move(*western);
  }
  return as_told ? std::move(*as_told) : std::move(mended);
}

}  // namespace entente
