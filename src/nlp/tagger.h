// Part-of-speech tags from token vectors: one linear layer, the best label.
// Immutable; TaggerScratch is the workspace of one thread.
#pragma once

#include <cstddef>
#include <vector>

#include "base/result.h"
#include "model/model_file.h"
#include "nlp/kernels.h"
#include "record/labels.h"

namespace entente {

class Tagger {
 public:
  // Reads the sections tagger.*.  Errors: kNotFound, kBadFormat; kUnsupported
  // for other sizes or a label that record/labels.h does not know.
  static Result<Tagger> load(const ModelFile& model, const Kernels& kernels);

  // Appends the tags of `count` tokens (vectors [count][kWidth]) to `tags`, and
  // to `margins`, if given, how far the second best label was.
  // `scratch` is grown as needed.
  void tag(const float* vectors, std::size_t count, std::vector<Tag>& tags,
           std::vector<float>* margins, std::vector<float>& scratch) const;

 private:
  Tagger() = default;
  const Kernels* kernels_ = nullptr;
  PackedMatrix weights_;
  std::vector<Tag> labels_;
};

}  // namespace entente
