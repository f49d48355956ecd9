// The working copy of a parse: repairs change it, the constructions read it.
// Made anew for every analysis; one thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/string_arena.h"
#include "lexicon/word_classes.h"
#include "record/analysis.h"

namespace entente {

class Parse {
 public:
  // All arguments outlive the Parse.  Sentences are cut into segments at the ends
  // of paragraphs, where the parser may have run a heading into what follows.
  // Heads that leave their segment or lie on a cycle become roots, so that
  // every segment is a forest.
  Parse(const Analysis& analysis, const WordClasses& classes, StringArena& strings);

  const Analysis& analysis() const { return analysis_; }
  const WordClasses& word_classes() const { return classes_; }
  StringArena& strings() { return strings_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }

  // The head of token i, i itself for a root.
  std::uint32_t head(std::uint32_t i) const { return nodes_[i].head; }
  bool is_root(std::uint32_t i) const { return nodes_[i].head == i; }
  Dep dep(std::uint32_t i) const { return nodes_[i].dep; }
  Tag tag(std::uint32_t i) const { return nodes_[i].tag; }
  Pos pos(std::uint32_t i) const { return nodes_[i].pos; }
  // Lower case (ASCII).
  std::string_view word(std::uint32_t i) const { return nodes_[i].word; }
  std::string_view lemma(std::uint32_t i) const { return nodes_[i].lemma; }
  bool is(std::uint32_t i, WordClass c) const { return nodes_[i].classes.has(c); }
  EntityType entity(std::uint32_t i) const { return analysis_.tokens[i].entity_type; }
  // The sentence of token i, as an index into Analysis::sentences.
  std::uint32_t sentence(std::uint32_t i) const { return nodes_[i].sentence; }

  // Segments: sentences, cut where a paragraph ends.  In order, they cover all tokens.
  const std::vector<TokenRange>& segments() const { return segments_; }
  std::uint32_t segment(std::uint32_t i) const { return nodes_[i].segment; }

  // Children in the order of the text, at most kMaxChildren: no sentence of a
  // language needs more, and hostile ones stay linear.
  std::span<const std::uint32_t> children(std::uint32_t i) const {
    const std::uint32_t count = first_child_[i + 1] - first_child_[i];
    return {children_.data() + first_child_[i], count < kMaxChildren ? count : kMaxChildren};
  }
  // The first child with that label, or -1.
  std::int32_t child(std::uint32_t i, Dep dep) const;
  bool has_child(std::uint32_t i, Dep dep) const { return child(i, dep) >= 0; }
  // Every token after its head.
  std::span<const std::uint32_t> top_down() const { return order_; }

  // Changes for repairs; children() and top_down() are stale until index().
  void attach(std::uint32_t i, std::uint32_t head, Dep dep) {
    nodes_[i].head = head;
    nodes_[i].dep = dep;
  }
  void retag(std::uint32_t i, Tag tag, Pos pos) {
    nodes_[i].tag = tag;
    nodes_[i].pos = pos;
  }
  void set_lemma(std::uint32_t i, std::string_view lemma);
  // Rebuilds children and order.  Cost: linear.
  void index();

 private:
  struct Node {
    std::uint32_t head;
    std::uint32_t sentence;
    std::uint32_t segment;
    Dep dep;
    Tag tag;
    Pos pos;
    WordClassSet classes;
    std::string_view word;
    std::string_view lemma;
  };
  std::string_view lower(std::string_view s);
  void index_children();
  void read_segment(std::uint32_t sentence, TokenRange segment);
  void read_heads(TokenRange segment);

  static constexpr std::uint32_t kMaxChildren = 256;
  const Analysis& analysis_;
  const WordClasses& classes_;
  StringArena& strings_;
  std::vector<Node> nodes_;
  std::vector<TokenRange> segments_;
  std::vector<std::uint32_t> first_child_;
  std::vector<std::uint32_t> children_;
  std::vector<std::uint32_t> order_;
};

inline bool is_verb(const Parse& parse, std::uint32_t i) {
  return parse.pos(i) == Pos::kVerb || parse.pos(i) == Pos::kAux;
}
inline bool is_nominal(const Parse& parse, std::uint32_t i) {
  const Pos pos = parse.pos(i);
  return pos == Pos::kNoun || pos == Pos::kPropn || pos == Pos::kPron || pos == Pos::kNum;
}

}  // namespace entente
