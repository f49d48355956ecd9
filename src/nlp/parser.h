// The dependency parser: an arc-eager transition system that also breaks the
// text into sentences.  DependencyParser: weights and labels, immutable.
// ParserRun: one document in work, of one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/result.h"
#include "model/model_file.h"
#include "nlp/dependency_tree.h"
#include "nlp/kernels.h"
#include "nlp/transition_net.h"

namespace entente {

class DependencyParser {
 public:
  static constexpr std::size_t kFeatures = 8;

  // Reads the sections parser.*.  Errors: kNotFound, kBadFormat; kUnsupported
  // for other sizes, actions or labels than those known.
  static Result<DependencyParser> load(const ModelFile& model, const Kernels& kernels);

  const TransitionNet& net() const { return net_; }

 private:
  friend class ParserRun;
  enum Action : std::uint8_t { kShift, kReduce, kLeft, kRight, kBreak };
  static constexpr std::size_t kActions = 5;

  explicit DependencyParser(TransitionNet net) : net_(std::move(net)) {}
  TransitionNet net_;
  std::vector<Action> actions_;  // by move
  std::vector<ArcLabel> labels_;
  MoveRange ranges_[kActions];
};

class ParserRun {
 public:
  explicit ParserRun(const DependencyParser& parser) : parser_(parser) {}

  // Begins a document of `tokens` tokens.  `margins`, if given, gets one value
  // a token (see Margins::parse).
  void start(std::uint32_t tokens, std::vector<float>* margins);
  // Parses on until the document is done (true) or the next token is needed
  // that `scorer` does not have yet (false).
  bool advance(TransitionScorer& scorer);
  // The arcs.  REQUIRES: advance() returned true.
  void take_arcs(DependencyTree& tree);

 private:
  struct Node {
    std::int32_t head = -1;
    std::int32_t last_left = -1;  // the child that was attached last on that side
    std::int32_t last_right = -1;
    std::int32_t older_sibling = -1;  // the right child of the same head before this one
    std::uint16_t move = 0;           // that made the arc to the head
    bool sentence_start = false;
    bool unshiftable = false;
  };

  std::int32_t stack(std::size_t depth) const;
  std::int32_t buffer(std::size_t i) const;
  std::size_t buffer_length() const { return size_ - next_ + returned_.size(); }
  void find_features(std::int32_t (&features)[DependencyParser::kFeatures]) const;
  void find_valid(MoveRange (&valid)[DependencyParser::kActions]) const;
  void apply(std::uint32_t move);
  void add_left_arc(std::uint32_t move);
  void add_right_arc(std::uint32_t move);
  void push();
  void reduce();
  std::size_t oldest_needed() const;

  const DependencyParser& parser_;
  std::vector<float>* margins_ = nullptr;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> stack_;
  std::vector<std::uint32_t> returned_;  // tokens put back to the front of the buffer
  std::uint32_t next_ = 0;               // first token never pushed
  std::uint32_t size_ = 0;
};

}  // namespace entente
