#include "knowledge/image.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <bit>

namespace entente {
namespace {

// Size of the record of each section, in the order of SectionId.
constexpr std::array<std::size_t, kSectionCount> kRecordSizes = {1,
                                                                 sizeof(ImageEntry),
                                                                 sizeof(ImageName),
                                                                 sizeof(ImageNode),
                                                                 sizeof(ImageEdge),
                                                                 sizeof(ImageAtom),
                                                                 4,
                                                                 4,
                                                                 sizeof(ImageState),
                                                                 sizeof(ImageOrganisation),
                                                                 sizeof(ImagePlace),
                                                                 sizeof(ImagePerson),
                                                                 sizeof(ImageTerm),
                                                                 4,
                                                                 sizeof(ImageKey),
                                                                 sizeof(ImageKey),
                                                                 sizeof(ImageMembership),
                                                                 sizeof(ImagePact),
                                                                 sizeof(ImageNoun)};

}  // namespace

std::uint64_t image_checksum(std::span<const std::byte> bytes) {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15;
  std::array<std::uint64_t, 8> lanes = {1, 2, 3, 4, 5, 6, 7, 8};
  std::array<std::uint64_t, 8> block{};
  for (std::size_t at = 0; at < bytes.size(); at += sizeof(block)) {
    const std::size_t size = std::min(sizeof(block), bytes.size() - at);
    if (size < sizeof(block)) block.fill(0);
    std::memcpy(block.data(), bytes.data() + at, size);
    for (std::size_t i = 0; i < lanes.size(); ++i) {
      lanes[i] = std::rotl((lanes[i] ^ block[i]) * kMultiplier, 29);
    }
  }
  std::uint64_t sum = bytes.size();
  for (std::uint64_t lane : lanes) sum = std::rotl((sum ^ lane) * kMultiplier, 31);
  return sum ^ (sum >> 32);
}

std::uint32_t atom_hash(std::string_view folded) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (char c : folded) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

Result<Image> Image::map(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return std::unexpected(file.error());
  Image image;
  image.file_ = std::make_unique<MappedFile>(std::move(*file));
  const std::span<const std::byte> bytes = image.file_->bytes();
  return check(std::move(image), bytes, path);
}

Result<Image> Image::adopt(std::vector<std::byte> bytes) {
  Image image;
  image.memory_ = std::move(bytes);
  const std::span<const std::byte> view = image.memory_;
  return check(std::move(image), view, "");
}

Result<Image> Image::check(Image image, std::span<const std::byte> bytes, std::string path) {
  const auto damaged = [&](std::string_view what) {
    return fail(ErrorCode::kBadFormat,
                fmt::format("the knowledge image is damaged ({}): build it again", what),
                {path, 0, {}});
  };
  ImageHeader header;
  const ImageHeader expected;
  if (bytes.size() < sizeof(header)) return damaged("too short");
  std::memcpy(&header, bytes.data(), sizeof(header));
  if (std::memcmp(header.magic, expected.magic, sizeof(header.magic)) != 0) {
    return fail(ErrorCode::kBadFormat, "not a knowledge image", {path, 0, {}});
  }
  if (header.version != kImageVersion || header.section_count != kSectionCount) {
    return fail(ErrorCode::kUnsupported,
                fmt::format("knowledge image of version {}, this program reads {}: build it again",
                            header.version, kImageVersion),
                {path, 0, {}});
  }
  if (header.size != bytes.size()) return damaged("its size is not the one it states");
  if (image_checksum(bytes.subspan(kChecksumFrom)) != header.checksum) return damaged("checksum");
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    const ImageSection& section = header.sections[i];
    if (section.offset > bytes.size() || section.size > bytes.size() - section.offset ||
        section.offset % 8 != 0 || section.size % kRecordSizes[i] != 0) {
      return damaged("a section out of bounds");
    }
    image.sections_[i] = bytes.subspan(section.offset, section.size);
  }
  if (!std::has_single_bit(image.section<ImageAtom>(SectionId::kAtoms).size()) ||
      image.section<ImageNode>(SectionId::kNodes).size() < 2) {
    return damaged("no names");
  }
  image.checksum_ = header.checksum;
  return image;
}

std::string_view Image::text(StringId id) const {
  const std::span<const std::byte> pool = sections_[0];
  std::uint16_t size = 0;
  if (id + sizeof(size) > pool.size()) return {};
  std::memcpy(&size, pool.data() + id, sizeof(size));
  if (size > pool.size() - id - sizeof(size)) return {};
  return {reinterpret_cast<const char*>(pool.data() + id + sizeof(size)), size};
}

std::vector<std::string_view> Image::strings(ImageList list) const {
  const auto lists = section<StringId>(SectionId::kLists);
  std::vector<std::string_view> out;
  if (list.first > lists.size() || list.count > lists.size() - list.first) return out;
  for (StringId id : lists.subspan(list.first, list.count)) out.push_back(text(id));
  return out;
}

std::optional<std::uint32_t> Image::atom(std::string_view folded) const {
  const auto slots = section<ImageAtom>(SectionId::kAtoms);
  const std::uint32_t hash = atom_hash(folded);
  const std::size_t mask = slots.size() - 1;
  for (std::size_t probe = 0; probe < slots.size(); ++probe) {
    const ImageAtom& slot = slots[(hash + probe) & mask];
    if (slot.text == 0) return std::nullopt;
    if (slot.hash == hash && text(slot.text) == folded) return slot.number;
  }
  return std::nullopt;
}

std::uint32_t Image::child(std::uint32_t node, std::uint32_t atom) const {
  if (node == 0) {
    const auto roots = section<std::uint32_t>(SectionId::kRootNodes);
    return atom < roots.size() ? roots[atom] : 0;
  }
  const auto nodes = section<ImageNode>(SectionId::kNodes);
  const auto edges = section<ImageEdge>(SectionId::kEdges);
  if (node + 1 >= nodes.size()) return 0;
  const std::size_t first = nodes[node].first_edge, last = nodes[node + 1].first_edge;
  if (first > last || last > edges.size()) return 0;
  const auto range = edges.subspan(first, last - first);
  const auto found =
      std::lower_bound(range.begin(), range.end(), atom,
                       [](const ImageEdge& e, std::uint32_t a) { return e.atom < a; });
  return found != range.end() && found->atom == atom ? found->node : 0;
}

std::span<const ImageName> Image::names_at(std::uint32_t node) const {
  const auto nodes = section<ImageNode>(SectionId::kNodes);
  const auto names = section<ImageName>(SectionId::kNames);
  if (node + 1 >= nodes.size()) return {};
  const std::size_t first = nodes[node].first_name, last = nodes[node + 1].first_name;
  if (first > last || last > names.size()) return {};
  return names.subspan(first, last - first);
}

const ImageEntry* Image::find_key(std::string_view key) const {
  const auto keys = section<ImageKey>(SectionId::kKeys);
  const auto found =
      std::lower_bound(keys.begin(), keys.end(), key,
                       [&](const ImageKey& k, std::string_view s) { return text(k.text) < s; });
  if (found == keys.end() || text(found->text) != key) return nullptr;
  return entry(found->value);
}

}  // namespace entente
