// What the language model says about one text: tokens, parse, entities.
//
// The title and the text of a document are analysed apart, one Analysis each.
// All stages after nlp read this record and no other form of the text.
#pragma once

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "record/labels.h"
#include "record/span.h"

namespace entente {

struct Token {
  std::uint32_t begin = 0;  // bytes in the analysed text
  std::uint32_t end = 0;
  std::uint32_t head = 0;  // token index; its own index for a root
  Tag tag = Tag::kOther;
  Pos pos = Pos::kOther;
  Dep dep = Dep::kOther;
  EntityType entity_type = EntityType::kOther;  // of the entity that it is part of
  bool space_after = false;                     // exactly one blank was consumed behind it
  bool sentence_start = false;
  std::string_view lemma;  // both live as long as the Analysis
  std::string_view morph;  // "Number=Sing|Person=3", "" if none
};

// Tokens [first, last).
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool operator==(const TokenRange&) const = default;
};

struct NamedEntity {
  TokenRange tokens;
  EntityType type = EntityType::kOther;
};

// Movable, not copyable.  The text it speaks about must outlive it.
struct Analysis {
  explicit Analysis(std::string_view analysed_text = {}, Section analysed_section = Section::kText)
      : text(analysed_text), section(analysed_section) {}

  std::string_view text;
  Section section;
  std::vector<Token> tokens;
  std::vector<TokenRange> sentences;    // cover all tokens, in order
  std::vector<NamedEntity> entities;    // in order, no overlap
  std::vector<TokenRange> noun_chunks;  // in order; the last token is the head

  std::string_view token_text(std::uint32_t i) const {
    return text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
  }
  Span span(TokenRange range) const {
    return {tokens[range.first].begin, tokens[range.last - 1].end, section};
  }
  Span token_span(std::uint32_t i) const { return {tokens[i].begin, tokens[i].end, section}; }
  std::string_view span_text(Span s) const { return text.substr(s.begin, s.end - s.begin); }

  // Copies `s` into memory that lives as long as this Analysis.
  std::string_view keep(std::string_view s) {
    char* copy = static_cast<char*>(arena_->allocate(s.size() + 1, 1));
    s.copy(copy, s.size());
    return {copy, s.size()};
  }

 private:
  std::unique_ptr<std::pmr::monotonic_buffer_resource> arena_ =
      std::make_unique<std::pmr::monotonic_buffer_resource>();
};

}  // namespace entente
