// What was found in a document, for a person's eyes: sentence by sentence the
// events with the rule that fired, how each actor was resolved, and what was
// seen and not coded, with the reason.
#pragma once

#include <cstdint>
#include <string>

#include "record/coded_document.h"

namespace entente {

// kColour uses the escape sequences of terminals.
enum class TextStyle : std::uint8_t { kPlain, kColour };

void append_explanation(std::string& out, const CodedDocument& coded, TextStyle style);

}  // namespace entente
