// The text of a page, paragraph by paragraph.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "ingest/html_tree.h"
#include "text/mapped_text.h"

namespace entente {

// A stretch of text between two block-level elements, blanks collapsed, <br>
// as a line end.
struct PageBlock {
  MappedText text;                     // mapped to bytes of the page
  const GumboNode* element = nullptr;  // the block-level element that holds it
  std::size_t words = 0;
  std::size_t linked_words = 0;  // of them, in links
};

// The blocks below `root` that have text, in the order of the page; what
// `skip` says yes to is left out with all that is below it.
std::vector<PageBlock> read_blocks(const HtmlTree& tree, const GumboNode* root,
                                   const std::function<bool(const GumboNode*)>& skip);

// Whether elements of this kind stand apart from the text around them.
bool is_block_level(const GumboNode* node);

// Words between blanks.
std::size_t count_words(std::string_view text);

}  // namespace entente
