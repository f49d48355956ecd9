// JSON Lines: one document a line.
#include <utility>

#include "ingest/document_json.h"
#include "ingest/reader.h"

namespace entente {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class JsonlReader : public Reader {
 public:
  JsonlReader(Input input, std::size_t limit) : input_(std::move(input)), limit_(limit) {}

  Item next() override {
    for (;;) {
      const std::uint64_t offset = input_.bytes.offset();
      const Result<bool> more = input_.bytes.next_line(line_, limit_);
      if (!more) return more.error();
      if (!*more) return End{};
      std::string_view line = line_;
      const std::uint64_t number = input_.bytes.line_number();
      if (number == 1 && line.starts_with(kByteOrderMark)) {
        line.remove_prefix(kByteOrderMark.size());
      }
      if (has_words(line)) return read(line, number, offset);
    }
  }

 private:
  Item read(std::string_view line, std::uint64_t number, std::uint64_t offset) const {
    Result<Document> document = parse_document(line);
    if (!document) {
      Error error = std::move(document).error();
      error.place.file = input_.name();
      error.place.line = number;
      return error;
    }
    document->origin.file = input_.name();
    document->origin.line = number;
    document->origin.offset = offset;
    return std::move(*document);
  }

  Input input_;
  std::size_t limit_;
  std::string line_;
};

}  // namespace

std::unique_ptr<Reader> make_jsonl_reader(Input input, const SourceOptions& options) {
  return std::make_unique<JsonlReader>(std::move(input), options.max_document);
}

}  // namespace entente
