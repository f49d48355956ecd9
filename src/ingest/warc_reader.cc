// WARC: the pages of a web archive (ISO 28500), record by record.
#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "ingest/http_response.h"
#include "ingest/reader.h"
#include "text/ascii.h"
#include "text/charset.h"

namespace entente {
namespace {

constexpr std::size_t kMaxHeaderLine = 64 << 10;
constexpr int kMaxHeaderLines = 200;

struct RecordHead {
  std::string type;
  std::string url;
  std::string content_type;
  std::uint64_t length = 0;
  bool has_length = false;
  std::uint64_t offset = 0;
};

class WarcReader : public Reader {
 public:
  WarcReader(Input input, std::size_t limit) : input_(std::move(input)), limit_(limit) {}

  Item next() override {
    while (!at_end_) {
      Result<bool> found = read_head();
      if (!found) return end_with(std::move(found).error());
      if (!*found) break;
      const bool wanted =
          head_.type == "response" || head_.type == "resource" || head_.type == "conversion";
      if (!wanted) {
        if (Status skipped = input_.bytes.skip(head_.length); !skipped) {
          return end_with(std::move(skipped).error());
        }
        continue;
      }
      return read_record();
    }
    return End{};
  }

 private:
  // Nothing can be read behind `error`.
  Item end_with(Error error) {
    at_end_ = true;
    return error;
  }
  std::string record_name() const { return input_.name() + ":" + head_.url; }

  // The head of the next record into head_; false at the end.
  Result<bool> read_head() {
    std::string line;
    std::uint64_t offset = 0;
    do {
      offset = input_.bytes.offset();
      const Result<bool> more = input_.bytes.next_line(line, kMaxHeaderLine);
      if (!more || !*more) return more;
    } while (line.empty());
    if (!line.starts_with("WARC/")) {
      return fail(ErrorCode::kBadFormat,
                  "no record starts here: expected WARC/1.0 or WARC/1.1; the rest is not read",
                  {input_.name(), 0, offset});
    }
    head_ = {};
    head_.offset = offset;
    for (int count = 0;; ++count) {
      const Result<bool> more = input_.bytes.next_line(line, kMaxHeaderLine);
      if (!more) return more;
      if (!*more || count == kMaxHeaderLines) {
        return fail(ErrorCode::kBadFormat, "the head of the record does not end",
                    {input_.name(), 0, offset});
      }
      if (line.empty()) break;
      take_field(line);
    }
    if (head_.has_length) return true;
    return fail(ErrorCode::kBadFormat, "the record has no Content-Length; the rest is not read",
                {input_.name(), 0, offset});
  }

  void take_field(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string name = to_ascii_lower(trim_ascii(line.substr(0, colon)));
    std::string_view value = trim_ascii(line.substr(colon + 1));
    if (name == "warc-type") head_.type = to_ascii_lower(value);
    if (name == "content-type") head_.content_type = to_ascii_lower(value);
    if (name == "warc-target-uri") {
      if (value.starts_with('<') && value.ends_with('>')) value = value.substr(1, value.size() - 2);
      head_.url = decode_text(std::string(value), "").text;
    }
    if (name == "content-length") {
      const auto [end, error] =
          std::from_chars(value.data(), value.data() + value.size(), head_.length);
      head_.has_length = error == std::errc() && end == value.data() + value.size();
    }
  }

  Item read_record() {
    if (head_.length > limit_) {
      Error error{ErrorCode::kTooLarge,
                  fmt::format("the record has {} bytes; the limit is {}", head_.length, limit_),
                  {record_name(), 0, head_.offset}};
      at_end_ = !input_.bytes.skip(head_.length);
      return error;
    }
    std::string block;
    if (Status read = input_.bytes.read_exactly(head_.length, block); !read) {
      Error error = std::move(read).error();
      error.place.file = record_name();
      return end_with(std::move(error));
    }
    HttpResponse response;
    if (head_.type == "response" || head_.content_type.starts_with("application/http")) {
      response = parse_http_response(std::move(block));
    } else {
      response = {200, head_.content_type, "", std::move(block)};
    }
    return open_response(std::move(response));
  }

  Item open_response(HttpResponse response) const {
    const std::optional<InputFormat> format = format_of(response.content_type);
    const bool readable = response.encoding.empty() || response.encoding == "identity" ||
                          response.encoding.find("gzip") != std::string::npos;
    if (response.status != 200 || !format || !readable) return PassedOver{};
    Input page{ByteSource(record_name(), make_memory_stream(std::move(response.body)))};
    page.format = *format;
    page.nesting = input_.nesting;
    page.charset = response.charset();
    page.url = head_.url;
    page.offset = head_.offset;
    page.repeats = true;
    return page;
  }

  static std::optional<InputFormat> format_of(std::string_view content_type) {
    const std::string_view type = trim_ascii(content_type.substr(0, content_type.find(';')));
    if (type == "text/html" || type == "application/xhtml+xml") return InputFormat::kHtml;
    if (type == "text/plain") return InputFormat::kText;
    if (type == "application/rss+xml" || type == "application/atom+xml") return InputFormat::kFeed;
    return std::nullopt;
  }

  Input input_;
  std::size_t limit_;
  RecordHead head_;
  bool at_end_ = false;
};

}  // namespace

std::unique_ptr<Reader> make_warc_reader(Input input, const SourceOptions& options) {
  return std::make_unique<WarcReader>(std::move(input), options.max_document);
}

}  // namespace entente
