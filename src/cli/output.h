// Standard output for data and standard error for all else.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace entente {

// A buffered file descriptor.  A reader that went away is no error: write()
// then says that nobody listens.
class Output {
 public:
  // Standard output.
  Output() = default;
  // A new file at `path`, or over an old one.  Errors: kIo.
  static Result<Output> create(const std::string& path);
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output();

  // Appends `data`.  False: the reader has gone, or writing failed; stop then.
  bool write(std::string_view data);
  // Writes what is buffered and closes.  Errors: kIo (a full disk), also one
  // that write() met.
  Status finish();

 private:
  bool flush();

  int fd_ = 1;
  std::string name_ = "standard output";
  std::string buffer_;
  int error_ = 0;  // errno of the first failed write
};

// "entente: message" and a line end on standard error.
void print_message(std::string_view message);
void print_error(const Error& error);

}  // namespace entente
