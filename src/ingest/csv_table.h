// Tables of separated values (RFC 4180, and what is found in its place), row
// by row.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ingest/byte_source.h"
#include "record/byte_map.h"

namespace entente {

// Whether the first line of `head` names columns, that of the text among them.
bool names_text_column(std::string_view head);

}  // namespace entente
