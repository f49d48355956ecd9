#include "exchange/line_source.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace entente {
namespace {

constexpr std::size_t kChunk = 1 << 18;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

void LineSource::Free::operator()(archive* a) const { archive_read_free(a); }

std::unique_ptr<archive, LineSource::Free> LineSource::make_reader() {
  std::unique_ptr<archive, Free> reader(archive_read_new());
  archive_read_support_filter_gzip(reader.get());
  archive_read_support_filter_zstd(reader.get());
  archive_read_support_filter_bzip2(reader.get());
  archive_read_support_filter_xz(reader.get());
  archive_read_support_format_zip(reader.get());
  archive_read_support_format_tar(reader.get());
  archive_read_support_format_raw(reader.get());
  archive_read_support_format_empty(reader.get());
  return reader;
}

Result<LineSource> LineSource::open(const std::string& path) {
  std::error_code error;
  if (path != "-" && std::filesystem::is_directory(path, error)) {
    return fail(ErrorCode::kIo, "this is a folder, not a file", {path, 0, {}});
  }
  if (path != "-" && ::access(path.c_str(), R_OK) != 0) {
    return fail(errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo,
                fmt::format("cannot open: {}", std::strerror(errno)), {path, 0, {}});
  }
  LineSource source(path == "-" ? "standard input" : path, make_reader());
  const int opened = path == "-"
                         ? archive_read_open_fd(source.reader_.get(), STDIN_FILENO, kChunk)
                         : archive_read_open_filename(source.reader_.get(), path.c_str(), kChunk);
  if (opened != ARCHIVE_OK) return source.archive_error("open");
  return source;
}

Result<LineSource> LineSource::from_memory(std::string bytes, std::string name) {
  LineSource source(std::move(name), make_reader());
  source.bytes_ = std::make_unique<std::string>(std::move(bytes));
  const int opened =
      archive_read_open_memory(source.reader_.get(), source.bytes_->data(), source.bytes_->size());
  if (opened != ARCHIVE_OK) return source.archive_error("open");
  return source;
}

std::unexpected<Error> LineSource::archive_error(std::string_view doing) {
  ended_ = true;
  const char* message = archive_error_string(reader_.get());
  return fail(ErrorCode::kBadFormat,
              fmt::format("cannot {}: {}", doing, message == nullptr ? "damaged" : message),
              place());
}

Result<bool> LineSource::next_file() {
  for (;;) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(reader_.get(), &entry);
    if (status == ARCHIVE_EOF) {
      ended_ = true;
      return false;
    }
    if (status < ARCHIVE_WARN) return archive_error("read");
    const int format = archive_format(reader_.get()) & ARCHIVE_FORMAT_BASE_MASK;
    const bool single = format == ARCHIVE_FORMAT_RAW || format == ARCHIVE_FORMAT_EMPTY;
    if (!single && archive_entry_filetype(entry) != AE_IFREG) continue;
    const char* name = archive_entry_pathname(entry);
    file_ = single ? path_ : fmt::format("{}:{}", path_, name == nullptr ? "?" : name);
    line_number_ = 0;
    in_file_ = true;
    file_ended_ = false;
    begin_ = end_ = 0;
    return true;
  }
}

Result<bool> LineSource::fill() {
  if (file_ended_) return false;
  if (begin_ > 0) {
    std::copy(buffer_.begin() + std::ptrdiff_t(begin_), buffer_.begin() + std::ptrdiff_t(end_),
              buffer_.begin());
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() < end_ + kChunk) buffer_.resize(end_ + kChunk);
  const la_ssize_t n = archive_read_data(reader_.get(), buffer_.data() + end_, kChunk);
  if (n < 0) return archive_error("read on");
  if (n == 0) file_ended_ = true;
  end_ += static_cast<std::size_t>(n);
  return n > 0;
}

std::string_view LineSource::take(std::size_t size) {
  std::string_view line(buffer_.data() + begin_, size);
  begin_ = std::min(end_, begin_ + size + 1);
  ++line_number_;
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line_number_ == 1 && line.starts_with(kByteOrderMark)) {
    line.remove_prefix(kByteOrderMark.size());
  }
  return line;
}

// Leaves the source behind the line that is too long.
Result<bool> LineSource::skip_long_line() {
  std::uint64_t size = 0;
  for (;;) {
    const auto* first = buffer_.data() + begin_;
    const auto* found = static_cast<const char*>(std::memchr(first, '\n', end_ - begin_));
    if (found != nullptr) {
      size += static_cast<std::size_t>(found - first);
      begin_ += static_cast<std::size_t>(found - first) + 1;
      break;
    }
    size += end_ - begin_;
    begin_ = end_;
    const Result<bool> more = fill();
    if (!more) return more;
    if (!*more) break;
  }
  ++line_number_;
  return fail(ErrorCode::kTooLarge,
              fmt::format("the line has {} bytes; the limit is {}", size, kMaxLine), place());
}

Result<bool> LineSource::next(std::string_view& line) {
  for (std::size_t searched = 0;;) {
    if (ended_) return false;
    if (!in_file_) {
      const Result<bool> file = next_file();
      if (!file || !*file) return file;
      searched = 0;
    }
    const char* first = buffer_.data() + begin_;
    const auto* found = static_cast<const char*>(
        searched < end_ - begin_ ? std::memchr(first + searched, '\n', end_ - begin_ - searched)
                                 : nullptr);
    if (found != nullptr && found - first > std::ptrdiff_t{kMaxLine}) return skip_long_line();
    if (found != nullptr) {
      line = take(static_cast<std::size_t>(found - first));
      return true;
    }
    searched = end_ - begin_;
    if (searched > kMaxLine) return skip_long_line();
    const Result<bool> more = fill();
    if (!more) return more;
    if (*more) continue;
    in_file_ = false;
    if (end_ == begin_) continue;
    line = take(end_ - begin_);
    return true;
  }
}

}  // namespace entente
