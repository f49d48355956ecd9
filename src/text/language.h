// Which language a text is in.
#pragma once

#include <string>
#include <string_view>

#include "record/document.h"

namespace entente {

// ISO 639-1 ("en", "de", "zh"), or "" when that is not sure: too short, too
// mixed, no language at all.  Reads the first 32 KiB.
std::string recognise_language(std::string_view text);

// "en" for "en-GB", "EN_us" and "eng"; "" for "".
std::string normalise_language(std::string_view tag);

// Whether the document is in the language that the program codes, English; a
// language that is not known counts as that.
bool is_coded_language(const Document& document);

}  // namespace entente
