#include "ingest/byte_source.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace entente {
namespace {

constexpr std::size_t kBlock = 1 << 16;

std::unexpected<Error> system_error(const std::string& path, const char* doing, int error) {
  return fail(error == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo,
              fmt::format("cannot {}: {}", doing, std::strerror(error)), {path, 0, {}});
}

class FileStream : public ByteStream {
 public:
  FileStream(std::string path, int fd, std::uint64_t* count)
      : path_(std::move(path)), fd_(fd), count_(count) {}
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;
  ~FileStream() override { ::close(fd_); }

  Result<std::size_t> read(std::span<char> buffer) override {
    ssize_t n = 0;
    do {
      n = ::read(fd_, buffer.data(), buffer.size());
    } while (n < 0 && errno == EINTR);
    if (n < 0) return system_error(path_, "read", errno);
    if (count_ != nullptr) *count_ += static_cast<std::uint64_t>(n);
    return static_cast<std::size_t>(n);
  }

 private:
  std::string path_;
  int fd_;
  std::uint64_t* count_;
};

class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(std::string content) : content_(std::move(content)) {}

  Result<std::size_t> read(std::span<char> buffer) override {
    const std::size_t n = content_.copy(buffer.data(), buffer.size(), pos_);
    pos_ += n;
    return n;
  }

 private:
  std::string content_;
  std::size_t pos_ = 0;
};

}  // namespace

Result<std::unique_ptr<ByteStream>> open_file_stream(const std::string& path,
                                                     std::uint64_t* count) {
  const bool standard = path == "-";
  const int fd = standard ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const std::string name = standard ? "standard input" : path;
  if (fd < 0) return system_error(name, "open", errno);
  auto stream = std::make_unique<FileStream>(name, fd, count);
  struct stat info{};
  if (::fstat(fd, &info) == 0 && S_ISDIR(info.st_mode)) return system_error(name, "read", EISDIR);
  return stream;
}

std::unique_ptr<ByteStream> make_memory_stream(std::string content) {
  return std::make_unique<MemoryStream>(std::move(content));
}

Result<ByteSource> ByteSource::open(const std::string& path) {
  Result<std::unique_ptr<ByteStream>> stream = open_file_stream(path);
  if (!stream) return std::unexpected(std::move(stream).error());
  return ByteSource(path == "-" ? "standard input" : path, std::move(*stream));
}

Result<bool> ByteSource::fill() {
  if (at_end_) return false;
  buffer_.erase(0, pos_);
  pos_ = 0;
  const std::size_t kept = buffer_.size();
  buffer_.resize(kept + kBlock);
  const Result<std::size_t> n = stream_->read({buffer_.data() + kept, kBlock});
  buffer_.resize(kept + n.value_or(0));
  at_end_ = !n || *n == 0;
  if (!n) {
    Error error = n.error();
    if (error.place.file.empty()) error.place.file = name_;
    return std::unexpected(std::move(error));
  }
  return *n > 0;
}

Result<std::string_view> ByteSource::peek(std::size_t wanted) {
  while (buffered().size() < wanted) {
    const Result<bool> more = fill();
    if (!more) return std::unexpected(more.error());
    if (!*more) break;
  }
  return buffered();
}

Result<std::size_t> ByteSource::read(std::span<char> buffer) {
  const Result<std::string_view> bytes = peek();
  if (!bytes) return std::unexpected(bytes.error());
  const std::size_t n = bytes->copy(buffer.data(), buffer.size());
  consume(n);
  return n;
}

Result<bool> ByteSource::next_line(std::string& line, std::size_t limit) {
  line.clear();
  std::uint64_t length = 0;
  for (bool any = false;; any = true) {
    const Result<std::string_view> bytes = peek();
    if (!bytes) return std::unexpected(bytes.error());
    if (bytes->empty() && !any) return false;
    const std::size_t newline = bytes->find('\n');
    const std::string_view part = bytes->substr(0, newline);
    const bool ended = newline != std::string_view::npos || bytes->empty();
    length += part.size();
    if (length <= limit) line.append(part);
    consume(part.size() + (newline == std::string_view::npos ? 0 : 1));
    if (ended) break;
  }
  ++line_number_;
  if (length > limit) {
    line.clear();
    return fail(ErrorCode::kTooLarge,
                fmt::format("the line has {} bytes; the limit is {}", length, limit),
                {name_, line_number_, {}});
  }
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

Status ByteSource::ended_early(std::uint64_t missing) const {
  return fail(ErrorCode::kBadFormat,
              fmt::format("breaks off: {} bytes more are announced", missing), {name_, 0, offset_});
}

Status ByteSource::read_exactly(std::size_t size, std::string& out) {
  while (size > 0) {
    const Result<std::string_view> bytes = peek();
    if (!bytes) return std::unexpected(bytes.error());
    if (bytes->empty()) return ended_early(size);
    const std::string_view part = bytes->substr(0, size);
    out.append(part);
    size -= part.size();
    consume(part.size());
  }
  return {};
}

Status ByteSource::skip(std::uint64_t size) {
  while (size > 0) {
    const Result<std::string_view> bytes = peek();
    if (!bytes) return std::unexpected(bytes.error());
    if (bytes->empty()) return ended_early(size);
    const std::size_t part = std::min<std::uint64_t>(size, bytes->size());
    size -= part;
    consume(part);
  }
  return {};
}

Result<std::string> ByteSource::read_rest(std::size_t limit) {
  std::string content;
  for (;;) {
    const Result<std::string_view> bytes = peek();
    if (!bytes) return std::unexpected(bytes.error());
    if (bytes->empty()) return content;
    content.append(*bytes);
    consume(bytes->size());
    if (content.size() > limit) {
      return fail(ErrorCode::kTooLarge, fmt::format("more than {} bytes", limit), {name_, 0, {}});
    }
  }
}

}  // namespace entente
