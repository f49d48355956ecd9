// What an input is, by its name and its first bytes.
#pragma once

#include <cstdint>
#include <string_view>

#include "ingest/document_source.h"

namespace entente {

// How many first bytes detect_content() wants to see.
inline constexpr std::size_t kDetectBytes = 4096;

enum class ContentKind : std::uint8_t {
  kDocuments,  // of `format`
  kArchive,    // or compressed
  kOther,      // `what` names it: pictures, PDF, style sheets; no reports
};

struct Content {
  ContentKind kind = ContentKind::kDocuments;
  InputFormat format = InputFormat::kText;
  std::string_view what = {};
};

// Archives and what is no text go by their first bytes, the rest by the ending
// of the name (those of compression left away), else by the first bytes.
Content detect_content(std::string_view name, std::string_view head);

}  // namespace entente
