// The byte layout of a model file; shared by its reader and its writer only.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace entente::internal {

static_assert(std::endian::native == std::endian::little,
              "model files are little-endian and mapped without conversion");

inline constexpr std::array<char, 8> kModelMagic = {'E', 'N', 'T', 'M', 'O', 'D', 'E', 'L'};
inline constexpr std::uint64_t kSectionAlignment = 64;
inline constexpr std::size_t kSectionNameSize = 56;
// A bound on the directory: a real model has about 120 sections.
inline constexpr std::uint32_t kMaxSections = 4096;

// At offset 0.  The directory follows it at once.
struct ModelHeader {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t section_count;
  std::uint64_t file_size;
  std::uint64_t checksum;  // XXH3-64 of all bytes behind the header
  std::array<std::uint8_t, 32> reserved;
};
static_assert(sizeof(ModelHeader) == 64);

struct SectionEntry {
  std::array<char, kSectionNameSize> name;  // NUL padded, at least one NUL
  std::uint32_t kind;                       // SectionKind
  std::uint32_t rank;                       // 1..4 for tensors, else 0
  std::uint64_t offset;                     // from the start of the file, 64-byte aligned
  std::uint64_t size;                       // bytes
  std::array<std::uint32_t, 4> shape;       // unused dimensions are 1
};
static_assert(sizeof(SectionEntry) == 96);

}  // namespace entente::internal
