// Lines of tab separated tables as other coders write them: columns found by
// the names in the head, quotes or none, cells that say "missing".
//
// Names of columns are compared without case and punctuation: "Event ID" is
// "event_id".  Columns that are not ours are kept under their own name.
#pragma once

#include <cstddef>
#include <deque>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace entente {

class TabTable {
 public:
  struct Form {
    std::span<const std::string_view> columns;
    std::vector<std::size_t> required;      // indices into columns
    std::vector<std::string_view> missing;  // words that stand for an empty cell
    bool quoted = false;                    // a cell in quotes may hold tabs
  };
  explicit TabTable(Form form) : form_(std::move(form)) {}

  // Errors: kBadFormat when a required column is not there.
  Status read_head(std::string_view line);
  // For files without a head: the columns (indices into Form::columns), in their order.
  void set_columns(const std::vector<std::size_t>& columns);

  // Splits a line.  Errors: kBadFormat for fewer cells than columns, or for
  // more that are not empty in a file without head.
  Status read_row(std::string_view line);
  // Whether a quoted cell is still open at the end of the line.
  bool has_open_quote(std::string_view line) const;

  // The cell of a column of the form; "" when the file has no such column,
  // or the cell says that it is missing.  Valid until the next row.
  std::string_view cell(std::size_t column) const;
  // All cells as a JSON object, as they were.
  std::string fields() const;
  // 64 bits over all cells, as 16 hexadecimal digits.
  std::string hash() const;

  static std::vector<std::string_view> split(std::string_view line, char separator);

 private:
  void split_quoted(std::string_view line);
  bool is_missing(std::string_view cell) const;

  Form form_;
  std::vector<std::size_t> position_;  // of Form::columns in the file, kNone where there is none
  std::vector<std::string> keys_;      // names of the file's columns
  std::vector<std::string_view> cells_;
  std::deque<std::string> unquoted_;  // cells that had doubled quotes
};

}  // namespace entente
