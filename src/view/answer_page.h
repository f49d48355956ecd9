// The answer page as sections of paragraphs, lists and tables: what the terminal
// and the Markdown form have in common.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "record/answer.h"

namespace entente {

struct PageParagraph {
  std::string text;
};
struct PageList {
  std::vector<std::string> items;
};
struct PageTable {
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;  // as many cells as the head
};
using PageBlock = std::variant<PageParagraph, PageList, PageTable>;

struct PageSection {
  std::string title;
  std::vector<PageBlock> blocks;
};

// The ten parts, in their order; none is left out.  Long lists are cut with a line
// that says so.  The words of reports are free of control characters.
std::vector<PageSection> answer_page(const Answer& answer);

}  // namespace entente
