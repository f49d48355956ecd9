// The noun phrases of one analysis: children of each token, the span of the
// phrase that a noun heads, and what stands around the noun in it.
//
// Built once per analysis in linear time; immutable, free for any number of
// threads.  The analysis must outlive it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/analysis.h"

namespace entente {

class PhraseTree {
 public:
  explicit PhraseTree(const Analysis& analysis);
  PhraseTree(const PhraseTree&) = delete;
  PhraseTree& operator=(const PhraseTree&) = delete;

  const Analysis& analysis() const { return *analysis_; }
  const Token& token(std::uint32_t i) const { return analysis_->tokens[i]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(analysis_->tokens.size()); }
  // Lower-cased text of a token; the lemma for nouns is in `noun`.
  std::string_view lower(std::uint32_t i) const { return lower_[i]; }
  // The singular of a noun in lower case, repaired where the model leaves
  // capitals or plurals ("MINISTERS" -> "minister").
  std::string_view noun(std::uint32_t i) const { return noun_[i]; }
  // Index of the sentence of a token.
  std::uint32_t sentence(std::uint32_t i) const { return sentence_[i]; }

  // In text order; without those behind a blank line, which no phrase crosses.
  std::span<const std::uint32_t> children(std::uint32_t i) const;
  std::uint32_t head(std::uint32_t i) const { return analysis_->tokens[i].head; }
  Dep dep(std::uint32_t i) const { return analysis_->tokens[i].dep; }
  bool is_root(std::uint32_t i) const { return head(i) == i; }
  // The first child with the label, if any.
  std::optional<std::uint32_t> child(std::uint32_t i, Dep dep) const;
  // The object of the preposition `word` that hangs on i, if any.
  std::optional<std::uint32_t> prep_object(std::uint32_t i, std::string_view word) const;

  // The phrase that i heads: its modifiers and prepositional phrases; without
  // conjuncts, relative clauses, participles, appositions behind a comma.
  TokenRange phrase(std::uint32_t i) const { return phrase_[i]; }
  std::string phrase_text(std::uint32_t i) const;

  bool is_nominal(std::uint32_t i) const;
  // A proper noun, also where the model tags one in a known entity as common.
  bool is_proper(std::uint32_t i) const;
  bool is_plural(std::uint32_t i) const;
  bool is_definite(std::uint32_t i) const;  // the, this, that, these, those, a possessor
  bool is_indefinite(std::uint32_t i) const;
  // "two" -> 2 for a number before the noun; "both" 2; 0: none or not a small number.
  unsigned count(std::uint32_t i) const;
  // Whether the token starts with a capital in running text.
  bool is_capitalised(std::uint32_t i) const;

 private:
  bool is_owned_plural(std::uint32_t i) const;
  void find_breaks();
  bool joined(std::uint32_t a, std::uint32_t b) const { return breaks_[a] == breaks_[b]; }
  void link_children();
  void measure_phrases();

  const Analysis* analysis_;
  std::vector<std::string_view> lower_;
  std::vector<std::string_view> noun_;
  std::vector<std::uint32_t> sentence_;
  std::vector<std::uint32_t> breaks_;       // blank lines before each token
  std::vector<std::uint32_t> first_child_;  // size + 1 offsets into child_
  std::vector<std::uint32_t> child_;
  std::vector<TokenRange> phrase_;
  std::string storage_;
};

// Small English numbers in words or digits, 0 if it is none up to 99.
unsigned parse_small_number(std::string_view lower_word);

}  // namespace entente
