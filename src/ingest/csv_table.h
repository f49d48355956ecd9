// Tables of separated values (RFC 4180, and what is found in its place), row
// by row.  One thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ingest/byte_source.h"
#include "text/mapped_text.h"

namespace entente {

// One value, mapped to bytes of the row: doubled quotation marks are one.
using CsvCell = MappedText;

struct CsvRow {
  std::uint64_t line = 0;    // on which the row starts, from 1
  std::uint64_t offset = 0;  // of its first byte in the input
  std::vector<CsvCell> cells;
};

// The separator of a table that starts with `head`: the one of , ; tab | that
// its first line has most of.
char guess_separator(std::string_view head);

// Whether the first line of `head` names columns, that of the text among them.
bool names_text_column(std::string_view head);

// "text" for a column called body, content, article …; likewise id, title,
// date, source, url, language; "" for any other.
std::string_view column_meaning(std::string_view name);

// Reads the next row into `row`; false at the end.  Cells in quotation marks
// may have separators and line ends.  A row of more than `limit` bytes or 1,000
// cells is skipped to its end and is kTooLarge; one whose quotation mark never
// closes is kBadFormat; the next call goes on behind it.
Result<bool> read_csv_row(ByteSource& bytes, char separator, std::size_t limit, CsvRow& row);

}  // namespace entente
