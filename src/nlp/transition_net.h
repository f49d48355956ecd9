// The scoring net of a transition system (parser and entity recogniser).
//
// A state is seen through a few tokens (its features).  Each token's vector
// gives one row per feature in advance; a state adds up its rows, takes the
// larger of two pieces and scores all moves from these 64 numbers.
// TransitionNet: weights, immutable.  TransitionScorer: workspace of a thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/model_file.h"
#include "nlp/kernels.h"

namespace entente {

// Output rows [first, last) of the moves with one action.
struct MoveRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool empty() const { return first == last; }
};

class TransitionNet {
 public:
  static constexpr std::size_t kMaxFeatures = 8;
  static constexpr std::size_t kMaxMoves = 512;

  // Reads the sections `prefix`.{project,lower,upper,actions,labels}.  `model`
  // must outlive the result.  Errors: kNotFound, kBadFormat; kUnsupported for
  // other sizes than those of the kernels, or other than `features` features.
  static Result<TransitionNet> load(const ModelFile& model, std::string_view prefix,
                                    std::size_t features, const Kernels& kernels);

  std::uint32_t moves() const { return static_cast<std::uint32_t>(actions_.size()); }
  std::string_view label(std::uint32_t move) const { return labels_[move]; }
  // The moves with `action`, which stand together.  Errors: kUnsupported when
  // they do not.
  Result<MoveRange> range(std::uint32_t action) const;

 private:
  friend class TransitionScorer;
  TransitionNet() = default;
  Status load_lower(const ModelFile& model, std::string_view prefix);
  Status load_upper(const ModelFile& model, std::string_view prefix);

  const Kernels* kernels_ = nullptr;
  std::string path_;
  std::size_t features_ = 0;
  PackedMatrix project_;  // kWidth -> kHidden
  PackedMatrix lower_;    // kHidden -> features * kStateSize
  FloatBuffer pad_;       // [features][kStateSize], for a feature without token
  FloatBuffer bias_;      // [kStateSize]
  PackedMatrix upper_;    // kHidden -> moves
  std::span<const std::uint32_t> actions_;
  StringList labels_;
};

class TransitionScorer {
 public:
  struct Choice {
    std::uint32_t move;
    float margin;  // to the next best; only if wanted, else 0
  };

  explicit TransitionScorer(const TransitionNet& net);

  // Begins a document.
  void start(bool want_margins);
  // Takes the vectors of the next `count` tokens, at most kBlock.
  void append(const float* vectors, std::size_t count);
  // How many tokens were appended.
  std::size_t available() const { return available_; }
  // Promises that no token before `token` is asked for again.
  void release(std::size_t token);

  // The best of the moves in `valid` (ascending, not all empty) in the state
  // with these features (tokens, or -1).  The first of equals.
  Choice best(std::span<const std::int32_t> features, std::span<const MoveRange> valid);

  static constexpr std::size_t kBlock = 128;

 private:
  // Rows of the newest tokens are kept; those of older ones are computed again
  // from the projection, which is kept for all that were not released.
  static constexpr std::size_t kKept = 2 * kBlock;

  const float* row(std::int32_t token, std::size_t feature);
  void score(std::span<const MoveRange> valid);

  const TransitionNet& net_;
  bool want_margins_ = false;
  std::size_t available_ = 0;
  std::size_t released_ = 0;      // first token in projected_
  std::vector<float> projected_;  // [token - released_][kHidden]
  std::size_t row_stride_;
  FloatBuffer rows_;                   // [token % kKept][feature][kStateSize]
  std::vector<FloatBuffer> old_rows_;  // by feature
  std::array<float, kHidden> hidden_{};
  FloatBuffer scores_;
};

}  // namespace entente
