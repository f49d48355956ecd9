// The lines of a file of other people's data: plain, compressed (gz, zst, bz2,
// xz) or in an archive (zip, tar) of several files, one after the other, in
// bounded memory.  One thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

struct archive;

namespace entente {

class LineSource {
 public:
  // "-" is standard input.  Errors: kNotFound, kIo, kBadFormat.
  static Result<LineSource> open(const std::string& path);
  // The bytes of a file that is in memory already.
  static Result<LineSource> from_memory(std::string bytes, std::string name);

  // The next line without LF or CR LF, and without a byte order mark; valid
  // until the next call.  False at the end.  Errors: kTooLarge (a line of more
  // than kMaxLine bytes; go on behind it), kIo and kBadFormat (the rest is
  // lost; the next call says false).
  Result<bool> next(std::string_view& line);

  // Where the last line stands; "sample.zip:2018.tab" in an archive.
  Place place() const { return {file_, line_number_, {}}; }
  // The last line was the first of its file.
  bool at_file_start() const { return line_number_ == 1; }

  static constexpr std::size_t kMaxLine = std::size_t{1} << 22;

 private:
  struct Free {
    void operator()(archive* a) const;
  };
  LineSource(std::string path, std::unique_ptr<archive, Free> reader)
      : path_(std::move(path)), file_(path_), reader_(std::move(reader)) {}
  static std::unique_ptr<archive, Free> make_reader();

  std::unexpected<Error> archive_error(std::string_view doing);
  Result<bool> next_file();
  // Appends more bytes to buffer_; false at the end of the file.
  Result<bool> fill();
  Result<bool> skip_long_line();
  std::string_view take(std::size_t size);

  std::string path_;
  std::string file_;
  std::unique_ptr<archive, Free> reader_;
  std::unique_ptr<std::string> bytes_;  // of from_memory
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // of what is unread in buffer_
  std::size_t end_ = 0;
  bool in_file_ = false;
  bool file_ended_ = false;
  bool ended_ = false;
  std::uint64_t line_number_ = 0;
};

}  // namespace entente
