// Example: the parser looks at 8 tokens, so each token gets 8 rows of 128
// floats (4 KB) when the encoder delivers it; scoring a state then costs 8 row
// additions and 64 multiply-adds a move.  Only panels between allowed moves
// are scored.
//
// A sentence rarely reaches back 256 tokens.  In one that does (a list, text
// without any full stop) the rows of the old token are computed again: the
// kernel gives the same bits for one row as for a block.
#include "nlp/transition_net.h"

#include <fmt/core.h>

#include <algorithm>
#include <cassert>
#include <limits>

#include "nlp/margins.h"
#include "nlp/tensor_io.h"

namespace entente {
namespace {

using internal::tensor_of_shape;

// [..][o][piece] -> [..][piece][o]
void split_pieces(std::span<const float> in, float* out) {
  for (std::size_t f = 0; f < in.size() / kStateSize; ++f) {
    for (std::size_t o = 0; o < kHidden; ++o) {
      for (std::size_t p = 0; p < 2; ++p) {
        out[f * kStateSize + p * kHidden + o] = in[f * kStateSize + o * 2 + p];
      }
    }
  }
}

}  // namespace

Result<TransitionNet> TransitionNet::load(const ModelFile& model, std::string_view prefix,
                                          std::size_t features, const Kernels& kernels) {
  assert(features <= kMaxFeatures);
  TransitionNet net;
  net.kernels_ = &kernels;
  net.path_ = model.path();
  net.features_ = features;
  ENTENTE_TRY(net.load_lower(model, prefix));
  ENTENTE_TRY(net.load_upper(model, prefix));
  return net;
}

Status TransitionNet::load_lower(const ModelFile& model, std::string_view prefix) {
  const std::string name(prefix);
  const auto project = tensor_of_shape(model, name + ".project.W", {kHidden, kWidth});
  if (!project) return std::unexpected(project.error());
  const auto project_bias = tensor_of_shape(model, name + ".project.b", {kHidden});
  if (!project_bias) return std::unexpected(project_bias.error());
  const auto lower = tensor_of_shape(model, name + ".lower.W", {features_, kHidden, 2, kHidden});
  if (!lower) return std::unexpected(lower.error());
  const auto bias = tensor_of_shape(model, name + ".lower.b", {kHidden, 2});
  if (!bias) return std::unexpected(bias.error());
  const auto pad = tensor_of_shape(model, name + ".lower.pad", {1, features_, kHidden, 2});
  if (!pad) return std::unexpected(pad.error());

  project_ =
      PackedMatrix::affine(project->values, project_bias->values, kHidden, kWidth, kernels_->lanes);
  const std::size_t outputs = features_ * kStateSize;
  std::vector<float> weights(outputs * kHidden);
  for (std::size_t row = 0; row < outputs; ++row) {
    const std::size_t within = row % kStateSize;
    const std::size_t target = row - within + within % 2 * kHidden + within / 2;
    std::copy_n(lower->values.data() + row * kHidden, kHidden, weights.data() + target * kHidden);
  }
  lower_ = PackedMatrix::affine(weights, {}, outputs, kHidden, kernels_->lanes);
  bias_ = FloatBuffer(kStateSize);
  split_pieces(bias->values, bias_.data());
  pad_ = FloatBuffer(outputs);
  split_pieces(pad->values, pad_.data());
  return {};
}

Status TransitionNet::load_upper(const ModelFile& model, std::string_view prefix) {
  const std::string name(prefix);
  const auto actions = model.u32(name + ".actions");
  if (!actions) return std::unexpected(actions.error());
  const auto labels = model.strings(name + ".labels");
  if (!labels) return std::unexpected(labels.error());
  if (actions->size() != labels->size() || actions->empty() || actions->size() > kMaxMoves) {
    return fail(ErrorCode::kBadFormat, fmt::format("moves of '{}'", prefix), {path_, 0, {}});
  }
  actions_ = *actions;
  labels_ = *labels;
  const auto upper = tensor_of_shape(model, name + ".upper.W", {actions_.size(), kHidden});
  if (!upper) return std::unexpected(upper.error());
  const auto bias = tensor_of_shape(model, name + ".upper.b", {actions_.size()});
  if (!bias) return std::unexpected(bias.error());
  upper_ =
      PackedMatrix::affine(upper->values, bias->values, actions_.size(), kHidden, kernels_->lanes);
  return {};
}

Result<MoveRange> TransitionNet::range(std::uint32_t action) const {
  const auto first = std::ranges::find(actions_, action);
  const auto last = std::find_if(first, actions_.end(), [&](auto a) { return a != action; });
  if (std::find(last, actions_.end(), action) != actions_.end()) {
    return fail(ErrorCode::kUnsupported,
                fmt::format("the moves with action {} do not stand together", action),
                {path_, 0, {}});
  }
  return MoveRange{static_cast<std::uint32_t>(first - actions_.begin()),
                   static_cast<std::uint32_t>(last - actions_.begin())};
}

TransitionScorer::TransitionScorer(const TransitionNet& net)
    : net_(net),
      row_stride_(net.features_ * kStateSize),
      rows_(kKept * row_stride_),
      scores_(net.upper_.outputs()) {
  for (std::size_t f = 0; f < net.features_; ++f) old_rows_.emplace_back(row_stride_);
}

void TransitionScorer::start(bool want_margins) {
  want_margins_ = want_margins;
  available_ = 0;
  released_ = 0;
  projected_.clear();
}

void TransitionScorer::append(const float* vectors, std::size_t count) {
  assert(count <= kBlock && available_ % kBlock == 0);
  const std::size_t old_size = projected_.size();
  projected_.resize(old_size + count * kHidden);
  float* projected = projected_.data() + old_size;
  const PackedView project = net_.project_.view();
  const PackedView lower = net_.lower_.view();
  net_.kernels_->affine(vectors, kWidth, count, project, 0, project.panels, projected, kHidden);
  net_.kernels_->affine(projected, kHidden, count, lower, 0, lower.panels,
                        rows_.data() + available_ % kKept * row_stride_, row_stride_);
  available_ += count;
}

void TransitionScorer::release(std::size_t token) {
  // Moves what is left only when at least as much is dropped: linear in sum.
  const std::size_t dropped = (token - released_) * kHidden;
  if (dropped < kBlock * kHidden || dropped * 2 < projected_.size()) return;
  projected_.erase(projected_.begin(), projected_.begin() + static_cast<std::ptrdiff_t>(dropped));
  released_ = token;
}

const float* TransitionScorer::row(std::int32_t token, std::size_t feature) {
  if (token < 0) return net_.pad_.data() + feature * kStateSize;
  const auto t = static_cast<std::size_t>(token);
  assert(t < available_ && t >= released_);
  // The ring is overwritten by whole blocks.
  const std::size_t newest_block = (available_ - 1) / kBlock * kBlock;
  if (t + kBlock >= newest_block) {
    return rows_.data() + t % kKept * row_stride_ + feature * kStateSize;
  }
  float* out = old_rows_[feature].data();
  const std::size_t width = net_.lower_.panel_width();
  const std::size_t first = feature * kStateSize;
  net_.kernels_->affine(projected_.data() + (t - released_) * kHidden, kHidden, 1,
                        net_.lower_.view(), first / width, (first + kStateSize - 1) / width + 1,
                        out, row_stride_);
  return out + first;
}

// The panels from the first to the last allowed move: several panels at once
// cost hardly more than one, whose sums would wait for each other.
void TransitionScorer::score(std::span<const MoveRange> valid) {
  const std::size_t width = net_.upper_.panel_width();
  std::size_t first = net_.moves();
  std::size_t last = 0;
  for (const MoveRange& range : valid) {
    if (range.empty()) continue;
    first = std::min<std::size_t>(first, range.first);
    last = std::max<std::size_t>(last, range.last);
  }
  net_.kernels_->affine(hidden_.data(), kHidden, 1, net_.upper_.view(), first / width,
                        (last - 1) / width + 1, scores_.data(), 0);
}

TransitionScorer::Choice TransitionScorer::best(std::span<const std::int32_t> features,
                                                std::span<const MoveRange> valid) {
  assert(features.size() == net_.features_);
  std::array<const float*, TransitionNet::kMaxFeatures> rows{};
  for (std::size_t f = 0; f < features.size(); ++f) rows[f] = row(features[f], f);
  net_.kernels_->hidden(rows.data(), features.size(), net_.bias_.data(), hidden_.data());
  score(valid);
  Choice choice{0, 0.0F};
  float top = -std::numeric_limits<float>::infinity();
  bool found = false;
  for (const MoveRange& range : valid) {
    for (std::uint32_t move = range.first; move < range.last; ++move) {
      if (!found || scores_[move] > top) {
        top = scores_[move];
        choice.move = move;
        found = true;
      }
    }
  }
  if (want_margins_) {
    choice.margin = Margins::kSure;
    for (const MoveRange& range : valid) {
      for (std::uint32_t move = range.first; move < range.last; ++move) {
        if (move != choice.move) choice.margin = std::min(choice.margin, top - scores_[move]);
      }
    }
  }
  return choice;
}

}  // namespace entente
