// What a page says of itself: title, day, outlet, address, language.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "ingest/html_tree.h"

namespace entente {

// Empty or nullopt: not said.
struct PageMetadata {
  std::string title;
  std::string outlet;
  std::string url;
  std::string language;           // ISO 639-1
  std::optional<Date> published;  // in the outlet's own time zone
  std::string article_body;       // the whole text, as JSON-LD carries it
};

// JSON-LD first, then OpenGraph and other <meta>, then <time>, <h1>, <title>
// and the host of the address.  A title loses the outlet's name at its end.
PageMetadata read_metadata(const HtmlTree& tree);

// "https://www.example.org/a" -> "example.org"; "" when there is none.
std::string host_of(std::string_view url);

}  // namespace entente
