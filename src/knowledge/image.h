// The compiled image of the knowledge tables: arrays of plain records.
//
// Layout: ImageHeader, then kSectionCount sections, each an array of the record
// named beside it, 8-byte aligned, little endian.  A string is an offset into
// the section kText where a 16-bit length and the bytes stand.  The checksum
// covers all behind itself.  Every accessor checks its index, so that even
// an image made with bad intent is read within its bounds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"

namespace entente {

using StringId = std::uint32_t;  // offset into kText; 0 is ""

struct ImageEntry {
  std::uint8_t kind = 0;    // NameKind
  std::uint8_t office = 0;  // Office, of roles
  std::uint8_t sector1 = 0, sector2 = 0;
  std::uint8_t file = 0;  // index into kImageFiles
  std::uint8_t padding[3] = {};
  std::uint32_t line = 0;
  StringId id = 0, key = 0, code = 0, name = 0, subkind = 0;
  std::int32_t first = 0, last = 0;
  std::uint32_t detail = 0;  // index into kStates, kOrganisations, kPlaces or kPersons
};

struct ImageName {
  std::uint32_t entry = 0;
  StringId surface = 0;   // the name as the table writes it
  std::uint8_t form = 0;  // NameForm
  std::uint8_t padding[3] = {};
};

// Children of a node are the edges [first_edge, next node's first_edge), sorted by atom.
struct ImageNode {
  std::uint32_t first_edge = 0;
  std::uint32_t first_name = 0;
};

struct ImageEdge {
  std::uint32_t atom = 0;
  std::uint32_t node = 0;
};

struct ImageAtom {
  std::uint32_t hash = 0;
  StringId text = 0;  // 0: empty slot
  std::uint32_t number = 0;
};

struct ImageList {
  std::uint32_t first = 0, count = 0;  // in kLists
};

struct ImageState {
  StringId capital = 0, region = 0, official_name = 0;
  ImageList neighbours;
  std::uint32_t leader = 0;  // Office
  float lat = 0, lon = 0;    // the mean of its cities
};

struct ImageOrganisation {
  StringId seat = 0, country = 0, state_owner = 0;
};

struct ImagePlace {
  float lat = 0, lon = 0;
  std::uint32_t population = 0;
  StringId admin1 = 0;
  ImageList countries;
};

struct ImagePerson {
  std::uint32_t first_term = 0, term_count = 0;
};

struct ImageTerm {
  std::uint32_t person = 0;  // entry
  StringId country = 0, unit = 0, title = 0;
  std::uint8_t office = 0, sector = 0, file = 0, padding = 0;
  std::int32_t first = 0, last = 0;
  std::uint32_t line = 0;
};

struct ImageKey {
  StringId text = 0;
  std::uint32_t value = 0;
};

struct ImageMembership {
  StringId organisation = 0, member = 0, role = 0;
  std::int32_t first = 0, last = 0;
};

struct ImagePact {
  StringId state_a = 0, state_b = 0, kind = 0, name = 0;
  std::int32_t first = 0, last = 0;
  std::uint32_t line = 0;
};

struct ImageNoun {
  StringId noun = 0;
  ImageList kinds;
};

enum class SectionId : std::uint32_t {
  kText,            // bytes
  kEntries,         // ImageEntry
  kNames,           // ImageName, grouped by node
  kNodes,           // ImageNode; one more at the end
  kEdges,           // ImageEdge
  kAtoms,           // ImageAtom, an open-addressing table of 2^n slots
  kRootNodes,       // uint32: node below the root by atom number, 0 if none
  kLists,           // StringId
  kStates,          // ImageState
  kOrganisations,   // ImageOrganisation
  kPlaces,          // ImagePlace
  kPersons,         // ImagePerson
  kTerms,           // ImageTerm, grouped by person, by start
  kTermsByCountry,  // uint32: terms sorted by country, office, start
  kSurnames,        // ImageKey: folded short name -> person's entry, sorted
  kKeys,            // ImageKey: key of states, organisations, groups -> entry, sorted
  kMemberships,     // ImageMembership, sorted by organisation, member
  kPacts,           // ImagePact
  kNouns,           // ImageNoun, sorted
  kSectionCount,
};
inline constexpr std::size_t kSectionCount = static_cast<std::size_t>(SectionId::kSectionCount);

struct ImageSection {
  std::uint64_t offset = 0, size = 0;  // bytes from the start of the image
};

struct ImageHeader {
  char magic[8] = {'E', 'N', 'T', 'K', 'N', 'O', 'W', '\n'};
  std::uint32_t version = 0;
  std::uint32_t section_count = 0;
  std::uint64_t size = 0;
  std::uint64_t checksum = 0;
  ImageSection sections[kSectionCount];
};

inline constexpr std::size_t kChecksumFrom = offsetof(ImageHeader, sections);
inline constexpr std::uint32_t kImageVersion = 2;
inline constexpr std::string_view kImageFiles[] = {
    "states.tsv",    "organisations.tsv", "armed_groups.tsv", "leaders.tsv",
    "officials.tsv", "memberships.tsv",   "pacts.tsv",        "roles.tsv",
    "nouns.tsv",     "cities.tsv",        "regions.tsv"};

// 64 bits over the bytes; eight lanes of multiply and rotate, some GB/s.
std::uint64_t image_checksum(std::span<const std::byte> bytes);
std::uint32_t atom_hash(std::string_view folded);

// One image, mapped from a file or held in memory.  Immutable, for any thread.
class Image {
 public:
  // Errors: see Knowledge::open.
  static Result<Image> map(const std::string& path);
  static Result<Image> adopt(std::vector<std::byte> bytes);

  std::string_view text(StringId id) const;
  template <typename T>
  std::span<const T> section(SectionId id) const {
    const std::span<const std::byte> raw = sections_[static_cast<std::size_t>(id)];
    return {reinterpret_cast<const T*>(raw.data()), raw.size() / sizeof(T)};
  }
  const ImageEntry* entry(std::uint32_t index) const {
    const auto entries = section<ImageEntry>(SectionId::kEntries);
    return index < entries.size() ? &entries[index] : nullptr;
  }
  // Strings of a list; empty when it is out of bounds.
  std::vector<std::string_view> strings(ImageList list) const;

  // Number of an atom, nullopt when no name has it.
  std::optional<std::uint32_t> atom(std::string_view folded) const;
  // The node below `node` (0 = root) by `atom`, 0 if none.
  std::uint32_t child(std::uint32_t node, std::uint32_t atom) const;
  std::span<const ImageName> names_at(std::uint32_t node) const;
  // Entry of a key ("RUS", "NATO"), nullptr if none.
  const ImageEntry* find_key(std::string_view key) const;
  std::uint64_t checksum() const { return checksum_; }

 private:
  Image() = default;
  static Result<Image> check(Image image, std::span<const std::byte> bytes, std::string path);
  std::unique_ptr<MappedFile> file_;
  std::vector<std::byte> memory_;
  std::span<const std::byte> sections_[kSectionCount];
  std::uint64_t checksum_ = 0;
};

}  // namespace entente
