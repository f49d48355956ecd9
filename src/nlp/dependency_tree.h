// What the parser's arcs mean: subtrees, crossing arcs put back, sentences.
// Pure functions over plain arrays.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "record/analysis.h"
#include "record/labels.h"

namespace entente {

// The label of an arc.  The parser draws no crossing arcs: "relcl||dobj" says
// that the token is a relcl of a dobj somewhere below the head it was given.
struct ArcLabel {
  Dep dep = Dep::kOther;
  Dep true_head = Dep::kOther;  // label of the token to attach to; kOther: the head is right

  // "nsubj" or "relcl||dobj"; nullopt for labels that record/labels.h lacks.
  static std::optional<ArcLabel> parse(std::string_view text);
  bool operator==(const ArcLabel&) const = default;
};

// One value a token.
struct DependencyTree {
  std::vector<std::uint32_t> heads;  // its own index for a root
  std::vector<ArcLabel> labels;
  std::vector<std::uint32_t> left_edges;   // first token of the subtree
  std::vector<std::uint32_t> right_edges;  // last token of the subtree
  std::vector<bool> sentence_starts;
};

// From heads and labels as the parser gave them: attaches tokens with double
// labels to their true heads and fills the other columns.  `is_space[i]`: the
// token consists of white space.  REQUIRES: the heads form a forest.
// Linear but for the search of a true head, which may visit its whole subtree.
void finish_tree(DependencyTree& tree, const std::vector<bool>& is_space);

// Cut at sentence starts; cover all tokens.
std::vector<TokenRange> find_sentences(const DependencyTree& tree);

// Base noun phrases: from the left edge to the noun, by the label of the noun.
// `tree` gives the left edges, `tokens` part of speech, label and head.
std::vector<TokenRange> find_noun_chunks(const DependencyTree& tree, std::span<const Token> tokens);

}  // namespace entente
