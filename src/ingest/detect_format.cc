#include "ingest/detect_format.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ingest/csv_table.h"

namespace entente {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kCompressions[] = {".gz", ".zst", ".bz2", ".xz"};

constexpr std::pair<std::string_view, InputFormat> kEndings[] = {
    {".jsonl", InputFormat::kJsonl}, {".ndjson", InputFormat::kJsonl},
    {".json", InputFormat::kJsonl},  {".txt", InputFormat::kText},
    {".text", InputFormat::kText},   {".warc", InputFormat::kWarc},
    {".html", InputFormat::kHtml},   {".htm", InputFormat::kHtml},
    {".xhtml", InputFormat::kHtml},  {".shtml", InputFormat::kHtml},
    {".rss", InputFormat::kFeed},    {".atom", InputFormat::kFeed},
    {".csv", InputFormat::kCsv},     {".tsv", InputFormat::kCsv}};

// First bytes of what is packed; of tar they stand at byte 257.
constexpr std::string_view kPacked[] = {"PK\3\4"sv,
                                        "PK\5\6"sv,
                                        "\x1F\x8B"sv,
                                        "\x28\xB5\x2F\xFD"sv,
                                        "BZh"sv,
                                        "\xFD"
                                        "7zXZ\0"sv};

constexpr std::pair<std::string_view, std::string_view> kMagics[] = {
    {"\x89PNG"sv, "a picture"},
    {"\xFF\xD8\xFF"sv, "a picture"},
    {"GIF8"sv, "a picture"},
    {"%PDF-"sv, "PDF"},
    {"RIFF"sv, "sound or video"},
    {"ID3"sv, "sound"},
    {"OggS"sv, "sound or video"},
    {"wOFF"sv, "a font"},
    {"wOF2"sv, "a font"},
    {"SQLite format 3\0"sv, "a database"},
    {"\x7F"
     "ELF"sv,
     "a program"},
    {"\xD0\xCF\x11\xE0"sv, "an office document"}};

constexpr std::pair<std::string_view, std::string_view> kOtherEndings[] = {
    {".css", "a style sheet"}, {".js", "a script"},    {".mjs", "a script"},
    {".svg", "a picture"},     {".png", "a picture"},  {".jpg", "a picture"},
    {".jpeg", "a picture"},    {".webp", "a picture"}, {".gif", "a picture"},
    {".ico", "a picture"},     {".woff", "a font"},    {".woff2", "a font"},
    {".mp3", "sound"},         {".mp4", "video"},      {".pdf", "PDF"},
    {".db", "a database"},     {".cdx", "an index"}};

// Starts with `prefix`, whatever the case of ASCII letters.
bool starts_like(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(), [](char want, char found) {
           return want == (found >= 'A' && found <= 'Z' ? char(found + 32) : found);
         });
}

bool has_like(std::string_view text, std::string_view part) {
  for (std::size_t i = 0; i + part.size() <= text.size(); ++i) {
    if (starts_like(text.substr(i), part)) return true;
  }
  return false;
}

std::string_view skip_blanks(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text.substr(std::min(text.size(), text.find_first_not_of(" \t\r\n")));
}

std::string lower_name(std::string_view name) {
  std::string lower(name.substr(
      name.find_last_of('/') == std::string_view::npos ? 0 : name.find_last_of('/') + 1));
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const std::string_view ending : kCompressions) {
    if (lower.ends_with(ending)) lower.resize(lower.size() - ending.size());
  }
  return lower;
}

bool is_packed(std::string_view head) {
  if (head.size() >= 262 && head.substr(257, 5) == "ustar") return true;
  return std::ranges::any_of(kPacked, [&](std::string_view m) { return head.starts_with(m); });
}

// XML that is no feed is a page when it says so.
InputFormat markup_format(std::string_view start) {
  if (starts_like(start, "<rss") || starts_like(start, "<feed") || starts_like(start, "<rdf")) {
    return InputFormat::kFeed;
  }
  if (!starts_like(start, "<?xml")) return InputFormat::kHtml;
  return has_like(start, "<html") ? InputFormat::kHtml : InputFormat::kFeed;
}

// A page without <html>: it starts with an element that pages have.
bool is_page(std::string_view start) {
  constexpr std::string_view kStarts[] = {"<!doctype html", "<html",  "<head",    "<body", "<!--",
                                          "<meta",          "<title", "<article", "<div",  "<p>"};
  return std::ranges::any_of(kStarts, [&](std::string_view s) { return starts_like(start, s); });
}

InputFormat format_by_bytes(std::string_view head) {
  const std::string_view start = skip_blanks(head);
  if (start.starts_with("WARC/")) return InputFormat::kWarc;
  if (start.starts_with('{')) return InputFormat::kJsonl;
  if (starts_like(start, "<?xml") || starts_like(start, "<rss") || starts_like(start, "<feed") ||
      starts_like(start, "<rdf:rdf") || is_page(start)) {
    return markup_format(start);
  }
  return names_text_column(start) ? InputFormat::kCsv : InputFormat::kText;
}

}  // namespace

Content detect_content(std::string_view name, std::string_view head) {
  if (is_packed(head)) return {ContentKind::kArchive};
  for (const auto& [magic, what] : kMagics) {
    if (head.starts_with(magic)) return {ContentKind::kOther, {}, what};
  }
  const std::string lower = lower_name(name);
  for (const auto& [ending, format] : kEndings) {
    if (lower.ends_with(ending)) return {ContentKind::kDocuments, format};
  }
  for (const auto& [ending, what] : kOtherEndings) {
    if (lower.ends_with(ending)) return {ContentKind::kOther, {}, what};
  }
  return {ContentKind::kDocuments, format_by_bytes(head)};
}

}  // namespace entente
