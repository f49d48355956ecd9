// HTML: one page a file.
#include <utility>

#include "ingest/html_page.h"
#include "ingest/single_reader.h"

namespace entente {
namespace {

Item read_html(Input& input) {
  Result<std::string> bytes = input.bytes.read_rest(kMaxPage);
  if (!bytes) return bytes.error();
  Result<Document> document = read_page(std::move(*bytes), {input.charset, input.url});
  if (!document) {
    // Of all that a web archive holds, many pages are lists of links.
    if (input.repeats && document.error().code == ErrorCode::kBadFormat) return PassedOver{};
    Error error = std::move(document).error();
    error.place.file = input.name();
    return error;
  }
  document->id = input.url.empty() ? input.name() : input.url;
  document->origin.file = input.name();
  document->origin.offset = input.offset;
  return std::move(*document);
}

}  // namespace

std::unique_ptr<Reader> make_html_reader(Input input, const SourceOptions&) {
  return std::make_unique<SingleReader>(std::move(input), read_html);
}

}  // namespace entente
