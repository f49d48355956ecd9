// What was seen in a document and not coded, and why (`code --diagnostics`).
#pragma once

#include <string>

#include "record/coded_document.h"

namespace entente {

// One line a document: the triggers that gave no event.
void append_diagnostics_json(std::string& out, const CodedDocument& coded);

}  // namespace entente
