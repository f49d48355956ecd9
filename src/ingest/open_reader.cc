// Chooses the reader of an input.
#include <fmt/core.h>

#include <utility>

#include "ingest/archive_reader.h"
#include "ingest/detect_format.h"
#include "ingest/reader.h"

namespace entente {
namespace {

std::unique_ptr<Reader> make_reader(InputFormat format, Input input, const SourceOptions& options) {
  switch (format) {
    case InputFormat::kHtml:
      return make_html_reader(std::move(input), options);
    case InputFormat::kJsonl:
      return make_jsonl_reader(std::move(input), options);
    case InputFormat::kFeed:
      return make_feed_reader(std::move(input), options);
    case InputFormat::kWarc:
      return make_warc_reader(std::move(input), options);
    case InputFormat::kCsv:
      return make_csv_reader(std::move(input), options);
    case InputFormat::kAuto:
    case InputFormat::kText:
      break;
  }
  return make_text_reader(std::move(input), options);
}

}  // namespace

Result<std::unique_ptr<Reader>> open_reader(Input input, const SourceOptions& options,
                                            Expansion& expansion) {
  const Result<std::string_view> head = input.bytes.peek(kDetectBytes);
  if (!head) return std::unexpected(head.error());
  const Content content = detect_content(input.name(), *head);
  if (content.kind == ContentKind::kArchive) {
    if (input.nesting == options.max_nesting) {
      return fail(ErrorCode::kTooLarge,
                  fmt::format("archives nested deeper than {}", options.max_nesting),
                  {input.name(), 0, {}});
    }
    return make_archive_reader(std::move(input), options, expansion);
  }
  if (const InputFormat format = input.format; format != InputFormat::kAuto) {
    return make_reader(format, std::move(input), options);
  }
  if (content.kind == ContentKind::kOther) {
    if (!input.named) return nullptr;
    return fail(ErrorCode::kUnsupported, fmt::format("{}, no text", content.what),
                {input.name(), 0, {}});
  }
  return make_reader(content.format, std::move(input), options);
}

}  // namespace entente
