// What every reader of a format is to DocumentSource: one open input, which
// gives documents, failures, or inputs that lie inside it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "ingest/byte_source.h"
#include "ingest/document_source.h"

namespace entente {

// One thing to read: a file, a member of an archive, a page of a web archive.
struct Input {
  ByteSource bytes;
  InputFormat format = InputFormat::kAuto;
  bool named = false;  // by the user; of all else, what holds no report is passed over
  int nesting = 0;     // archives around it
  // What is known from outside, as of a page in a web archive.
  std::string charset = {};
  std::string url = {};
  std::uint64_t offset = 0;  // in the web archive
  bool repeats = false;      // Reader::repeats()

  const std::string& name() const { return bytes.name(); }
};

// Bytes read of a file and unpacked from it, for the bound on expansion.
struct Expansion {
  std::uint64_t read = 0;
  std::uint64_t unpacked = 0;
};

struct End {};
struct PassedOver {};  // a thing that holds no report
using Item = std::variant<End, PassedOver, Document, Error, Input>;

class Reader {
 public:
  virtual ~Reader() = default;
  // REQUIRES: an Input that it gave before is read no more.  Behind an Error
  // the next call goes on, or says End when it cannot.
  virtual Item next() = 0;
  // Whether an id may come again without being an error: of formats that
  // archive what was published over time.
  virtual bool repeats() const { return false; }
};

// Errors: those of reading the first bytes; kUnsupported, kTooLarge (nesting).
// A null reader: the input holds no report.
Result<std::unique_ptr<Reader>> open_reader(Input input, const SourceOptions& options,
                                            Expansion& expansion);

// One document: the whole input as text.
std::unique_ptr<Reader> make_text_reader(Input input, const SourceOptions& options);
std::unique_ptr<Reader> make_jsonl_reader(Input input, const SourceOptions& options);
std::unique_ptr<Reader> make_html_reader(Input input, const SourceOptions& options);
std::unique_ptr<Reader> make_csv_reader(Input input, const SourceOptions& options);
std::unique_ptr<Reader> make_feed_reader(Input input, const SourceOptions& options);
std::unique_ptr<Reader> make_warc_reader(Input input, const SourceOptions& options);

}  // namespace entente
