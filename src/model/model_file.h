// The converted language model: one flat file, mapped into memory.
//
// A file is a header, a directory of named sections and the sections, each
// aligned to 64 bytes and typed (docs/model-file.md has the layout).  open()
// checks every offset, size and the checksum, so that a view taken from an
// open file is always inside it.  Immutable: free for any number of threads.
// All views live as long as the ModelFile.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/file.h"
#include "base/result.h"

namespace entente {

// What the bytes of a section are.  The numbers stand in files: never reuse one.
enum class SectionKind : std::uint32_t {
  kText = 1,     // UTF-8, no terminator
  kFloats = 2,   // float32, row-major, with a shape
  kU32 = 3,      // unsigned 32-bit integers
  kU64 = 4,      // unsigned 64-bit integers
  kStrings = 5,  // u32 count, u32 offsets[count + 1] into what follows, UTF-8
};

// "text", "float32", "u32", "u64", "strings".
std::string_view to_string(SectionKind kind);

// A float array of up to four dimensions; the last varies fastest.
struct Tensor {
  std::span<const float> values;  // 64-byte aligned; size = product of the shape
  std::array<std::uint32_t, 4> shape{1, 1, 1, 1};
  std::uint32_t rank = 0;

  std::uint32_t dim(std::size_t i) const { return shape[i]; }
};

// A list of strings inside a section.
class StringList {
 public:
  StringList() = default;
  std::uint32_t size() const { return count_; }
  // REQUIRES: i < size().
  std::string_view operator[](std::uint32_t i) const {
    return {characters_ + offsets_[i], offsets_[i + 1] - offsets_[i]};
  }

 private:
  friend class ModelFile;
  StringList(const std::uint32_t* offsets, const char* characters, std::uint32_t count)
      : offsets_(offsets), characters_(characters), count_(count) {}
  const std::uint32_t* offsets_ = nullptr;
  const char* characters_ = nullptr;
  std::uint32_t count_ = 0;
};

class ModelFile {
 public:
  static constexpr std::uint32_t kFormatVersion = 1;

  // Errors: kNotFound, kIo; kBadFormat for a file that is not a model, is cut
  // off or damaged; kUnsupported for another format version (the message says
  // to convert the package again).
  static Result<ModelFile> open(const std::string& path);

  // The section of that name.  Errors: kNotFound when there is none,
  // kBadFormat when it has another kind.
  Result<Tensor> tensor(std::string_view name) const;
  Result<std::string_view> text(std::string_view name) const;
  Result<std::span<const std::uint32_t>> u32(std::string_view name) const;
  Result<std::span<const std::uint64_t>> u64(std::string_view name) const;
  Result<StringList> strings(std::string_view name) const;
  bool has(std::string_view name) const { return find(name) != nullptr; }

  struct Section {
    std::string_view name;
    SectionKind kind;
    std::span<const std::byte> bytes;
    std::array<std::uint32_t, 4> shape;  // of a tensor; else all 1
    std::uint32_t rank;
  };
  // In the order of the file.
  const std::vector<Section>& sections() const { return sections_; }
  const std::string& path() const { return path_; }
  std::uint64_t file_size() const { return file_.bytes().size(); }
  // XXH3-64 of the content: names the model in output and caches.
  std::uint64_t checksum() const { return checksum_; }

 private:
  explicit ModelFile(MappedFile file, std::string path)
      : file_(std::move(file)), path_(std::move(path)) {}
  const Section* find(std::string_view name) const;
  Result<const Section*> require(std::string_view name, SectionKind kind) const;
  Status read_header();
  Status read_section(std::size_t index);

  MappedFile file_;
  std::string path_;
  std::uint64_t checksum_ = 0;
  std::vector<Section> sections_;
  std::unordered_map<std::string_view, std::size_t> index_;
};

}  // namespace entente
