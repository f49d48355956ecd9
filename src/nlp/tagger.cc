#include "nlp/tagger.h"

#include <fmt/core.h>

#include <algorithm>
#include <limits>

#include "nlp/tensor_io.h"

namespace entente {

Result<Tagger> Tagger::load(const ModelFile& model, const Kernels& kernels) {
  Tagger tagger;
  tagger.kernels_ = &kernels;
  const auto labels = model.strings("tagger.labels");
  if (!labels) return std::unexpected(labels.error());
  const std::size_t count = labels->size();
  const auto weights = internal::tensor_of_shape(model, "tagger.W", {count, kWidth});
  if (!weights) return std::unexpected(weights.error());
  const auto bias = internal::tensor_of_shape(model, "tagger.b", {count});
  if (!bias) return std::unexpected(bias.error());
  for (std::uint32_t i = 0; i < count; ++i) {
    tagger.labels_.push_back(parse_tag((*labels)[i]));
    if (tagger.labels_.back() == Tag::kOther) {
      return fail(ErrorCode::kUnsupported, fmt::format("unknown tag '{}'", (*labels)[i]),
                  {model.path(), 0, {}});
    }
  }
  tagger.weights_ =
      PackedMatrix::affine(weights->values, bias->values, count, kWidth, kernels.lanes);
  return tagger;
}

void Tagger::tag(const float* vectors, std::size_t count, std::vector<Tag>& tags,
                 std::vector<float>* margins, std::vector<float>& scratch) const {
  const PackedView w = weights_.view();
  scratch.resize(std::max(scratch.size(), count * w.outputs));
  kernels_->affine(vectors, kWidth, count, w, 0, w.panels, scratch.data(), w.outputs);
  for (std::size_t i = 0; i < count; ++i) {
    const float* scores = scratch.data() + i * w.outputs;
    std::size_t best = 0;
    for (std::size_t l = 1; l < labels_.size(); ++l) {
      if (scores[l] > scores[best]) best = l;
    }
    tags.push_back(labels_[best]);
    if (margins == nullptr) continue;
    float second = -std::numeric_limits<float>::infinity();
    for (std::size_t l = 0; l < labels_.size(); ++l) {
      if (l != best) second = std::max(second, scores[l]);
    }
    margins->push_back(scores[best] - second);
  }
}

}  // namespace entente
