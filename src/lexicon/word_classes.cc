#include "lexicon/word_classes.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/file.h"
#include "base/tsv.h"

namespace entente {
namespace {

struct NamedClass {
  std::string_view name;
  WordClass value;
};

constexpr std::array kClassNames = {
#define ENTENTE_ENUMERATOR(name, text) NamedClass{text, WordClass::k##name},
    ENTENTE_WORD_CLASSES(ENTENTE_ENUMERATOR)
#undef ENTENTE_ENUMERATOR
};
static_assert(kClassNames.size() <= 32, "WordClassSet has 32 bits");

const NamedClass* find_class(std::string_view name) {
  const auto it = std::ranges::find(kClassNames, name, &NamedClass::name);
  return it == kClassNames.end() ? nullptr : &*it;
}

bool has_upper_case(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Result<WordClasses> WordClasses::parse(std::string text, const std::string& path) {
  const auto table = TsvTable::parse(std::move(text), path, {"class", "word", "source"});
  if (!table) return std::unexpected(table.error());
  WordClasses result;
  for (const TsvTable::Row& row : table->rows()) {
    const NamedClass* const named = find_class(row.cells[0]);
    if (named == nullptr) {
      return fail(ErrorCode::kBadFormat, fmt::format("unknown class '{}'", row.cells[0]),
                  table->place(row));
    }
    const std::string_view word = row.cells[1];
    if (word.empty() || has_upper_case(word)) {
      return fail(ErrorCode::kBadFormat, fmt::format("'{}' is no lower-case word", word),
                  table->place(row));
    }
    WordClassSet& set = result.classes_[std::string(word)];
    if (set.has(named->value)) {
      return fail(ErrorCode::kDuplicate,
                  fmt::format("'{}' is already in class '{}'", word, named->name),
                  table->place(row));
    }
    set.add(named->value);
  }
  return result;
}

Result<WordClasses> WordClasses::load(const std::string& path) {
  auto text = read_file(path);
  if (!text) return std::unexpected(text.error());
  return parse(*std::move(text), path);
}

}  // namespace entente
