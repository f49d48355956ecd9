#include "text/paragraphs.h"

#include <algorithm>

#include "text/ascii.h"

namespace entente {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// Whether `line` ends like a sentence.
bool ends_sentence(std::string_view line) {
  constexpr std::string_view kClosing[] = {"\"", "'", ")", "]", "”", "’", "»"};
  for (bool again = true; again;) {
    again = false;
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
    for (const std::string_view mark : kClosing) {
      if (!line.ends_with(mark)) continue;
      line.remove_suffix(mark.size());
      again = true;
    }
  }
  return !line.empty() && (line.back() == '.' || line.back() == '?' || line.back() == '!');
}

}  // namespace

std::vector<std::size_t> paragraph_starts(std::string_view text) {
  std::vector<std::size_t> starts = {0};
  std::size_t line_start = 0;
  while (line_start < text.size()) {
    const std::size_t newline = text.find('\n', line_start);
    if (newline == std::string_view::npos) break;
    // All blanks and line ends that follow belong to the paragraph before.
    std::size_t next = newline + 1;
    bool blank_line = false;
    for (std::size_t i = next; i < text.size() && (is_blank(text[i]) || text[i] == '\n'); ++i) {
      if (text[i] != '\n') continue;
      blank_line = true;
      next = i + 1;
    }
    const std::string_view line = text.substr(line_start, newline - line_start);
    if (next < text.size() && (blank_line || ends_sentence(line))) starts.push_back(next);
    line_start = next;
  }
  return starts;
}

std::vector<std::pair<std::size_t, std::size_t>> parts_to_read(std::string_view text,
                                                               const std::vector<Aside>& asides) {
  std::vector<std::pair<std::size_t, std::size_t>> parts;
  const auto add = [&](std::size_t begin, std::size_t end) {
    if (begin >= end || trim_ascii(text.substr(begin, end - begin)).empty()) return;
    parts.emplace_back(begin, end);
  };
  std::vector<std::size_t> starts = paragraph_starts(text);
  starts.push_back(text.size());
  std::size_t next = 0;   // of asides
  std::size_t begin = 0;  // behind all that is dealt with
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    begin = std::max(begin, starts[i]);
    for (; next < asides.size() && asides[next].span.begin < starts[i + 1]; ++next) {
      const Aside& aside = asides[next];
      add(begin, aside.span.begin);
      if (aside.kind == AsideKind::kDateline) add(aside.span.begin, aside.span.end);
      begin = aside.span.end;
    }
    add(begin, starts[i + 1]);
  }
  return parts;
}

}  // namespace entente
