// Bytes of a file, a pipe, a member of an archive or a piece of memory, read
// piece by piece: as lines of bounded length, or whole.  One thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace entente {

// Where bytes come from.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  // Fills the front of `buffer`; how many bytes, 0 at the end.  Errors: kIo,
  // kBadFormat and kTooLarge of what unpacks.
  virtual Result<std::size_t> read(std::span<char> buffer) = 0;
};

// A file or pipe; "-" is standard input.  `count` (may be null) grows by the
// bytes read.  Errors: kNotFound, kIo (a folder, no permission).
Result<std::unique_ptr<ByteStream>> open_file_stream(const std::string& path,
                                                     std::uint64_t* count = nullptr);
std::unique_ptr<ByteStream> make_memory_stream(std::string content);

class ByteSource {
 public:
  // `name` is what messages call it.
  ByteSource(std::string name, std::unique_ptr<ByteStream> stream)
      : name_(std::move(name)), stream_(std::move(stream)) {}

  // A file; "-" is standard input.  Errors: those of open_file_stream().
  static Result<ByteSource> open(const std::string& path);

  const std::string& name() const { return name_; }

  // At least the first `wanted` bytes (as many as 64 KiB) without consuming
  // them, fewer where the input ends; may give more.
  Result<std::string_view> peek(std::size_t wanted = 1);

  // The next bytes into `buffer`; how many, 0 at the end.
  Result<std::size_t> read(std::span<char> buffer);

  // The next line without its line end (LF or CR LF) into `line`; false at the
  // end.  A line of more than `limit` bytes is skipped to its end and is the
  // error kTooLarge; the next call goes on behind it.
  Result<bool> next_line(std::string& line, std::size_t limit);

  // Appends `size` bytes to `out`, or skips them.  Errors: kBadFormat when the
  // input ends before.
  Status read_exactly(std::size_t size, std::string& out);
  Status skip(std::uint64_t size);

  // All that is left.  Errors: kTooLarge (more than `limit` bytes).
  Result<std::string> read_rest(std::size_t limit);

  // Number of the line that next_line() gave last, from 1.
  std::uint64_t line_number() const { return line_number_; }
  // Bytes consumed so far.
  std::uint64_t offset() const { return offset_; }

 private:
  // Reads on behind what is buffered; false at the end of the input.
  Result<bool> fill();
  std::string_view buffered() const { return std::string_view(buffer_).substr(pos_); }
  void consume(std::size_t size) {
    pos_ += size;
    offset_ += size;
  }
  Status ended_early(std::uint64_t missing) const;

  std::string name_;
  std::unique_ptr<ByteStream> stream_;
  std::string buffer_;
  std::size_t pos_ = 0;  // of the first unread byte in the buffer
  bool at_end_ = false;
  std::uint64_t line_number_ = 0;
  std::uint64_t offset_ = 0;
};

}  // namespace entente
