// Where one paragraph of a text ends and the next begins.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "record/document.h"

namespace entente {

// The bytes at which paragraphs start, the first always 0; each ends where the
// next starts, line ends included.  A blank line ends a paragraph; so does a
// single line end after a full stop, a question or exclamation mark (quotation
// marks and brackets may follow it): head lines and lead paragraphs often stand
// on single lines, while text that is wrapped at a fixed width goes on.
// Linear in the text.
std::vector<std::size_t> paragraph_starts(std::string_view text);

// The parts of `text` that are read one by one: its paragraphs, cut where an
// aside begins or ends.  Asides are left out, but for datelines, which tell
// where the reporter was.  In bytes, in order.
std::vector<std::pair<std::size_t, std::size_t>> parts_to_read(std::string_view text,
                                                               const std::vector<Aside>& asides);

}  // namespace entente
