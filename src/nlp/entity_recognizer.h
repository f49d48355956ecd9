// Named entities: a transition system with one move a token (begin, inside,
// last, unit, outside), on token vectors of its own.
// EntityRecognizer: weights and labels, immutable, free for any threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "model/model_file.h"
#include "nlp/kernels.h"
#include "nlp/tok2vec.h"
#include "nlp/transition_net.h"
#include "record/analysis.h"

namespace entente {

class EntityRecognizer {
 public:
  static constexpr std::size_t kFeatures = 3;

  // Reads the sections ner.*.  Errors: kNotFound, kBadFormat; kUnsupported for
  // other sizes, actions or labels than those known.
  static Result<EntityRecognizer> load(const ModelFile& model, const Kernels& kernels);

  const TransitionNet& net() const { return net_; }

  // Appends the entities of a document to `entities`.  `reader` was started on
  // it; `is_space` and `sentence_starts` have one value a token.  `margins`,
  // if given, gets one value a token (see Margins::entity).
  void find(Tok2VecReader& reader, TransitionScorer& scorer, const std::vector<bool>& is_space,
            const std::vector<bool>& sentence_starts, std::vector<NamedEntity>& entities,
            std::vector<float>* margins) const;

 private:
  enum Action : std::uint8_t { kMissing, kBegin, kInside, kLast, kUnit, kOutside };
  static constexpr std::size_t kActions = 6;

  explicit EntityRecognizer(TransitionNet net) : net_(std::move(net)) {}
  Status load_labels(const ModelFile& model);

  TransitionNet net_;
  std::vector<Action> actions_;    // by move
  std::vector<EntityType> types_;  // by move
  MoveRange ranges_[kActions];
  std::vector<MoveRange> inside_;  // by EntityType: its one move
  std::vector<MoveRange> last_;
};

}  // namespace entente
