// Bytes of a file, a pipe or standard input, read piece by piece: as lines of
// bounded length, or whole.  One thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace entente {

class ByteSource {
 public:
  // "-" is standard input.  Errors: kNotFound, kIo (a directory, no permission).
  static Result<ByteSource> open(const std::string& path);

  ByteSource(ByteSource&& other) noexcept;
  ByteSource& operator=(ByteSource&& other) noexcept;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  ~ByteSource();

  // The first bytes, at most 64 KiB, without consuming them; empty at the end.
  Result<std::string_view> peek();

  // The next line without its line end (LF or CR LF) into `line`; false at the
  // end.  A line of more than `limit` bytes is skipped to its end and is the
  // error kTooLarge; the next call goes on behind it.  Other errors: kIo.
  Result<bool> next_line(std::string& line, std::size_t limit);

  // All that is left.  Errors: kTooLarge (more than `limit` bytes), kIo.
  Result<std::string> read_rest(std::size_t limit);

  // Number of the line that next_line() gave last, from 1.
  std::uint64_t line_number() const { return line_number_; }

 private:
  ByteSource(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}
  // Fills the empty buffer; false at the end of the input.
  Result<bool> fill();

  std::string path_;
  int fd_ = -1;
  std::vector<char> buffer_;
  std::size_t pos_ = 0;  // of the first unread byte in the buffer
  bool at_end_ = false;
  std::uint64_t line_number_ = 0;
};

}  // namespace entente
