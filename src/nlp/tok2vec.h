// From tokens to vectors: hash embeddings, a mixing layer, and a convolutional
// encoder that sees four tokens to each side (docs/language-runtime.md).
//
// Tok2Vec holds the weights of one network: immutable but for its cache, free
// for any number of threads.  Tok2VecReader is the workspace of one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/model_file.h"
#include "nlp/float_buffer.h"
#include "nlp/kernels.h"
#include "nlp/lexeme_row_cache.h"
#include "nlp/token_features.h"

namespace entente {

class Tok2Vec {
 public:
  static constexpr std::size_t kDepth = 4;  // convolutions, each one token to either side

  // Reads the sections `prefix`.*.  `model` must outlive the result.
  // `cache_rows`: how many lexemes the cache may hold (3.8 KB each).
  // Errors: kNotFound for a missing section; kUnsupported for sizes or columns
  // other than those the kernels are built for.
  static Result<Tok2Vec> load(const ModelFile& model, std::string_view prefix,
                              const Kernels& kernels, std::size_t cache_rows);

 private:
  friend class Tok2VecReader;
  struct Column {
    FeatureColumn feature;
    std::uint32_t seed;
    std::uint32_t rows;
    const float* table;  // [rows][kWidth]
  };
  struct Layer {
    PackedWindow weights;
    NormView norm;
  };

  Tok2Vec() = default;
  Status load_columns(const ModelFile& model, std::string_view prefix);
  Status load_embed(const ModelFile& model, std::string_view prefix);
  Status load_layers(const ModelFile& model, std::string_view prefix);
  Status load_first_layer(const ModelFile& model, std::string_view prefix);

  const Kernels* kernels_ = nullptr;
  std::vector<Column> columns_;
  PackedMatrix embed_;
  NormView embed_norm_{};
  PackedMatrix first_products_;  // kWidth -> three LexemeRow::kProduct
  FloatBuffer first_bias_;       // [piece][output]
  NormView first_norm_{};
  std::vector<Layer> later_;  // the second convolution and after
  std::unique_ptr<LexemeRowCache> cache_;
};

// Reads the vectors of one document block by block, so that a document of any
// length needs the same memory.
class Tok2VecReader {
 public:
  static constexpr std::size_t kBlock = 128;
  static_assert(kBlock % 2 == 0);
  struct Block {
    const float* vectors = nullptr;  // [count][kWidth], until the next call
    std::size_t first = 0;           // a multiple of kBlock
    std::size_t count = 0;           // 0: the document is read
  };

  explicit Tok2VecReader(const Tok2Vec& net);
  // `tokens` must live until the last block was read.
  void start(std::span<const TokenFeatures> tokens);
  Block next();

 private:
  static constexpr std::size_t kPad = Tok2Vec::kDepth;
  static constexpr std::size_t kMaxRows = kBlock + 2 * kPad;

  struct Missing {
    TokenFeatures key;
    std::uint64_t hash;
  };
  TokenFeatures key(std::size_t token) const;
  void find_lexemes(std::ptrdiff_t first, std::size_t count);
  std::size_t add_missing(const TokenFeatures& features, std::uint64_t hash);
  void compute_missing();
  void embed(const TokenFeatures& features, float* out) const;

  const Tok2Vec& net_;
  std::span<const TokenFeatures> tokens_;
  std::size_t done_ = 0;
  std::vector<const float*> lexemes_;  // rows of the tokens of this block and its neighbours
  std::vector<std::pair<std::size_t, std::size_t>> unresolved_;  // (index in lexemes_, missing)
  std::vector<Missing> missing_;
  FloatBuffer zero_row_;
  FloatBuffer embedded_;             // [kMaxRows][columns * kWidth]
  FloatBuffer mixed_;                // [kMaxRows][kWidth]
  FloatBuffer new_rows_;             // [kMaxRows][LexemeRow::kSize]
  std::vector<FloatBuffer> layers_;  // [kMaxRows + 3][kWidth] each
};

}  // namespace entente
