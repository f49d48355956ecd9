// Arbitrary bytes -> the language model: no crash, no broken record.
// Bytes that are no valid UTF-8 are left out, as the readers of documents do.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "nlp/language_model.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

void check(const entente::Analysis& a) {
  std::uint32_t end = 0;
  for (std::uint32_t i = 0; i < a.tokens.size(); ++i) {
    const entente::Token& token = a.tokens[i];
    require(token.begin >= end && token.begin < token.end && token.end <= a.text.size());
    require(token.head < a.tokens.size());
    end = token.end;
  }
  std::uint32_t next = 0;
  for (const entente::TokenRange& sentence : a.sentences) {
    require(sentence.first == next && sentence.last > sentence.first);
    next = sentence.last;
  }
  require(next == a.tokens.size());
  for (const entente::NamedEntity& entity : a.entities) {
    require(entity.tokens.first < entity.tokens.last && entity.tokens.last <= a.tokens.size());
  }
  for (const entente::TokenRange& chunk : a.noun_chunks) {
    require(chunk.first < chunk.last && chunk.last <= a.tokens.size());
  }
}

const entente::LanguageModel& model() {
  static const entente::LanguageModel opened = [] {
    auto result = entente::LanguageModel::open(ENTENTE_SOURCE_DIR "/.cache/english.model");
    require(result.has_value());
    return std::move(*result);
  }();
  return opened;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto invalid = entente::find_invalid_utf8(bytes);
  static entente::Analyzer analyzer(model());
  check(analyzer.analyze(bytes.substr(0, invalid.value_or(size)), entente::Section::kText));
  return 0;
}
