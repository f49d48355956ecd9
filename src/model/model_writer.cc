#include "model/model_writer.h"

#include <xxhash.h>

#include <algorithm>
#include <cassert>
#include <cstring>

#include "base/file.h"
#include "model/model_layout.h"

namespace entente {
namespace {

using internal::kSectionAlignment;
using internal::ModelHeader;
using internal::SectionEntry;

std::uint64_t aligned(std::uint64_t offset) {
  return (offset + kSectionAlignment - 1) / kSectionAlignment * kSectionAlignment;
}

void append_word(std::string& out, std::uint32_t word) {
  out.append(reinterpret_cast<const char*>(&word), sizeof word);
}

}  // namespace

template <typename T>
void ModelWriter::add_array(std::string_view name, SectionKind kind, std::span<const T> values) {
  assert(!name.empty() && name.size() < internal::kSectionNameSize);
  sections_.push_back(
      {std::string(name),
       kind,
       std::string(reinterpret_cast<const char*>(values.data()), values.size_bytes()),
       {}});
}

void ModelWriter::add_text(std::string_view name, std::string_view text) {
  add_array<char>(name, SectionKind::kText, {text.data(), text.size()});
}

void ModelWriter::add_tensor(std::string_view name, std::span<const float> values,
                             std::span<const std::uint32_t> shape) {
  assert(!shape.empty() && shape.size() <= 4);
  add_array(name, SectionKind::kFloats, values);
  sections_.back().shape.assign(shape.begin(), shape.end());
}

void ModelWriter::add_u32(std::string_view name, std::span<const std::uint32_t> values) {
  add_array(name, SectionKind::kU32, values);
}

void ModelWriter::add_u64(std::string_view name, std::span<const std::uint64_t> values) {
  add_array(name, SectionKind::kU64, values);
}

void ModelWriter::add_strings(std::string_view name, std::span<const std::string> values) {
  std::string bytes;
  append_word(bytes, static_cast<std::uint32_t>(values.size()));
  std::uint32_t offset = 0;
  append_word(bytes, offset);
  for (const std::string& value : values) {
    offset += static_cast<std::uint32_t>(value.size());
    append_word(bytes, offset);
  }
  for (const std::string& value : values) bytes += value;
  add_array<char>(name, SectionKind::kStrings, {bytes.data(), bytes.size()});
}

std::string ModelWriter::finish() const {
  std::string file(sizeof(ModelHeader) + sections_.size() * sizeof(SectionEntry), '\0');
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    const Section& section = sections_[i];
    file.resize(aligned(file.size()), '\0');
    SectionEntry entry{};
    section.name.copy(entry.name.data(), entry.name.size() - 1);
    entry.kind = static_cast<std::uint32_t>(section.kind);
    entry.rank = static_cast<std::uint32_t>(section.shape.size());
    entry.offset = file.size();
    entry.size = section.bytes.size();
    entry.shape.fill(1);
    std::copy(section.shape.begin(), section.shape.end(), entry.shape.begin());
    std::memcpy(file.data() + sizeof(ModelHeader) + i * sizeof entry, &entry, sizeof entry);
    file += section.bytes;
  }
  ModelHeader header{};
  header.magic = internal::kModelMagic;
  header.version = ModelFile::kFormatVersion;
  header.section_count = static_cast<std::uint32_t>(sections_.size());
  header.file_size = file.size();
  header.checksum = XXH3_64bits(file.data() + sizeof header, file.size() - sizeof header);
  std::memcpy(file.data(), &header, sizeof header);
  return file;
}

Status ModelWriter::write(const std::string& path) const {
  return write_file_atomically(path, finish());
}

}  // namespace entente
