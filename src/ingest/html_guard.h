// Bounds on a page, checked before the HTML parser sees it.
#pragma once

#include <string_view>

#include "base/result.h"

namespace entente {

// The parser is quadratic in the depth of a page, in the attributes of a tag
// and in formatting elements left open (each is made again in every paragraph
// that follows).  Errors (place: the byte): kTooLarge for elements nested
// deeper than 512, for a tag with more than 1,000 attributes, for more than 2
// million remade elements.  Linear in the bytes.
Status check_html_bounds(std::string_view html);

}  // namespace entente
