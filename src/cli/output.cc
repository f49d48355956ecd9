#include "cli/output.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace entente {
namespace {

constexpr std::size_t kBufferSize = 1 << 16;

}  // namespace

Result<Output> Output::create(const std::string& path) {
  Output output;
  output.fd_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (output.fd_ < 0) {
    return fail(ErrorCode::kIo, fmt::format("cannot write: {}", std::strerror(errno)),
                {path, 0, {}});
  }
  output.name_ = path;
  return output;
}

Output::Output(Output&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      name_(std::move(other.name_)),
      buffer_(std::move(other.buffer_)),
      error_(other.error_) {}

Output::~Output() {
  if (fd_ > STDERR_FILENO) ::close(fd_);
}

bool Output::write(std::string_view data) {
  buffer_ += data;
  return error_ == 0 && (buffer_.size() < kBufferSize || flush());
}

bool Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && error_ == 0) {
    const ssize_t n = ::write(fd_, rest.data(), rest.size());
    if (n >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
  buffer_.clear();
  return error_ == 0;
}

Status Output::finish() {
  flush();
  const int fd = std::exchange(fd_, -1);
  // A full disk behind a network may show only now.
  if (fd >= 0 && ::close(fd) != 0 && error_ == 0) error_ = errno;
  if (error_ == 0 || error_ == EPIPE) return {};
  return fail(ErrorCode::kIo, fmt::format("cannot write: {}", std::strerror(error_)),
              {name_, 0, {}});
}

void print_message(std::string_view message) { fmt::print(stderr, "entente: {}\n", message); }

void print_error(const Error& error) { print_message(describe(error)); }

}  // namespace entente
