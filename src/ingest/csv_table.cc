#include "ingest/csv_table.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/ascii.h"

namespace entente {
namespace {

constexpr std::size_t kMaxCells = 1000;
constexpr std::string_view kSeparators = ",;\t|";

constexpr auto kMeanings =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"text", "text"},
                                                                  {"body", "text"},
                                                                  {"content", "text"},
                                                                  {"article", "text"},
                                                                  {"fulltext", "text"},
                                                                  {"full_text", "text"},
                                                                  {"story", "text"},
                                                                  {"id", "id"},
                                                                  {"docid", "id"},
                                                                  {"doc_id", "id"},
                                                                  {"document", "id"},
                                                                  {"document_id", "id"},
                                                                  {"article_id", "id"},
                                                                  {"story_id", "id"},
                                                                  {"guid", "id"},
                                                                  {"title", "title"},
                                                                  {"headline", "title"},
                                                                  {"date", "date"},
                                                                  {"pubdate", "date"},
                                                                  {"pub_date", "date"},
                                                                  {"published", "date"},
                                                                  {"published_at", "date"},
                                                                  {"publication_date", "date"},
                                                                  {"publishedat", "date"},
                                                                  {"source", "source"},
                                                                  {"outlet", "source"},
                                                                  {"publisher", "source"},
                                                                  {"publication", "source"},
                                                                  {"newspaper", "source"},
                                                                  {"url", "url"},
                                                                  {"link", "url"},
                                                                  {"language", "language"},
                                                                  {"lang", "language"}});

std::string column_name(std::string_view cell) {
  cell = trim_ascii(cell);
  if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') {
    cell = cell.substr(1, cell.size() - 2);
  }
  std::string name = to_ascii_lower(trim_ascii(cell));
  std::ranges::replace(name, ' ', '_');
  return name;
}

// Reads one row, character by character.
class RowReader {
 public:
  RowReader(char separator, CsvRow& row) : separator_(separator), row_(row) {
    row_.cells.clear();
    row_.cells.emplace_back();
  }

  // One line of the row, with its end; false: the row goes on in the next.
  bool add_line(std::string_view line, std::uint32_t offset) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      const auto at = offset + static_cast<std::uint32_t>(i);
      const char c = line[i];
      if (quoted_) {
        if (c != '"') {
          add(c, {at, at + 1});
        } else if (i + 1 < line.size() && line[i + 1] == '"') {
          add('"', {at, at + 2});
          ++i;
        } else {
          quoted_ = false;
        }
      } else if (c == separator_) {
        if (row_.cells.size() <= kMaxCells) row_.cells.emplace_back();
      } else if (c == '"' && cell().empty()) {
        quoted_ = true;
      } else {
        add(c, {at, at + 1});
      }
    }
    return !quoted_;
  }
  void add_line_end(std::uint32_t at, bool carriage_return) {
    if (carriage_return) add('\r', {at - 1, at});
    add('\n', {at, at + 1});
  }

 private:
  CsvCell& cell() { return row_.cells.back(); }
  void add(char c, ByteRange source) { cell().add(std::string_view(&c, 1), source); }

  char separator_;
  CsvRow& row_;
  bool quoted_ = false;
};

}  // namespace

char guess_separator(std::string_view head) {
  const std::string_view line = head.substr(0, head.find('\n'));
  return *std::ranges::max_element(
      kSeparators, {}, [&](char separator) { return std::ranges::count(line, separator); });
}

std::string_view column_meaning(std::string_view name) {
  const std::string wanted = column_name(name);
  for (const auto& [known, meaning] : kMeanings) {
    if (wanted == known) return meaning;
  }
  return "";
}

bool names_text_column(std::string_view head) {
  const std::size_t end = head.find_first_of("\r\n");
  if (end > 2000) return false;  // none as well
  std::string_view line = head.substr(0, end);
  const char separator = guess_separator(line);
  std::size_t known = 0;
  bool text = false;
  while (!line.empty()) {
    const std::size_t next = std::min(line.find(separator), line.size());
    const std::string_view meaning = column_meaning(line.substr(0, next));
    known += meaning.empty() ? 0 : 1;
    text = text || meaning == "text";
    line.remove_prefix(std::min(line.size(), next + 1));
  }
  return text && known >= 2;
}

Result<bool> read_csv_row(ByteSource& bytes, char separator, std::size_t limit, CsvRow& row) {
  RowReader reader(separator, row);
  row.offset = bytes.offset();
  row.line = bytes.line_number() + 1;
  std::string line;
  for (bool first = true;; first = false) {
    const auto offset = bytes.offset() - row.offset;
    const Result<bool> more = bytes.next_line(line, limit);
    if (!more) return more;
    if (!*more) {
      if (first) return false;
      return fail(ErrorCode::kBadFormat, "a quotation mark is not closed before the end",
                  {bytes.name(), row.line, {}});
    }
    const bool ended = reader.add_line(line, static_cast<std::uint32_t>(offset));
    if (bytes.offset() - row.offset > limit) {
      return fail(
          ErrorCode::kTooLarge,
          fmt::format("the row has more than {} bytes; is a quotation mark left open?", limit),
          {bytes.name(), row.line, {}});
    }
    if (ended) break;
    const auto end = bytes.offset() - row.offset;
    reader.add_line_end(static_cast<std::uint32_t>(end - 1), end - offset == line.size() + 2);
  }
  if (row.cells.size() > kMaxCells) {
    return fail(ErrorCode::kTooLarge, fmt::format("the row has more than {} cells", kMaxCells),
                {bytes.name(), row.line, {}});
  }
  return true;
}

}  // namespace entente
