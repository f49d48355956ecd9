// Idea: the tree holds text with its entities decoded and a pointer to where
// it stood; both are walked side by side, so that each character knows its
// bytes.  "A&amp;B" against "A&B": "&" came from 5 bytes.
// Cost: linear in the page.
#include "ingest/page_blocks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr auto kBlockLevel = std::to_array<GumboTag>(
    {GUMBO_TAG_ADDRESS,  GUMBO_TAG_ARTICLE,    GUMBO_TAG_ASIDE,   GUMBO_TAG_BLOCKQUOTE,
     GUMBO_TAG_BODY,     GUMBO_TAG_CAPTION,    GUMBO_TAG_CENTER,  GUMBO_TAG_DD,
     GUMBO_TAG_DETAILS,  GUMBO_TAG_DIV,        GUMBO_TAG_DL,      GUMBO_TAG_DT,
     GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,  GUMBO_TAG_FOOTER,
     GUMBO_TAG_FORM,     GUMBO_TAG_H1,         GUMBO_TAG_H2,      GUMBO_TAG_H3,
     GUMBO_TAG_H4,       GUMBO_TAG_H5,         GUMBO_TAG_H6,      GUMBO_TAG_HEADER,
     GUMBO_TAG_HR,       GUMBO_TAG_HTML,       GUMBO_TAG_LI,      GUMBO_TAG_MAIN,
     GUMBO_TAG_MENU,     GUMBO_TAG_NAV,        GUMBO_TAG_OL,      GUMBO_TAG_P,
     GUMBO_TAG_PRE,      GUMBO_TAG_SECTION,    GUMBO_TAG_SUMMARY, GUMBO_TAG_TABLE,
     GUMBO_TAG_TBODY,    GUMBO_TAG_TD,         GUMBO_TAG_TFOOT,   GUMBO_TAG_TH,
     GUMBO_TAG_THEAD,    GUMBO_TAG_TR,         GUMBO_TAG_UL});

bool is_blank(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0; }
// Soft hyphens, zero-width blanks, byte order marks.
bool is_invisible(char32_t c) { return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0xFEFF; }

bool is_name_char(char c) {
  return c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Walks decoded text and the bytes that it was made from side by side.
class Alignment {
 public:
  Alignment(std::string_view text, std::string_view source) : text_(text), source_(source) {}

  bool at_end() const { return j_ == text_.size(); }

  // The next code point, and the bytes of the source that it came from.
  std::pair<std::string_view, ByteRange> next() {
    skip_what_fell_away();
    const std::size_t begin = i_;
    std::size_t end = j_;
    decode_utf8(text_, end);
    const std::string_view part = text_.substr(j_, end - j_);
    if (i_ < source_.size()) {
      if (source_[i_] == '&' && !is_plain_ampersand()) {
        i_ += entity_length(end);
      } else if (source_.substr(i_, 2) == "\r\n" && part == "\n") {
        i_ += 2;
      } else {
        i_ += source_.substr(i_).starts_with(part) ? part.size() : 1;
      }
    }
    j_ = end;
    return {part, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i_)}};
  }

 private:
  // Tags that the parser ignored, the first line end of <pre>.
  void skip_what_fell_away() {
    while (i_ < source_.size() && source_[i_] != text_[j_]) {
      if (source_[i_] == '<') {
        i_ = std::min(source_.size(), source_.find('>', i_)) + 1;
        i_ = std::min(i_, source_.size());
      } else if (source_[i_] == '\n' && !is_blank(static_cast<unsigned char>(text_[j_]))) {
        ++i_;
      } else {
        return;
      }
    }
  }

  std::size_t name_end() const {
    std::size_t end = i_ + 1;
    while (end < source_.size() && end - i_ < 40 && is_name_char(source_[end])) ++end;
    return end;
  }

  // "AT&T", "this & that": no entity; it reads the same in both.
  bool is_plain_ampersand() const {
    const std::size_t length = name_end() - i_;
    const bool ends = i_ + length < source_.size() && source_[i_ + length] == ';';
    return text_.substr(j_, length) == source_.substr(i_, length) &&
           (!ends || text_.substr(j_ + length, 1) == ";");
  }

  // Length of the entity at `i_` whose decoded form ends at text byte `end`.
  std::size_t entity_length(std::size_t end) const {
    const std::size_t longest = name_end() - i_;
    if (i_ + longest < source_.size() && source_[i_ + longest] == ';') return longest + 1;
    const std::string_view behind = text_.substr(end, 4);  // "&copy2020": where the text goes on
    for (std::size_t length = 2; length < longest; ++length) {
      if (source_.substr(i_ + length).starts_with(behind)) return length;
    }
    return longest;
  }

  std::string_view text_;
  std::string_view source_;
  std::size_t i_ = 0;  // in source_
  std::size_t j_ = 0;  // in text_
};

class BlockReader {
 public:
  BlockReader(const HtmlTree& tree, const std::function<bool(const GumboNode*)>& skip)
      : html_(tree.html()), skip_(skip) {}

  std::vector<PageBlock> read(const GumboNode* root) {
    walk(
        root, [this](const GumboNode* node) { return enter(node); },
        [this](const GumboNode* node) { leave(node); });
    finish_block();
    return std::move(blocks_);
  }

 private:
  bool enter(const GumboNode* node) {
    if (is_text(node)) {
      add_text(node);
      return true;
    }
    if (!is_element(node) || skip_(node)) {
      if (is_block_level(node)) finish_block();
      return false;
    }
    if (is_element(node, GUMBO_TAG_BR)) add_line_end(node);
    if (is_element(node, GUMBO_TAG_A)) ++links_;
    if (is_block_level(node)) {
      finish_block();
      elements_.push_back(node);
    }
    return true;
  }

  void leave(const GumboNode* node) {
    if (is_element(node, GUMBO_TAG_A)) --links_;
    if (!is_block_level(node)) return;
    finish_block();
    elements_.pop_back();
  }

  void add_text(const GumboNode* node) {
    const GumboText& found = node->v.text;
    const std::string_view source(found.original_text.data, found.original_text.length);
    const auto shift = static_cast<std::uint32_t>(found.original_text.data - html_.data());
    Alignment alignment(found.text, source);
    while (!alignment.at_end()) {
      auto [part, bytes] = alignment.next();
      add_character(part, {bytes.begin + shift, bytes.end + shift});
    }
  }

  void add_character(std::string_view part, ByteRange source) {
    std::size_t pos = 0;
    const char32_t c = decode_utf8(part, pos);
    if (is_invisible(c)) return;
    if (is_blank(c)) {
      in_word_ = false;
      const bool wanted = !block_.text.empty() && block_.text.text().back() != ' ' &&
                          block_.text.text().back() != '\n';
      if (wanted) block_.text.add(" ", source);
      return;
    }
    if (!in_word_) {
      ++block_.words;
      if (links_ > 0) ++block_.linked_words;
    }
    in_word_ = true;
    block_.text.add(part, source);
  }

  // A second <br> ends the block.
  void add_line_end(const GumboNode* node) {
    in_word_ = false;
    block_.text.trim_end();
    if (block_.text.empty()) return;
    if (block_.text.text().back() == '\n') {
      finish_block();
      return;
    }
    const auto begin = static_cast<std::uint32_t>(node->v.element.start_pos.offset);
    block_.text.add(
        "\n", {begin, begin + static_cast<std::uint32_t>(node->v.element.original_tag.length)});
  }

  void finish_block() {
    in_word_ = false;
    while (block_.text.text().ends_with('\n')) block_.text.trim_last();
    block_.text.trim_end();
    if (!block_.text.empty()) {
      block_.element = elements_.empty() ? nullptr : elements_.back();
      blocks_.push_back(std::move(block_));
    }
    block_ = {};
  }

  std::string_view html_;
  const std::function<bool(const GumboNode*)>& skip_;
  std::vector<PageBlock> blocks_;
  PageBlock block_;
  std::vector<const GumboNode*> elements_;  // block-level, from the outermost in
  int links_ = 0;
  bool in_word_ = false;
};

}  // namespace

std::vector<PageBlock> read_blocks(const HtmlTree& tree, const GumboNode* root,
                                   const std::function<bool(const GumboNode*)>& skip) {
  return BlockReader(tree, skip).read(root);
}

bool is_block_level(const GumboNode* node) {
  return is_element(node) &&
         std::ranges::find(kBlockLevel, node->v.element.tag) != kBlockLevel.end();
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool blank = is_blank(static_cast<unsigned char>(c));
    words += !blank && !in_word ? 1 : 0;
    in_word = !blank;
  }
  return words;
}

}  // namespace entente
