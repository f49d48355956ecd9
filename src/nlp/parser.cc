// The transition system is that of spaCy 3 (arc-eager after Goldberg and Nivre
// 2012, with non-monotonic "unshift" after Honnibal and Johnson 2015, and a
// BREAK move).  A state is a stack S, a buffer B and the arcs so far:
//
//   SHIFT    B0 goes on the stack
//   REDUCE   S0 leaves the stack; without a head and with others below it, it
//            returns to the front of the buffer and may not be shifted again
//            until it gets a left child
//   LEFT l   arc B0 -> S0 (replacing S0's head), S0 leaves
//   RIGHT l  arc S0 -> B0, B0 goes on the stack
//   BREAK    B1 starts a sentence; no arc may cross that point
//
// "Sanctions hurt Russia.": SHIFT (Sanctions), LEFT nsubj, SHIFT (hurt), RIGHT
// dobj (Russia), REDUCE, RIGHT punct, REDUCE, REDUCE.
//
// Greedy: what a wrong early move breaks stays broken; "The old man the boats"
// makes "man" a noun and the rest follows.  Cost: about 2 states a token.
#include "nlp/parser.h"

#include <fmt/core.h>

#include <algorithm>
#include <cassert>

#include "nlp/margins.h"

namespace entente {

Result<DependencyParser> DependencyParser::load(const ModelFile& model, const Kernels& kernels) {
  auto net = TransitionNet::load(model, "parser", kFeatures, kernels);
  if (!net) return std::unexpected(net.error());
  DependencyParser parser(std::move(*net));
  const Place place{model.path(), 0, {}};
  parser.actions_.resize(parser.net_.moves(), kShift);
  parser.labels_.resize(parser.net_.moves());
  std::uint32_t known = 0;
  for (std::uint32_t action = 0; action < kActions; ++action) {
    const auto range = parser.net_.range(action);
    if (!range) return std::unexpected(range.error());
    parser.ranges_[action] = *range;
    known += range->last - range->first;
    for (std::uint32_t move = range->first; move < range->last; ++move) {
      parser.actions_[move] = static_cast<Action>(action);
      if (action != kLeft && action != kRight) continue;
      const auto label = ArcLabel::parse(parser.net_.label(move));
      if (!label) {
        return fail(ErrorCode::kUnsupported,
                    fmt::format("unknown dependency '{}'", parser.net_.label(move)), place);
      }
      parser.labels_[move] = *label;
    }
  }
  if (known != parser.net_.moves() || parser.ranges_[kShift].empty() ||
      parser.ranges_[kReduce].empty()) {
    return fail(ErrorCode::kUnsupported, "the parser has other actions than those known", place);
  }
  return parser;
}

void ParserRun::start(std::uint32_t tokens, std::vector<float>* margins) {
  margins_ = margins;
  if (margins_ != nullptr) margins_->assign(tokens, Margins::kSure);
  nodes_.assign(tokens, Node{});
  if (tokens > 0) nodes_[0].sentence_start = true;
  stack_.clear();
  returned_.clear();
  next_ = 0;
  size_ = tokens;
}

std::int32_t ParserRun::stack(std::size_t depth) const {
  return depth < stack_.size() ? std::int32_t(stack_[stack_.size() - 1 - depth]) : -1;
}

std::int32_t ParserRun::buffer(std::size_t i) const {
  if (i < returned_.size()) return std::int32_t(returned_[returned_.size() - 1 - i]);
  const std::size_t token = next_ + i - returned_.size();
  return token < size_ ? std::int32_t(token) : -1;
}

bool ParserRun::advance(TransitionScorer& scorer) {
  while (!stack_.empty() || buffer_length() > 0) {
    const std::int32_t last_seen = std::max(buffer(0), buffer(1));
    if (last_seen >= 0 && std::size_t(last_seen) >= scorer.available()) return false;
    MoveRange valid[DependencyParser::kActions];
    find_valid(valid);
    std::uint32_t choices = 0;
    std::uint32_t move = 0;
    for (const MoveRange& range : valid) {
      if (!range.empty()) move = range.first;
      choices += range.last - range.first;
    }
    assert(choices > 0);
    if (choices > 1) {
      std::int32_t features[DependencyParser::kFeatures];
      find_features(features);
      const TransitionScorer::Choice choice = scorer.best(features, valid);
      move = choice.move;
      if (margins_ != nullptr) {
        float& margin = (*margins_)[std::size_t(std::max(buffer(0), std::int32_t{0}))];
        margin = std::min(margin, choice.margin);
      }
    }
    apply(move);
    if (stack_.empty() && returned_.empty()) scorer.release(oldest_needed());
  }
  return true;
}

void ParserRun::find_features(std::int32_t (&features)[DependencyParser::kFeatures]) const {
  const std::int32_t b0 = buffer(0);
  const std::int32_t s0 = stack(0);
  features[0] = b0;
  features[1] = buffer(1);
  features[2] = s0;
  features[3] = stack(1);
  features[4] = stack(2);
  features[5] = b0 < 0 ? -1 : nodes_[std::size_t(b0)].last_left;
  features[6] = s0 < 0 ? -1 : nodes_[std::size_t(s0)].last_left;
  features[7] = s0 < 0 ? -1 : nodes_[std::size_t(s0)].last_right;
}

void ParserRun::find_valid(MoveRange (&valid)[DependencyParser::kActions]) const {
  const auto allow = [&](DependencyParser::Action action) {
    valid[action] = parser_.ranges_[action];
  };
  const std::size_t left = buffer_length();
  if (stack_.empty()) {
    allow(DependencyParser::kShift);
  } else {
    allow(DependencyParser::kReduce);
    if (left > 0) {
      const Node& b0 = nodes_[std::size_t(buffer(0))];
      if (!b0.sentence_start) {
        allow(DependencyParser::kLeft);
        allow(DependencyParser::kRight);
        if (left >= 2 && !b0.unshiftable) allow(DependencyParser::kShift);
      }
    }
  }
  if (left >= 2) {
    const std::int32_t b1 = buffer(1);
    if (b1 == buffer(0) + 1 && !nodes_[std::size_t(b1)].sentence_start) {
      allow(DependencyParser::kBreak);
    }
  }
}

void ParserRun::apply(std::uint32_t move) {
  switch (parser_.actions_[move]) {
    case DependencyParser::kShift:
      push();
      break;
    case DependencyParser::kReduce:
      reduce();
      break;
    case DependencyParser::kLeft:
      add_left_arc(move);
      break;
    case DependencyParser::kRight:
      add_right_arc(move);
      break;
    case DependencyParser::kBreak:
      nodes_[std::size_t(buffer(1))].sentence_start = true;
      break;
  }
}

void ParserRun::push() {
  stack_.push_back(std::uint32_t(buffer(0)));
  if (returned_.empty()) {
    ++next_;
  } else {
    returned_.pop_back();
  }
}

void ParserRun::reduce() {
  const std::uint32_t s0 = stack_.back();
  stack_.pop_back();
  if (nodes_[s0].head < 0 && !stack_.empty()) {
    nodes_[s0].unshiftable = true;
    returned_.push_back(s0);
  }
}

void ParserRun::add_left_arc(std::uint32_t move) {
  const std::uint32_t s0 = stack_.back();
  const auto b0 = std::uint32_t(buffer(0));
  Node& child = nodes_[s0];
  if (child.head >= 0) {
    // It hangs on the token below it in the stack, as that one's last child.
    Node& old_head = nodes_[std::size_t(child.head)];
    assert(old_head.last_right == std::int32_t(s0));
    old_head.last_right = child.older_sibling;
  }
  child.head = std::int32_t(b0);
  child.move = std::uint16_t(move);
  nodes_[b0].last_left = std::int32_t(s0);
  nodes_[b0].unshiftable = false;
  stack_.pop_back();
}

void ParserRun::add_right_arc(std::uint32_t move) {
  const std::uint32_t s0 = stack_.back();
  Node& child = nodes_[std::size_t(buffer(0))];
  child.head = std::int32_t(s0);
  child.move = std::uint16_t(move);
  child.older_sibling = nodes_[s0].last_right;
  nodes_[s0].last_right = buffer(0);
  push();
}

// With an empty stack only the tokens to come and B0's left child are features.
std::size_t ParserRun::oldest_needed() const {
  if (next_ >= size_) return next_;
  const std::int32_t child = nodes_[next_].last_left;
  return child < 0 ? next_ : std::size_t(child);
}

void ParserRun::take_arcs(DependencyTree& tree) {
  assert(stack_.empty() && buffer_length() == 0);
  tree.heads.resize(size_);
  tree.labels.resize(size_);
  for (std::uint32_t i = 0; i < size_; ++i) {
    const Node& node = nodes_[i];
    tree.heads[i] = node.head < 0 ? i : std::uint32_t(node.head);
    tree.labels[i] = node.head < 0 ? ArcLabel{Dep::kRoot, Dep::kOther} : parser_.labels_[node.move];
  }
}

}  // namespace entente
