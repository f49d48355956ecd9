#include "lexicon/lexicon.h"

#include <algorithm>

namespace entente {
namespace {

constexpr std::string_view kEntryClassNames[] = {
#define ENTENTE_ROW(name, text) text,
    ENTENTE_ENTRY_CLASSES(ENTENTE_ROW)
#undef ENTENTE_ROW
};

static_assert(std::size(kEntryClassNames) == kEntryClassCount);

}  // namespace

std::string_view to_string(EntryClass cls) {
  return kEntryClassNames[static_cast<std::size_t>(cls)];
}

std::optional<EntryClass> parse_entry_class(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kEntryClassNames); ++i) {
    if (kEntryClassNames[i] == name) return static_cast<EntryClass>(i);
  }
  return std::nullopt;
}

const std::vector<std::uint8_t>& Lexicon::rows_of(const LabelIndex& index, std::string_view word) {
  static const std::vector<std::uint8_t> kNone;
  const auto found = index.find(word);
  return found == index.end() ? kNone : found->second;
}

bool Lexicon::is_a(std::string_view word, std::string_view set) const {
  const auto found = selection_.find(set);
  return found != selection_.end() &&
         std::binary_search(found->second.begin(), found->second.end(), word, std::less<>());
}

const std::vector<const Entry*>& Lexicon::find(EntryPos pos, std::string_view lemma) const {
  static const std::vector<const Entry*> kNone;
  const Index& index = index_[static_cast<std::size_t>(pos)];
  const auto found = index.find(lemma);
  return found == index.end() ? kNone : found->second;
}

}  // namespace entente
