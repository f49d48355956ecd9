// finish_tree() follows spaCy in two details that matter:
//   - the search for a true head looks for children inside the subtree edges
//     from before any token was moved, with the heads of now;
//   - sentences are cut where the subtree of a root begins, not where the
//     parser made a BREAK.
// "A hearing is scheduled on the issue today": "on" comes as prep||nsubj under
// "scheduled"; breadth-first from there the first nsubj is "hearing".
// Wrong when two tokens below the head have the wanted label: the first in
// breadth-first order is taken.
#include "nlp/dependency_tree.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace entente {
namespace {

// How often the edges are carried up and down; crossing arcs need more than
// one round, but no known text more than five.
constexpr int kMaxRounds = 12;

// Children of each token in ascending order; moved tokens are added later.
class ChildLists {
 public:
  explicit ChildLists(const std::vector<std::uint32_t>& heads)
      : heads_(heads), first_(heads.size() + 2), children_(heads.size()) {
    for (std::size_t i = 0; i < heads.size(); ++i) {
      if (heads[i] != i) ++first_[heads[i] + 2];
    }
    for (std::size_t i = 2; i < first_.size(); ++i) first_[i] += first_[i - 1];
    for (std::size_t i = 0; i < heads.size(); ++i) {
      if (heads[i] != i) children_[first_[heads[i] + 1]++] = static_cast<std::uint32_t>(i);
    }
  }

  void move(std::uint32_t child, std::uint32_t head) { moved_.emplace_back(head, child); }

  // The tokens of [left, right] whose head is `head` now.
  void collect(std::uint32_t head, std::uint32_t left, std::uint32_t right,
               std::vector<std::uint32_t>& out) const {
    out.clear();
    const auto add = [&](std::uint32_t child) {
      if (heads_[child] == head && child >= left && child <= right) out.push_back(child);
    };
    for (std::uint32_t i = first_[head]; i < first_[head + 1]; ++i) add(children_[i]);
    const std::size_t own = out.size();
    for (const auto& [new_head, child] : moved_) {
      if (new_head == head) add(child);
    }
    if (out.size() == own) return;
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
  }

 private:
  const std::vector<std::uint32_t>& heads_;
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> children_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> moved_;
};

// The first token with label `wanted` below the head of `token`, breadth-first;
// the head itself if there is none.
std::uint32_t find_true_head(const DependencyTree& tree, const ChildLists& children,
                             const std::vector<bool>& is_space, std::uint32_t token) {
  const ArcLabel wanted{tree.labels[token].true_head, Dep::kOther};
  std::vector<std::uint32_t> queue{tree.heads[token]};
  std::vector<std::uint32_t> found;
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const std::uint32_t node = queue[i];
    children.collect(node, tree.left_edges[node], tree.right_edges[node], found);
    for (const std::uint32_t child : found) {
      if (is_space[child] || child == token) continue;
      if (tree.labels[child] == wanted) return child;
      queue.push_back(child);
    }
  }
  return tree.heads[token];
}

// One pass up and one down; true when no head lies outside its sentence.
bool carry_edges(DependencyTree& tree) {
  const std::size_t n = tree.heads.size();
  const auto widen = [&](std::size_t i) {
    const std::uint32_t head = tree.heads[i];
    tree.left_edges[head] = std::min(tree.left_edges[head], tree.left_edges[i]);
    tree.right_edges[head] = std::max(tree.right_edges[head], tree.right_edges[i]);
  };
  for (std::size_t i = 0; i < n; ++i) widen(i);
  for (std::size_t i = n; i-- > 0;) widen(i);
  tree.sentence_starts.assign(n, false);
  for (std::size_t i = 0; i < n; ++i) {
    if (tree.heads[i] == i) tree.sentence_starts[tree.left_edges[i]] = true;
  }
  std::size_t start = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if ((i == 0 || !tree.sentence_starts[i]) && i + 1 != n) continue;
    for (std::size_t j = start; j < i; ++j) {
      if (tree.heads[j] < start || tree.heads[j] > i) return false;
    }
    start = i;
  }
  return true;
}

void find_edges(DependencyTree& tree) {
  const std::size_t n = tree.heads.size();
  tree.left_edges.resize(n);
  tree.right_edges.resize(n);
  for (std::uint32_t i = 0; i < n; ++i) tree.left_edges[i] = tree.right_edges[i] = i;
  for (int round = 0; round < kMaxRounds && !carry_edges(tree); ++round) {
  }
}

bool heads_a_noun_phrase(Dep dep) {
  switch (dep) {
    case Dep::kOprd:
    case Dep::kNsubj:
    case Dep::kDobj:
    case Dep::kNsubjpass:
    case Dep::kPcomp:
    case Dep::kPobj:
    case Dep::kDative:
    case Dep::kAppos:
    case Dep::kAttr:
    case Dep::kRoot:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<ArcLabel> ArcLabel::parse(std::string_view text) {
  const std::size_t bars = text.find("||");
  const ArcLabel label{parse_dep(text.substr(0, bars)), bars == std::string_view::npos
                                                            ? Dep::kOther
                                                            : parse_dep(text.substr(bars + 2))};
  if (label.dep == Dep::kOther) return std::nullopt;
  if (bars != std::string_view::npos && label.true_head == Dep::kOther) return std::nullopt;
  return label;
}

void finish_tree(DependencyTree& tree, const std::vector<bool>& is_space) {
  assert(is_space.size() == tree.heads.size());
  find_edges(tree);
  const auto crosses = [](const ArcLabel& label) { return label.true_head != Dep::kOther; };
  if (std::ranges::none_of(tree.labels, crosses)) return;
  ChildLists children(tree.heads);
  for (std::uint32_t i = 0; i < tree.heads.size(); ++i) {
    if (!crosses(tree.labels[i])) continue;
    tree.heads[i] = find_true_head(tree, children, is_space, i);
    tree.labels[i].true_head = Dep::kOther;
    children.move(i, tree.heads[i]);
  }
  find_edges(tree);
}

std::vector<TokenRange> find_sentences(const DependencyTree& tree) {
  std::vector<TokenRange> sentences;
  const auto n = static_cast<std::uint32_t>(tree.heads.size());
  std::uint32_t first = 0;
  for (std::uint32_t i = 1; i <= n; ++i) {
    if (i < n && !tree.sentence_starts[i]) continue;
    sentences.push_back({first, i});
    first = i;
  }
  return sentences;
}

std::vector<TokenRange> find_noun_chunks(const DependencyTree& tree,
                                         std::span<const Token> tokens) {
  const auto n = static_cast<std::uint32_t>(tokens.size());
  // Where the chain of conjuncts to the left of each token begins.
  std::vector<std::uint32_t> chain(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    const bool continues = tokens[i].dep == Dep::kConj && tokens[i].head < i;
    chain[i] = continues ? chain[tokens[i].head] : i;
  }
  std::vector<TokenRange> chunks;
  std::uint32_t free_from = 0;  // behind the last token of the chunk before
  for (std::uint32_t i = 0; i < n; ++i) {
    const Pos pos = tokens[i].pos;
    if (pos != Pos::kNoun && pos != Pos::kPropn && pos != Pos::kPron) continue;
    if (tree.left_edges[i] < free_from) continue;
    const std::uint32_t carrier = tokens[i].dep == Dep::kConj ? chain[tokens[i].head] : i;
    if (!heads_a_noun_phrase(tokens[carrier].dep)) continue;
    chunks.push_back({tree.left_edges[i], i + 1});
    free_from = i + 1;
  }
  return chunks;
}

}  // namespace entente
