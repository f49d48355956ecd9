#include "model/model_file.h"

#include <fmt/core.h>
#include <xxhash.h>

#include <cstring>

#include "base/utf8.h"
#include "model/model_layout.h"

namespace entente {
namespace {

using internal::kSectionAlignment;
using internal::ModelHeader;
using internal::SectionEntry;

std::unexpected<Error> damaged(const std::string& path, std::string what) {
  return fail(ErrorCode::kBadFormat,
              fmt::format("{}; the model file is damaged, convert the package again", what),
              {path, 0, {}});
}

// The element size of `kind`; 0 for a kind that this program does not know.
std::size_t element_size(SectionKind kind) {
  switch (kind) {
    case SectionKind::kText:
      return 1;
    case SectionKind::kFloats:
    case SectionKind::kU32:
    case SectionKind::kStrings:
      return 4;
    case SectionKind::kU64:
      return 8;
  }
  return 0;
}

bool shape_fits(const ModelFile::Section& section) {
  if (section.rank < 1 || section.rank > 4) return false;
  std::uint64_t product = 1;
  for (std::uint32_t dim : section.shape) {
    if (dim == 0 || dim > section.bytes.size() / product) return false;
    product *= dim;
  }
  return product * sizeof(float) == section.bytes.size();
}

// Whether offsets of a string section rise, stay inside and cut no code point.
bool strings_are_sound(std::span<const std::byte> bytes) {
  if (bytes.size() < 2 * sizeof(std::uint32_t)) return false;
  const auto* words = reinterpret_cast<const std::uint32_t*>(bytes.data());
  const std::uint64_t head = (std::uint64_t{words[0]} + 2) * sizeof(std::uint32_t);
  if (head > bytes.size()) return false;
  const std::uint64_t characters = bytes.size() - head;
  const std::uint32_t* offsets = words + 1;
  if (offsets[0] != 0 || offsets[words[0]] != characters) return false;
  const char* text = reinterpret_cast<const char*>(bytes.data()) + head;
  for (std::uint32_t i = 0; i < words[0]; ++i) {
    if (offsets[i] > offsets[i + 1] || offsets[i + 1] > characters) return false;
    const bool inside = offsets[i] < characters;
    if (inside && (static_cast<unsigned char>(text[offsets[i]]) & 0xC0) == 0x80) return false;
  }
  return !find_invalid_utf8({text, characters});
}

bool content_is_sound(const ModelFile::Section& section) {
  switch (section.kind) {
    case SectionKind::kFloats:
      return shape_fits(section);
    case SectionKind::kStrings:
      return strings_are_sound(section.bytes);
    case SectionKind::kText:
      return !find_invalid_utf8(
          {reinterpret_cast<const char*>(section.bytes.data()), section.bytes.size()});
    case SectionKind::kU32:
    case SectionKind::kU64:
      return true;
  }
  return false;
}

template <typename T>
std::span<const T> as_span(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
}

}  // namespace

std::string_view to_string(SectionKind kind) {
  switch (kind) {
    case SectionKind::kText:
      return "text";
    case SectionKind::kFloats:
      return "float32";
    case SectionKind::kU32:
      return "u32";
    case SectionKind::kU64:
      return "u64";
    case SectionKind::kStrings:
      return "strings";
  }
  return "unknown";
}

Result<ModelFile> ModelFile::open(const std::string& path) {
  auto mapped = MappedFile::open(path);
  if (!mapped) return std::unexpected(std::move(mapped).error());
  ModelFile model(std::move(*mapped), path);
  ENTENTE_TRY(model.read_header());
  return model;
}

Status ModelFile::read_header() {
  const std::span<const std::byte> bytes = file_.bytes();
  ModelHeader header;
  if (bytes.size() < sizeof header ||
      std::memcmp(bytes.data(), internal::kModelMagic.data(), internal::kModelMagic.size()) != 0) {
    return fail(ErrorCode::kBadFormat, "not a language model file", {path_, 0, {}});
  }
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.version != kFormatVersion) {
    return fail(
        ErrorCode::kUnsupported,
        fmt::format("model format {} where this program reads {}; convert the package again",
                    header.version, kFormatVersion),
        {path_, 0, {}});
  }
  if (header.file_size != bytes.size()) {
    return damaged(
        path_, fmt::format("{} bytes where the header says {}", bytes.size(), header.file_size));
  }
  const std::uint64_t directory = std::uint64_t{header.section_count} * sizeof(SectionEntry);
  if (header.section_count > internal::kMaxSections || directory > bytes.size() - sizeof header) {
    return damaged(path_, "the directory does not fit");
  }
  checksum_ = XXH3_64bits(bytes.data() + sizeof header, bytes.size() - sizeof header);
  if (checksum_ != header.checksum) return damaged(path_, "wrong checksum");
  sections_.reserve(header.section_count);
  for (std::uint32_t i = 0; i < header.section_count; ++i) ENTENTE_TRY(read_section(i));
  return {};
}

Status ModelFile::read_section(std::size_t index) {
  const std::span<const std::byte> bytes = file_.bytes();
  const std::byte* at = bytes.data() + sizeof(ModelHeader) + index * sizeof(SectionEntry);
  SectionEntry entry;
  std::memcpy(&entry, at, sizeof entry);
  const char* name = reinterpret_cast<const char*>(at);  // stays valid, unlike `entry`
  const std::size_t length = strnlen(name, entry.name.size());
  const std::string_view shown(name, length);
  if (length == 0 || length == entry.name.size() || find_invalid_utf8(shown)) {
    return damaged(path_, fmt::format("section {} has no proper name", index));
  }
  const auto kind = static_cast<SectionKind>(entry.kind);
  const std::size_t unit = element_size(kind);
  if (entry.offset % kSectionAlignment != 0 || entry.offset > bytes.size() ||
      entry.size > bytes.size() - entry.offset || unit == 0 ||
      (kind != SectionKind::kStrings && entry.size % unit != 0)) {
    return damaged(path_, fmt::format("section '{}' has a wrong place or kind", shown));
  }
  const Section section{shown, kind, bytes.subspan(entry.offset, entry.size), entry.shape,
                        entry.rank};
  if (!content_is_sound(section)) {
    return damaged(path_, fmt::format("section '{}' has unsound content", shown));
  }
  if (!index_.emplace(shown, sections_.size()).second) {
    return damaged(path_, fmt::format("section '{}' stands twice", shown));
  }
  sections_.push_back(section);
  return {};
}

const ModelFile::Section* ModelFile::find(std::string_view name) const {
  const auto found = index_.find(name);
  return found == index_.end() ? nullptr : &sections_[found->second];
}

Result<const ModelFile::Section*> ModelFile::require(std::string_view name,
                                                     SectionKind kind) const {
  const Section* section = find(name);
  if (section == nullptr) {
    return fail(ErrorCode::kNotFound, fmt::format("the model has no section '{}'", name),
                {path_, 0, {}});
  }
  if (section->kind != kind) {
    return fail(ErrorCode::kBadFormat,
                fmt::format("section '{}' holds {} where {} is expected", name,
                            to_string(section->kind), to_string(kind)),
                {path_, 0, {}});
  }
  return section;
}

Result<Tensor> ModelFile::tensor(std::string_view name) const {
  const auto section = require(name, SectionKind::kFloats);
  if (!section) return std::unexpected(section.error());
  return Tensor{as_span<float>((*section)->bytes), (*section)->shape, (*section)->rank};
}

Result<std::string_view> ModelFile::text(std::string_view name) const {
  const auto section = require(name, SectionKind::kText);
  if (!section) return std::unexpected(section.error());
  const auto characters = as_span<char>((*section)->bytes);
  return std::string_view(characters.data(), characters.size());
}

Result<std::span<const std::uint32_t>> ModelFile::u32(std::string_view name) const {
  const auto section = require(name, SectionKind::kU32);
  if (!section) return std::unexpected(section.error());
  return as_span<std::uint32_t>((*section)->bytes);
}

Result<std::span<const std::uint64_t>> ModelFile::u64(std::string_view name) const {
  const auto section = require(name, SectionKind::kU64);
  if (!section) return std::unexpected(section.error());
  return as_span<std::uint64_t>((*section)->bytes);
}

Result<StringList> ModelFile::strings(std::string_view name) const {
  const auto section = require(name, SectionKind::kStrings);
  if (!section) return std::unexpected(section.error());
  const auto words = as_span<std::uint32_t>((*section)->bytes);
  const std::uint32_t count = words[0];
  const char* characters = reinterpret_cast<const char*>(words.data() + count + 2);
  return StringList(words.data() + 1, characters, count);
}

}  // namespace entente
