#include "text/language.h"

#include <cld2/public/compact_lang_det.h>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr std::size_t kMostBytes = 32 << 10;
constexpr int kLeastBytes = 60;    // letters of the text, as the recogniser counts
constexpr int kLeastPercent = 80;  // of the text in its first language

// The first bytes of `text`, cut between code points.
std::string_view head_of(std::string_view text) {
  if (text.size() <= kMostBytes) return text;
  std::size_t end = kMostBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

std::string recognise_language(std::string_view text) {
  const std::string_view head = head_of(text);
  CLD2::Language languages[3];
  int percents[3];
  int bytes = 0;
  bool reliable = false;
  CLD2::DetectLanguageSummary(head.data(), static_cast<int>(head.size()), true, languages, percents,
                              &bytes, &reliable);
  if (!reliable || bytes < kLeastBytes || percents[0] < kLeastPercent) return "";
  const std::string code = normalise_language(CLD2::LanguageCode(languages[0]));
  return code == "un" || code.size() != 2 ? "" : code;
}

std::string normalise_language(std::string_view tag) {
  std::string code;
  for (const char c : tag.substr(0, tag.find_first_of("-_"))) {
    code += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  if (code == "iw") return "he";  // the code before 1989
  return code == "eng" || code == "english" ? "en" : code;
}

bool is_coded_language(const Document& document) {
  const std::string code = normalise_language(document.language);
  return code.empty() || code == "en";
}

}  // namespace entente
