// The strict reader of tab separated tables in data/.
//
// A table is UTF-8 with LF line ends: comment lines that start with '#' (only
// before the head and between rows), one head line with the column names, then
// rows with exactly as many cells.  No quoting; '|' separates values inside a
// cell (split_list).  Nothing is skipped or repaired: every deviation is an
// error with file and line, and all errors of a file are given at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace entente {

class TsvTable {
 public:
  struct Row {
    std::uint64_t line;                   // from 1
    std::vector<std::string_view> cells;  // as many as columns
  };

  // Parses `text`, which the table copies.  `path` is used in messages only.
  // `columns`: the head that is expected, in order.  Errors (the first as the
  // result, all of them joined by newlines in its message): kBadFormat for
  // invalid UTF-8, CR, a missing last newline, a wrong head, a wrong number of
  // cells, or a cell that starts or ends with a blank.
  static Result<TsvTable> parse(std::string text, std::string path,
                                const std::vector<std::string_view>& columns);

  const std::vector<Row>& rows() const { return rows_; }
  const std::string& path() const { return path_; }
  Place place(const Row& row) const { return {path_, row.line, {}}; }

  TsvTable(TsvTable&&) = default;
  TsvTable& operator=(TsvTable&&) = default;
  TsvTable(const TsvTable&) = delete;
  TsvTable& operator=(const TsvTable&) = delete;

 private:
  TsvTable() = default;
  std::string path_;
  std::vector<char> text_;  // a vector, so that moving keeps the views valid
  std::vector<Row> rows_;
};

// The parts of `cell` between separators; none for an empty cell.
std::vector<std::string_view> split_list(std::string_view cell, char separator = '|');

}  // namespace entente
