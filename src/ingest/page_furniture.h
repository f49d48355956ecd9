// Which elements of a page are no part of its article, by what they are called.
#pragma once

#include <cstdint>

#include "ingest/html_tree.h"

namespace entente {

enum class ElementRole : std::uint8_t {
  kPlain,
  kBody,       // says of itself that the text of the article is in it
  kFurniture,  // navigation, sharing, advertising, captions …: may be wrong of
               // an element that holds most of the page
  kForeign,    // comments of readers, texts of other articles: however long
  kNever,      // scripts, drawings, controls: no text for reading
};

// By tag, role, class, id and the names that templates give to their parts.
ElementRole role_of(const GumboNode* element);

}  // namespace entente
