// One section of a document as the event stage looks at it: the parse with its
// children, the propositions, and the mention and lower-case form of each token.
// Made anew for every section; one thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "record/reading.h"

namespace entente {

class SectionView {
 public:
  // All arguments outlive the view.
  SectionView(const Reading& reading, const SectionReading& section, const Lexicon& lexicon);

  const Reading& reading() const { return reading_; }
  const SectionReading& section() const { return section_; }
  const Analysis& analysis() const { return section_.analysis; }
  const Lexicon& lexicon() const { return lexicon_; }
  const std::vector<Proposition>& propositions() const { return section_.propositions.list; }
  const Token& token(std::uint32_t i) const { return analysis().tokens[i]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(lower_.size()); }

  std::string_view lower(std::uint32_t i) const { return lower_[i]; }
  std::string_view lemma(std::uint32_t i) const { return lemma_[i]; }
  // "cease-fire" for its last token; "" when no hyphen stands before it.
  std::string_view hyphenated(std::uint32_t i) const { return hyphenated_[i]; }
  const Mention* mention(std::uint32_t i) const { return mentions_[i]; }
  // Index of the proposition whose head is token i, or -1.
  std::int32_t proposition_at(std::uint32_t i) const { return proposition_at_[i]; }
  std::span<const std::uint32_t> children(std::uint32_t i) const {
    return std::span(children_).subspan(first_child_[i], first_child_[i + 1] - first_child_[i]);
  }
  bool is_root(std::uint32_t i) const { return token(i).head == i; }
  TokenRange sentence_of(const Proposition& p) const { return analysis().sentences[p.sentence]; }

 private:
  void index_children();

  const Reading& reading_;
  const SectionReading& section_;
  const Lexicon& lexicon_;
  std::vector<std::string> lower_;
  std::vector<std::string> lemma_;
  std::vector<std::string> hyphenated_;
  std::vector<const Mention*> mentions_;
  std::vector<std::int32_t> proposition_at_;
  std::vector<std::uint32_t> first_child_;
  std::vector<std::uint32_t> children_;
};

}  // namespace entente
