// The text of the article of a page, and nothing else of the page.
#pragma once

#include <cstddef>
#include <string_view>

#include "ingest/html_tree.h"
#include "text/mapped_text.h"

namespace entente {

struct ArticleText {
  MappedText text;  // paragraphs with a blank line between them, mapped to bytes of the page
  std::size_t words = 0;
};

// The article of a whole page; without words when there is none.  `title`, as
// metadata tell it, is left out of the text.
ArticleText read_article(const HtmlTree& tree, std::string_view title);

// All of a piece of HTML, as feeds carry it, captions and the like left out.
ArticleText read_fragment(const HtmlTree& tree);

}  // namespace entente
