// Text -> tokens, exactly as the language model was trained (docs/tokenizer.md).
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "model/model_file.h"
#include "nlp/affix_rules.h"
#include "nlp/chunk_cache.h"
#include "nlp/lexeme.h"
#include "nlp/url_matcher.h"
#include "nlp/working_doc.h"

namespace entente {

// Immutable: free for any number of threads, each with its own Workspace.
class Tokenizer {
 public:
  // `model` and `lexemes` must outlive the tokenizer.  Errors: kNotFound,
  // kBadFormat; kUnsupported for rules that this program does not know.
  static Result<std::unique_ptr<Tokenizer>> load(const ModelFile& model, LexemeTable& lexemes);

  // What one thread needs; about 3 MB.
  class Workspace {
    friend class Tokenizer;
    struct Piece {
      std::uint32_t begin;
      std::uint32_t end;
    };
    ChunkCache cache;
    UrlMatcher::Workspace url;
    std::vector<Piece> suffixes;
    std::vector<Token> rebuilt_tokens;
    std::vector<const Lexeme*> rebuilt_lexemes;
  };

  // Fills begin, end and space_after of analysis.tokens, which must be empty,
  // and `doc`, which is cleared.  Time linear in the text.  REQUIRES:
  // analysis.text is valid UTF-8 of less than 2^31 bytes.
  void tokenize(Analysis& analysis, WorkingDoc& doc, Workspace& workspace) const;

 private:
  // The pieces of exception i: [first, last) of pieces_ and norms_.
  struct Special {
    std::uint32_t first;
    std::uint32_t last;
  };
  // A special that affix rules may have cut up: found again as this sequence.
  struct Phrase {
    std::vector<std::uint64_t> orths;
  };
  struct Match {
    std::uint32_t first;  // tokens, half-open
    std::uint32_t last;
    const Special* special;
  };
  class Run;

  explicit Tokenizer(LexemeTable& lexemes) : lexemes_(lexemes) {}
  Status load_rules(const ModelFile& model);
  Status load_specials(const ModelFile& model);
  void build_phrases();
  const Special* find_special(std::string_view text) const;

  LexemeTable& lexemes_;
  AffixRules prefixes_;
  AffixRules suffixes_;
  AffixRules infixes_;
  UrlMatcher url_;
  StringList pieces_;
  StringList norms_;
  std::unordered_map<std::string_view, Special> specials_;
  std::size_t longest_special_ = 0;                                 // bytes
  std::unordered_map<std::uint64_t, std::vector<Phrase>> phrases_;  // by the first orth
  std::array<std::uint64_t, 64> phrase_starts_{};                   // a filter before phrases_
};

}  // namespace entente
