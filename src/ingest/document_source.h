// The documents of the inputs that a user names, one after the other.
//
// Streaming: memory holds one document and 16 bytes for each id seen.  One
// thread at a time.
#pragma once

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
  kJsonl,  // one document a line
};

struct SourceOptions {
  InputFormat format = InputFormat::kAuto;
  std::optional<Date> date;  // publication date of documents that have none
  // In bytes.  A longer line or file is an error of that line or file.
  std::size_t max_document = std::size_t{64} << 20;
};

class DocumentSource {
 public:
  // `paths` in the order in which they are read; "-" is standard input.
  DocumentSource(std::vector<std::string> paths, SourceOptions options);
  DocumentSource(DocumentSource&&) noexcept;
  DocumentSource& operator=(DocumentSource&&) noexcept;
  ~DocumentSource();

  // The next document; or why one could not be read (the next call goes on
  // behind it); nullopt at the end.  Errors name file and line: kNotFound, kIo,
  // kTooLarge, kUnsupported (a format of which this version has no reader),
  // kDuplicate (an id for the second time), and those of parse_document().
  std::optional<Result<Document>> next();

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace entente
