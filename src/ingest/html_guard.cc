// Idea: a scanner of tags that counts, and builds nothing.  It need not agree
// with the parser on every page, only be no smaller where that matters.
// It gets wrong: "<" in running text that looks like a tag counts as one.
#include "ingest/html_guard.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace entente {
namespace {

constexpr int kMaxDepth = 512;
constexpr int kMaxAttributes = 1000;
constexpr std::int64_t kMaxRemade = 2'000'000;

// Never have content, or end by themselves where the next of them starts.
constexpr auto kDepthless = std::to_array<std::string_view>(
    {"area",     "base",   "body", "br",    "col", "colgroup", "dd",     "dt",  "embed",  "frame",
     "head",     "hr",     "html", "image", "img", "input",    "keygen", "li",  "link",   "meta",
     "optgroup", "option", "p",    "param", "rb",  "rp",       "rt",     "rtc", "source", "tbody",
     "td",       "tfoot",  "th",   "thead", "tr",  "track",    "wbr"});
constexpr auto kFormatting =
    std::to_array<std::string_view>({"a", "b", "big", "code", "em", "font", "i", "nobr", "s",
                                     "small", "strike", "strong", "tt", "u"});
// Their content is text up to their end tag.
constexpr auto kRawText = std::to_array<std::string_view>(
    {"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"});
// Closed by "/>" while inside a drawing.
constexpr auto kDrawing = std::to_array<std::string_view>(
    {"animate", "circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "stop", "use"});

bool holds(const auto& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

class Scanner {
 public:
  explicit Scanner(std::string_view html) : html_(html) {}

  Status scan() {
    while (true) {
      pos_ = html_.find('<', pos_);
      if (pos_ == std::string_view::npos) return {};
      const std::string_view rest = html_.substr(pos_);
      if (rest.starts_with("<!--")) {
        skip_behind("-->");
      } else if (rest.size() > 1 && is_letter(rest[1])) {
        ENTENTE_TRY(scan_start_tag());
      } else if (rest.size() > 2 && rest[1] == '/' && is_letter(rest[2])) {
        scan_end_tag();
      } else {
        ++pos_;
      }
    }
  }

 private:
  void skip_behind(std::string_view mark) {
    const std::size_t found = html_.find(mark, pos_);
    pos_ = found == std::string_view::npos ? html_.size() : found + mark.size();
  }

  // The lower-case name at `pos_`, which moves behind it.
  std::string read_name() {
    std::string name;
    for (; pos_ < html_.size(); ++pos_) {
      const char c = html_[pos_];
      if (is_blank(c) || c == '>' || c == '/') break;
      if (name.size() < 32) name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return name;
  }

  // Behind the ">" of a tag; counts attributes and sees "/>".
  int skip_attributes(bool& closed) {
    int count = 0;
    bool in_name = false;
    for (; pos_ < html_.size() && html_[pos_] != '>'; ++pos_) {
      const char c = html_[pos_];
      closed = c == '/';
      if (c == '"' || c == '\'') {
        const std::size_t quote = html_.find(c, pos_ + 1);
        if (quote == std::string_view::npos) break;
        pos_ = quote;
        in_name = false;
      } else if (is_blank(c) || c == '/') {
        in_name = false;
      } else if (!in_name) {
        in_name = true;
        ++count;
      }
    }
    pos_ = std::min(html_.size(), pos_ + 1);
    return count;
  }

  Status scan_start_tag() {
    const std::size_t begin = pos_++;
    const std::string name = read_name();
    bool closed = false;
    const int attributes = skip_attributes(closed);
    if (attributes > kMaxAttributes) {
      return too_large(fmt::format("a tag has more than {} attributes", kMaxAttributes), begin);
    }
    if (name == "svg" || name == "math") {
      in_drawing_ = true;
    } else if (in_drawing_ && closed && holds(kDrawing, name)) {
      return {};
    } else if (holds(kDepthless, name) || name == "div" || name == "span") {
      in_drawing_ = false;
    }
    if (holds(kRawText, name)) {
      skip_raw_text(name);
      return {};
    }
    remade_ += formatting_;
    if (remade_ > kMaxRemade) {
      return too_large("too many elements that set type are left open", begin);
    }
    if (holds(kFormatting, name)) ++formatting_;
    if (!holds(kDepthless, name) && ++depth_ > kMaxDepth) {
      return too_large(fmt::format("elements nested deeper than {}", kMaxDepth), begin);
    }
    return {};
  }

  void scan_end_tag() {
    pos_ += 2;
    const std::string name = read_name();
    skip_behind(">");
    if (name == "svg" || name == "math") in_drawing_ = false;
    if (holds(kFormatting, name) && formatting_ > 0) --formatting_;
    if (!holds(kDepthless, name) && depth_ > 0) --depth_;
  }

  // Behind the content of <script> and its like, before their end tag.
  void skip_raw_text(const std::string& name) {
    ++depth_;  // the end tag takes it away
    while (true) {
      pos_ = html_.find("</", pos_);
      if (pos_ == std::string_view::npos) {
        pos_ = html_.size();
        return;
      }
      const std::size_t begin = pos_;
      pos_ += 2;
      const std::string found = read_name();
      if (found == name) {
        pos_ = begin;
        return;
      }
    }
  }

  static std::unexpected<Error> too_large(std::string what, std::size_t byte) {
    return fail(ErrorCode::kTooLarge, std::move(what), {"", 0, byte});
  }

  std::string_view html_;
  std::size_t pos_ = 0;
  int depth_ = 0;
  std::int64_t formatting_ = 0;  // left open
  std::int64_t remade_ = 0;
  bool in_drawing_ = false;
};

}  // namespace

Status check_html_bounds(std::string_view html) { return Scanner(html).scan(); }

}  // namespace entente
