// CSV: one document a row, under the names of the first.
#include <fmt/core.h>

#include <optional>
#include <utility>

#include "base/utf8.h"
#include "ingest/csv_table.h"
#include "ingest/day_text.h"
#include "ingest/document_json.h"
#include "ingest/json_object.h"
#include "ingest/reader.h"
#include "text/charset.h"

namespace entente {
namespace {

class CsvReader : public Reader {
 public:
  CsvReader(Input input, std::size_t limit) : input_(std::move(input)), limit_(limit) {}

  Item next() override {
    if (std::exchange(at_head_, false)) {
      if (std::optional<Item> failed = read_head()) {
        at_end_ = true;
        return std::move(*failed);
      }
    }
    if (at_end_) return End{};
    while (true) {
      const Result<bool> more = read_csv_row(input_.bytes, separator_, limit_, row_);
      if (!more) return more.error();
      if (!*more) return End{};
      if (row_.cells.size() == 1 && !has_words(row_.cells[0].text())) continue;
      return read_row();
    }
  }

 private:
  Error bad(std::string message) const {
    return {ErrorCode::kBadFormat, std::move(message), {input_.name(), row_.line, {}}};
  }

  // The names of the columns; what to say instead when there is no text among them.
  std::optional<Item> read_head() {
    const Result<std::string_view> head = input_.bytes.peek(1 << 16);
    if (!head) return head.error();
    separator_ = guess_separator(*head);
    const std::string whole_lines(head->substr(0, head->rfind('\n')));
    charset_ = decode_text(whole_lines, input_.charset).charset;
    if (head->starts_with("\xEF\xBB\xBF")) (void)input_.bytes.skip(3);
    const Result<bool> more = read_csv_row(input_.bytes, separator_, limit_, row_);
    if (!more) return more.error();
    if (!*more) return bad("there is no text in it");
    bool text = false;
    for (CsvCell& cell : row_.cells) {
      names_.push_back(decode_text(cell.take_text(), charset_).text);
      text = text || column_meaning(names_.back()) == "text";
    }
    if (text) return std::nullopt;
    return bad("the first row must name a column of texts: text, body or content");
  }

  Item read_row() {
    if (row_.cells.size() != names_.size()) {
      return bad(fmt::format("expected {} cells, found {}", names_.size(), row_.cells.size()));
    }
    Document document;
    OrderedJson extra = OrderedJson::object();
    std::string date;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const std::string_view meaning = column_meaning(names_[i]);
      if (meaning == "text" && document.text.empty()) {
        take_text(row_.cells[i], document);
        continue;
      }
      std::string value = decode_text(row_.cells[i].take_text(), charset_).text;
      if (std::string* field = field_of(document, date, meaning); field && field->empty()) {
        *field = std::move(value);
      } else if (!value.empty()) {
        extra[names_[i]] = std::move(value);
      }
    }
    if (!has_words(document.text)) return bad("the row has no text");
    if (!date.empty()) {
      document.date = parse_day(date);
      if (!document.date) return bad(fmt::format("\"{}\" is no day", date));
    }
    if (document.id.empty()) document.id = fmt::format("{}#{}", input_.name(), row_.line);
    if (!extra.empty()) document.extra = extra.dump();
    document.origin.file = input_.name();
    document.origin.line = row_.line;
    document.origin.offset = row_.offset;
    return document;
  }

  void take_text(CsvCell& cell, Document& document) const {
    const ByteMap in_row = cell.map();
    DecodedText decoded = decode_text(cell.take_text(), charset_);
    document.text = std::move(decoded.text);
    document.origin.charset = std::move(decoded.charset);
    document.origin.map = decoded.map.is_identity() ? in_row : decoded.map.after(in_row);
  }

  static std::string* field_of(Document& document, std::string& date, std::string_view meaning) {
    const std::pair<std::string_view, std::string*> fields[] = {
        {"id", &document.id},         {"title", &document.title}, {"date", &date},
        {"source", &document.source}, {"url", &document.url},     {"language", &document.language}};
    for (const auto& [name, field] : fields) {
      if (name == meaning) return field;
    }
    return nullptr;
  }

  Input input_;
  std::size_t limit_;
  char separator_ = ',';
  bool at_head_ = true;
  bool at_end_ = false;
  std::vector<std::string> names_;
  std::string charset_;  // of the first rows, for those that are not UTF-8
  CsvRow row_;
};

}  // namespace

std::unique_ptr<Reader> make_csv_reader(Input input, const SourceOptions& options) {
  return std::make_unique<CsvReader>(std::move(input), options.max_document);
}

}  // namespace entente
