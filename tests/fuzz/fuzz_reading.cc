// Feeds bytes to the readers of pages, feeds, tables, web archives and
// archives, and checks what holds for every document that they give.
//
// The first byte says which reader: h page, f feed, c table, w web archive,
// t text; any other lets the bytes decide.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "ingest/reader.h"
#include "text/asides.h"

namespace {

using namespace entente;

void demand(bool holds) {
  if (!holds) std::abort();
}

void check(const Document& document) {
  demand(!find_invalid_utf8(document.text) && !find_invalid_utf8(document.title));
  demand(!document.id.empty());
  const auto size = static_cast<std::uint32_t>(document.text.size());
  if (document.origin.map) {
    for (std::uint32_t i = 0; i < size; ++i) {
      const ByteRange range = document.origin.map->source(i, i + 1);
      demand(range.begin <= range.end);
    }
  }
  std::uint32_t last = 0;
  for (const Aside& aside : find_asides(document.text, {}).asides) {
    demand(aside.span.begin >= last && aside.span.begin < aside.span.end && aside.span.end <= size);
    last = aside.span.end;
  }
}

InputFormat format_of(std::uint8_t byte) {
  switch (byte) {
    case 'h':
      return InputFormat::kHtml;
    case 'f':
      return InputFormat::kFeed;
    case 'c':
      return InputFormat::kCsv;
    case 'w':
      return InputFormat::kWarc;
    case 't':
      return InputFormat::kText;
    default:
      return InputFormat::kAuto;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  SourceOptions options;
  options.max_document = 1 << 20;
  Expansion expansion;
  std::vector<std::unique_ptr<Reader>> readers;
  const auto open = [&](Input input) {
    Result<std::unique_ptr<Reader>> reader = open_reader(std::move(input), options, expansion);
    if (reader && *reader) readers.push_back(std::move(*reader));
  };
  std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  Input whole{ByteSource("input", make_memory_stream(std::move(bytes)))};
  whole.format = format_of(data[0]);
  open(std::move(whole));
  while (!readers.empty()) {
    Item item = readers.back()->next();
    if (const auto* document = std::get_if<Document>(&item)) check(*document);
    if (auto* input = std::get_if<Input>(&item)) open(std::move(*input));
    if (std::holds_alternative<End>(item)) readers.pop_back();
  }
  return 0;
}
