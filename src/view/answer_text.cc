#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "view/answer_page.h"
#include "view/answer_view.h"

namespace entente {
namespace {

constexpr std::size_t kWidth = 100;

// Code points, which is near enough to columns for these words.
std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

// Words in lines of at most kWidth; the first begins with `first`, others with `rest`.
std::string wrapped(std::string_view text, std::string_view first, std::string_view rest) {
  std::string result;
  std::string line(first);
  bool has_word = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    if (has_word && width(line) + 1 + width(word) > kWidth) {
      result += line + "\n";
      line = rest;
      has_word = false;
    }
    if (has_word) line += ' ';
    line += word;
    has_word = true;
  }
  return result + line + "\n";
}

struct TextBlock {
  std::string& out;

  void operator()(const PageParagraph& paragraph) const {
    out += wrapped(paragraph.text, "", "") + "\n";
  }
  void operator()(const PageList& list) const {
    for (const std::string& item : list.items) out += wrapped(item, "  - ", "    ");
    if (!list.items.empty()) out += "\n";
  }
  void operator()(const PageTable& table) const {
    std::vector<std::size_t> widths;
    for (const std::string& cell : table.head) widths.push_back(width(cell));
    for (const auto& row : table.rows) {
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    }
    append_row(table.head, widths);
    for (const auto& row : table.rows) append_row(row, widths);
    out += "\n";
  }
  void append_row(const std::vector<std::string>& row,
                  const std::vector<std::size_t>& widths) const {
    std::string line = "  ";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string blanks(widths[i] - width(row[i]), ' ');
      // Names to the left, numbers to the right.
      line += i == 0 ? row[i] + blanks : "  " + blanks + row[i];
    }
    out += line + "\n";
  }
};

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (std::string_view("\\`*_<>[]|#").contains(c)) result += '\\';
    result += c;
  }
  return result;
}

struct MarkdownBlock {
  std::string& out;

  void operator()(const PageParagraph& paragraph) const { out += escaped(paragraph.text) + "\n\n"; }
  void operator()(const PageList& list) const {
    for (const std::string& item : list.items) out += "- " + escaped(item) + "\n";
    if (!list.items.empty()) out += "\n";
  }
  void operator()(const PageTable& table) const {
    append_row(table.head);
    out += "|";
    for (std::size_t i = 0; i < table.head.size(); ++i) out += i == 0 ? " --- |" : " ---: |";
    out += "\n";
    for (const auto& row : table.rows) append_row(row);
    out += "\n";
  }
  void append_row(const std::vector<std::string>& row) const {
    out += "|";
    for (const std::string& cell : row) out += " " + escaped(cell) + " |";
    out += "\n";
  }
};

std::string title_of(const Answer& answer) {
  return fmt::format("Is a new alliance forming between {} and {}, against {}?", answer.a_name,
                     answer.b_name, answer.against);
}

}  // namespace

std::string answer_text(const Answer& answer) {
  std::string text = title_of(answer) + "\n\n";
  for (const PageSection& section : answer_page(answer)) {
    text += section.title + "\n" + std::string(width(section.title), '-') + "\n";
    for (const PageBlock& block : section.blocks) std::visit(TextBlock{text}, block);
  }
  return text;
}

std::string answer_markdown(const Answer& answer) {
  std::string text = "# " + escaped(title_of(answer)) + "\n\n";
  for (const PageSection& section : answer_page(answer)) {
    text += "## " + section.title + "\n\n";
    for (const PageBlock& block : section.blocks) std::visit(MarkdownBlock{text}, block);
  }
  return text;
}

}  // namespace entente
