// All networks of a language model, and their joint run over one document.
//
// Networks: immutable, shared by any number of threads.  NetworkRun: the
// workspace of one thread; results do not depend on what it did before.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "model/model_file.h"
#include "nlp/dependency_tree.h"
#include "nlp/entity_recognizer.h"
#include "nlp/kernels.h"
#include "nlp/margins.h"
#include "nlp/parser.h"
#include "nlp/tagger.h"
#include "nlp/tok2vec.h"
#include "nlp/token_features.h"

namespace entente {

struct Networks {
  Tok2Vec tok2vec;  // for the tagger and the parser
  Tagger tagger;
  DependencyParser parser;
  Tok2Vec entity_tok2vec;
  EntityRecognizer entities;

  // `model` must outlive the result; `cache_rows` as in Tok2Vec::load, for
  // each of the two.  Errors: as the load functions of the parts.
  static Result<Networks> load(const ModelFile& model, const Kernels& kernels,
                               std::size_t cache_rows);
};

// What the networks say about one document; one value a token in each column.
struct NetworkOutput {
  std::vector<Tag> tags;
  DependencyTree tree;
  std::vector<NamedEntity> entities;
};

class NetworkRun {
 public:
  explicit NetworkRun(const Networks& networks);

  // Analyses one document.  The result lives until the next call.  `margins`
  // may be null.  Time linear in the number of tokens; memory besides the
  // result: 60 bytes a token, and 256 bytes for each token of a sentence that
  // has not ended.
  const NetworkOutput& run(std::span<const TokenFeatures> tokens, Margins* margins);

 private:
  const Networks& networks_;
  Tok2VecReader reader_;
  TransitionScorer parser_scorer_;
  ParserRun parser_run_;
  Tok2VecReader entity_reader_;
  TransitionScorer entity_scorer_;
  std::vector<float> tag_scores_;
  std::vector<bool> is_space_;
  NetworkOutput output_;
};

}  // namespace entente
