// The trie is laid out level by level from the sorted list of names: a node is
// a range of that list that shares a prefix of atoms; its children are the
// sub-ranges by the next atom.  n names of k atoms: O(n k log n) once, at build time.
#include "knowledge/name_index.h"

#include <algorithm>
#include <bit>

#include "knowledge/atoms.h"

namespace entente {

StringId StringPool::add(std::string_view s) {
  if (s.empty()) return 0;
  s = s.substr(0, 0xFFFF);
  const auto [found, added] = ids_.try_emplace(std::string(s), StringId(pool_.size()));
  if (added) {
    const auto size = static_cast<std::uint16_t>(s.size());
    pool_.append(reinterpret_cast<const char*>(&size), sizeof(size));
    pool_ += s;
  }
  return found->second;
}

std::string_view StringPool::text(StringId id) const {
  std::uint16_t size = 0;
  std::memcpy(&size, pool_.data() + id, sizeof(size));
  return std::string_view(pool_).substr(id + sizeof(size), size);
}

std::string_view without_article(std::string_view surface) {
  const bool article = surface.starts_with("the ") || surface.starts_with("The ");
  return article ? surface.substr(4) : surface;
}

std::uint32_t NameIndex::number(std::string_view folded) {
  return numbers_.try_emplace(std::string(folded), std::uint32_t(numbers_.size())).first->second;
}

void NameIndex::add_spelling(std::string_view spelling, std::string_view variant) {
  numbers_.try_emplace(std::string(variant), number(spelling));
}

void NameIndex::add(std::uint32_t entry, std::string_view surface, NameForm form) {
  std::vector<Atom> parts;
  std::string folded;
  split_atoms(without_article(surface), 0, parts, folded);
  if (parts.empty()) return;
  Pending pending{{}, {entry, pool_.add(surface), static_cast<std::uint8_t>(form), {}}};
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = folded.find('\0', at);
    pending.atoms.push_back(number(std::string_view(folded).substr(at, end - at)));
    at = end + 1;
  }
  pending_.push_back(std::move(pending));
}

void NameIndex::build() {
  std::stable_sort(pending_.begin(), pending_.end(), [](const Pending& a, const Pending& b) {
    if (a.atoms != b.atoms) return a.atoms < b.atoms;
    return a.name.entry < b.name.entry;
  });
  struct Range {
    std::size_t first, last, depth;
  };
  std::vector<Range> queue = {{0, pending_.size(), 0}};
  root_nodes.assign(numbers_.size(), 0);
  for (std::size_t head = 0; head < queue.size(); ++head) {
    const Range range = queue[head];
    nodes.push_back({std::uint32_t(edges.size()), std::uint32_t(names.size())});
    std::size_t at = range.first;
    for (; at < range.last && pending_[at].atoms.size() == range.depth; ++at) {
      const ImageName& name = pending_[at].name;
      const bool repeated = names.size() > nodes.back().first_name &&
                            names.back().entry == name.entry &&
                            names.back().surface == name.surface;
      if (!repeated) names.push_back(name);
    }
    while (at < range.last) {
      const std::uint32_t atom = pending_[at].atoms[range.depth];
      std::size_t end = at;
      while (end < range.last && pending_[end].atoms[range.depth] == atom) ++end;
      const auto node = static_cast<std::uint32_t>(queue.size());
      edges.push_back({atom, node});
      if (range.depth == 0) root_nodes[atom] = node;
      queue.push_back({at, end, range.depth + 1});
      at = end;
    }
  }
  nodes.push_back({std::uint32_t(edges.size()), std::uint32_t(names.size())});
  build_atom_table();
}

void NameIndex::build_atom_table() {
  atoms.assign(std::bit_ceil(numbers_.size() * 2 + 2), {});
  std::vector<std::pair<std::string_view, std::uint32_t>> sorted(numbers_.begin(), numbers_.end());
  std::sort(sorted.begin(), sorted.end());
  for (const auto& [text, index] : sorted) {
    const std::uint32_t hash = atom_hash(text);
    std::size_t slot = hash & (atoms.size() - 1);
    while (atoms[slot].text != 0) slot = (slot + 1) & (atoms.size() - 1);
    atoms[slot] = {hash, pool_.add(text), index};
  }
}

}  // namespace entente
