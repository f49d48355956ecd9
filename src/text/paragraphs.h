// Where one paragraph of a text ends and the next begins.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace entente {

// The bytes at which paragraphs start, the first always 0; each ends where the
// next starts, line ends included.  A blank line ends a paragraph; so does a
// single line end after a full stop, a question or exclamation mark (quotation
// marks and brackets may follow it): head lines and lead paragraphs often stand
// on single lines, while text that is wrapped at a fixed width goes on.
// Linear in the text.
std::vector<std::size_t> paragraph_starts(std::string_view text);

}  // namespace entente
