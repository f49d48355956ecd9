// Files: read whole, or mapped into memory.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "base/result.h"

namespace entente {

// The whole file.  Errors: kNotFound, kIo, kTooLarge (more than `limit` bytes).
Result<std::string> read_file(const std::string& path, std::size_t limit = std::size_t{1} << 31);

// Writes `path` by way of a temporary file beside it and a rename, so that a
// reader sees the old or the new content and never half.  Errors: kIo.
Status write_file_atomically(const std::string& path, std::string_view content);

// A file mapped read-only.  Movable; the bytes live as long as the object.
class MappedFile {
 public:
  // Errors: kNotFound, kIo.
  static Result<MappedFile> open(const std::string& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::span<const std::byte> bytes() const { return {data_, size_}; }

 private:
  MappedFile() = default;
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace entente
