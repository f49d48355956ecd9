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

constexpr std::array kWordClassNames = {
#define ENTENTE_ENUMERATOR(name, text) NamedClass{text, WordClass::k##name},
    ENTENTE_WORD_CLASSES(ENTENTE_ENUMERATOR)
#undef ENTENTE_ENUMERATOR
};
static_assert(kWordClassNames.size() <= 32, "WordClassSet has 32 bits");

const NamedClass* find_class(std::string_view name) {
  const auto it = std::ranges::find(kWordClassNames, name, &NamedClass::name);
  return it == kWordClassNames.end() ? nullptr : &*it;
}

bool has_upper_case(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Status WordClasses::add_classes(std::string text, const std::string& path) {
  const auto table = TsvTable::parse(std::move(text), path, {"class", "word", "source"});
  if (!table) return std::unexpected(table.error());
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
    WordClassSet& set = classes_[std::string(word)];
    if (set.has(named->value)) {
      return fail(ErrorCode::kDuplicate,
                  fmt::format("'{}' is already in class '{}'", word, named->name),
                  table->place(row));
    }
    set.add(named->value);
  }
  return {};
}

Status WordClasses::add_lemmas(std::string text, const std::string& path) {
  const auto table = TsvTable::parse(std::move(text), path, {"form", "wrong", "lemma", "source"});
  if (!table) return std::unexpected(table.error());
  for (const TsvTable::Row& row : table->rows()) {
    const std::string_view form = row.cells[0];
    const std::string_view lemma = row.cells[2];
    if (form.empty() || lemma.empty() || has_upper_case(form) || has_upper_case(lemma)) {
      return fail(ErrorCode::kBadFormat,
                  fmt::format("'{}' -> '{}' is not in lower case", form, lemma), table->place(row));
    }
    if (!lemmas_.try_emplace(std::string(form), lemma).second) {
      return fail(ErrorCode::kDuplicate, fmt::format("'{}' stands twice", form), table->place(row));
    }
  }
  return {};
}

Result<WordClasses> WordClasses::parse(std::string classes, const std::string& classes_path,
                                       std::string lemmas, const std::string& lemmas_path) {
  WordClasses result;
  if (Status s = result.add_classes(std::move(classes), classes_path); !s) {
    return std::unexpected(std::move(s).error());
  }
  if (Status s = result.add_lemmas(std::move(lemmas), lemmas_path); !s) {
    return std::unexpected(std::move(s).error());
  }
  return result;
}

Result<WordClasses> WordClasses::load(const std::string& folder) {
  const std::string classes_path = folder + "/classes.tsv";
  const std::string lemmas_path = folder + "/lemmas.tsv";
  auto classes = read_file(classes_path);
  if (!classes) return std::unexpected(classes.error());
  auto lemmas = read_file(lemmas_path);
  if (!lemmas) return std::unexpected(lemmas.error());
  return parse(*std::move(classes), classes_path, *std::move(lemmas), lemmas_path);
}

}  // namespace entente
