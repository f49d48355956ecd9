// Plain text: one document a file.
#include "ingest/document_json.h"
#include "ingest/single_reader.h"
#include "text/charset.h"

namespace entente {
namespace {

// `text` as a document; valid UTF-8 stays as received, byte order mark included.
Item read_text(Input& input, std::size_t limit) {
  Result<std::string> bytes = input.bytes.read_rest(limit);
  if (!bytes) return bytes.error();
  const auto bad = [&](std::string message, std::optional<std::uint64_t> byte = {}) -> Item {
    return Error{ErrorCode::kBadFormat, std::move(message), {input.name(), 0, byte}};
  };
  DecodedText decoded = decode_text(std::move(*bytes), input.charset);
  if (const std::size_t zero = decoded.text.find('\0'); zero != std::string::npos) {
    if (!input.named) return PassedOver{};
    const auto at = static_cast<std::uint32_t>(zero);
    return bad("binary data, no text: a zero byte", decoded.map.source(at, at + 1).begin);
  }
  if (!has_words(decoded.text)) return bad("there is no text in it");
  Document document;
  document.id = input.url.empty() ? input.name() : input.url;
  document.url = input.url;
  document.text = std::move(decoded.text);
  document.origin.file = input.name();
  document.origin.offset = input.offset;
  document.origin.charset = std::move(decoded.charset);
  document.origin.map = std::move(decoded.map);
  return document;
}

}  // namespace

std::unique_ptr<Reader> make_text_reader(Input input, const SourceOptions& options) {
  return std::make_unique<SingleReader>(
      std::move(input), [limit = options.max_document](Input& i) { return read_text(i, limit); });
}

}  // namespace entente
