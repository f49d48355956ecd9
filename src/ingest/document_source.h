// Reading anything: the documents of the inputs that a user names, one after
// the other.
//
//   DocumentSource source({"news/", "wire.zip", "-"}, {});
//   while (std::optional<Result<Document>> document = source.next()) {
//     if (!*document) { /* say describe(document->error()), go on */ continue; }
//     if (!is_coded_language(**document)) { /* keep it, do not code it */ }
//     …
//   }
//   source.counts();  // what was read, what failed, what was passed over
//
// Inputs are files, folders (with all that is below them), globs and "-".
// Archives (zip, tar) and compressed files (gz, zst, bz2, xz) are opened, also
// within each other.  docs/reading.md says what becomes `text` of each format.
//
// The order is fixed: inputs as named, a folder's entries by name (bytes),
// documents as they stand.  A document's id is the one that it brings (JSON
// Lines, CSV, feeds: the guid; WARC: the URL), else the path as named, with
// ":member" of an archive.  Document::origin says where it stood.
//
// Streaming: memory holds one document, the names of the entries of the
// folders that are open, and some 50 bytes for each id seen.  Nothing reads the
// clock: time is bounded by bounds on size, depth and expansion, so that the
// same input gives the same documents everywhere.  One thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "record/document.h"

namespace entente {

enum class InputFormat : std::uint8_t {
  kAuto,   // by the file's name, else by its first bytes
  kText,   // one document a file, the text exactly as it is
  kHtml,   // one page a file; its article is the text
  kJsonl,  // one document a line
  kFeed,   // RSS or Atom; one document an item
  kWarc,   // one document a page of a web archive
  kCsv,    // one document a row; the first row names the columns
};

// "auto", "text", "html", "jsonl", "rss", "warc", "csv".
std::optional<InputFormat> parse_input_format(std::string_view name);

struct SourceOptions {
  InputFormat format = InputFormat::kAuto;
  std::optional<Date> date;  // publication date of documents that have none
  // In bytes.  A longer line, row, page, member or file is an error of its own.
  std::size_t max_document = std::size_t{64} << 20;
  int max_nesting = 4;  // archives within archives
  // How many times the bytes of a file its archives may expand to, all levels
  // together, above a first 64 MiB; what claims more is a bomb.
  std::uint64_t max_expansion = 250;
};

struct SourceCounts {
  std::uint64_t files = 0;        // opened, members of archives not counted
  std::uint64_t bytes = 0;        // read of them
  std::uint64_t documents = 0;    // given
  std::uint64_t failures = 0;     // errors given
  std::uint64_t passed_over = 0;  // what holds no report: pictures, scripts, redirections
  std::uint64_t repeated = 0;     // items of feeds and pages of web archives met again unchanged
};

class DocumentSource {
 public:
  // `paths` in the order in which they are read; "-" is standard input.
  DocumentSource(std::vector<std::string> paths, SourceOptions options);
  DocumentSource(DocumentSource&&) noexcept;
  DocumentSource& operator=(DocumentSource&&) noexcept;
  ~DocumentSource();

  // The next document; or why one could not be read (the next call goes on
  // behind it); nullopt at the end.  Errors name file, member and line:
  // kNotFound, kIo, kTooLarge (a bound was passed), kUnsupported (a format of
  // which this version has no reader), kDuplicate (an id for the second time),
  // kBadFormat (what was found and what was expected).
  std::optional<Result<Document>> next();

  const SourceCounts& counts() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

// What lies before a run: the files that `paths` name or hold, and their
// bytes; for showing what remains.  Standard input counts as nothing.
struct InputTotals {
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
};
InputTotals measure_inputs(const std::vector<std::string>& paths);

}  // namespace entente
