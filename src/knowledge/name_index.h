// Builds the trie over the atoms of all names, and the string pool.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "knowledge/image.h"
#include "knowledge/name.h"

namespace entente {

// Interned strings in the form of the section kText.
class StringPool {
 public:
  StringPool() { pool_.assign(2, '\0'); }
  // Longer strings than 65,535 bytes are cut.
  StringId add(std::string_view s);
  const std::string& bytes() const { return pool_; }
  std::string_view text(StringId id) const;

 private:
  std::string pool_;
  std::unordered_map<std::string, StringId> ids_;
};

// "the Kremlin" -> "Kremlin": a name is found without its article, but one
// that the table writes with it must have "the" before it.
std::string_view without_article(std::string_view surface);

class NameIndex {
 public:
  explicit NameIndex(StringPool& pool) : pool_(pool) {}

  // `variant` is read as `spelling` wherever it stands in a name.  Call first.
  void add_spelling(std::string_view spelling, std::string_view variant);

  // One more name of `entry`; a name without letters is left out, and one that
  // the entry has already by other means too.
  void add(std::uint32_t entry, std::string_view surface, NameForm form);

  // Call once, after all names were added.
  void build();

  std::vector<ImageName> names;
  std::vector<ImageNode> nodes;
  std::vector<ImageEdge> edges;
  std::vector<ImageAtom> atoms;
  std::vector<std::uint32_t> root_nodes;

 private:
  struct Pending {
    std::vector<std::uint32_t> atoms;
    ImageName name;
  };
  std::uint32_t number(std::string_view folded);
  void build_atom_table();

  StringPool& pool_;
  std::vector<Pending> pending_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace entente
