#include "ingest/byte_source.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace entente {
namespace {

constexpr std::size_t kBufferSize = 1 << 16;

std::unexpected<Error> system_error(const std::string& path, const char* doing, int error) {
  return fail(error == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo,
              fmt::format("cannot {}: {}", doing, std::strerror(error)), {path, 0, {}});
}

}  // namespace

Result<ByteSource> ByteSource::open(const std::string& path) {
  if (path == "-") return ByteSource("standard input", ::dup(STDIN_FILENO));
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return system_error(path, "open", errno);
  ByteSource source(path, fd);
  struct stat info{};
  if (::fstat(fd, &info) == 0 && S_ISDIR(info.st_mode)) return system_error(path, "read", EISDIR);
  return source;
}

ByteSource::ByteSource(ByteSource&& other) noexcept
    : path_(std::move(other.path_)),
      fd_(std::exchange(other.fd_, -1)),
      buffer_(std::move(other.buffer_)),
      pos_(other.pos_),
      at_end_(other.at_end_),
      line_number_(other.line_number_) {}

ByteSource& ByteSource::operator=(ByteSource&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(fd_, other.fd_);
  std::swap(buffer_, other.buffer_);
  std::swap(pos_, other.pos_);
  std::swap(at_end_, other.at_end_);
  std::swap(line_number_, other.line_number_);
  return *this;
}

ByteSource::~ByteSource() {
  if (fd_ >= 0) ::close(fd_);
}

Result<bool> ByteSource::fill() {
  if (at_end_) return false;
  buffer_.resize(kBufferSize);
  pos_ = 0;
  ssize_t n = 0;
  do {
    n = ::read(fd_, buffer_.data(), buffer_.size());
  } while (n < 0 && errno == EINTR);
  const int error = errno;
  buffer_.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
  at_end_ = n <= 0;
  if (n < 0) return system_error(path_, "read", error);
  return n > 0;
}

Result<std::string_view> ByteSource::peek() {
  if (pos_ == buffer_.size()) {
    if (auto more = fill(); !more) return std::unexpected(more.error());
  }
  return std::string_view(buffer_.data() + pos_, buffer_.size() - pos_);
}

Result<bool> ByteSource::next_line(std::string& line, std::size_t limit) {
  line.clear();
  std::uint64_t length = 0;
  for (bool any = false;; any = true) {
    const auto bytes = peek();
    if (!bytes) return std::unexpected(bytes.error());
    if (bytes->empty() && !any) return false;
    const std::size_t newline = bytes->find('\n');
    const std::string_view part = bytes->substr(0, newline);
    length += part.size();
    if (length <= limit) line.append(part);
    pos_ += part.size() + (newline == std::string_view::npos ? 0 : 1);
    if (newline != std::string_view::npos || bytes->empty()) break;
  }
  ++line_number_;
  if (length > limit) {
    line.clear();
    return fail(ErrorCode::kTooLarge,
                fmt::format("the line has {} bytes; the limit is {}", length, limit),
                {path_, line_number_, {}});
  }
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

Result<std::string> ByteSource::read_rest(std::size_t limit) {
  std::string content;
  for (;;) {
    const auto bytes = peek();
    if (!bytes) return std::unexpected(bytes.error());
    if (bytes->empty()) return content;
    content.append(*bytes);
    pos_ = buffer_.size();
    if (content.size() > limit) {
      return fail(ErrorCode::kTooLarge, fmt::format("more than {} bytes", limit), {path_, 0, {}});
    }
  }
}

}  // namespace entente
