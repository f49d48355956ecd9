// The encoder by blocks.
//
// With layer 0 = lexeme vectors and zero rows outside the document, row i of
// layer l reads rows i-1, i, i+1 of layer l-1.  spaCy pads a document with
// four zero rows on either side and computes these rows too; what they become
// (bias and norm make them non-zero, and the text leaks in) is real input for
// the edge tokens.  To give rows [a, b) of layer 4 we need [a-1, b+1) of layer
// 3, ... [a-4, b+4) of layer 0.  A block computes in each layer only the rows
// that are new, and keeps the last two rows of each layer for the next block:
//
//   layer 0   -4 ............ b+4        first block a = 0, then a = b
//   layer 1      -3 ....... b+3
//   layer 4         0 ... b
//
// Rows are computed two at a time; blocks have an even number of rows, so that
// the pairs are the same whatever the block size.  So every row is computed once, whatever the
// block size, and a document of n tokens costs 12 rows more than n per layer stack.
//
// The first convolution is split by its window: the product of a lexeme's
// vector with each third of the weights depends on the lexeme only and is
// cached with the vector.  A lexeme that is not in the cache is computed the
// same way, so that the cache changes no bit.
//
// Cost: 6 of the 10 dense layers of both nets run on every token (83 k
// multiply-adds each, 55 k as computed), the others once a lexeme.
#include "nlp/tok2vec.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string>

#include "nlp/hash_embed.h"
#include "nlp/tensor_io.h"

namespace entente {
namespace {

using internal::tensor_of_shape;

constexpr std::array<std::string_view, kFeatureColumns> kColumnNames = {
    "NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"};

Result<NormView> load_norm(const ModelFile& model, const std::string& layer) {
  const auto gain = tensor_of_shape(model, layer + ".gain", {kWidth});
  if (!gain) return std::unexpected(gain.error());
  const auto bias = tensor_of_shape(model, layer + ".bias", {kWidth});
  if (!bias) return std::unexpected(bias.error());
  return NormView{gain->values.data(), bias->values.data()};
}

}  // namespace

Result<Tok2Vec> Tok2Vec::load(const ModelFile& model, std::string_view prefix,
                              const Kernels& kernels, std::size_t cache_rows) {
  Tok2Vec net;
  net.kernels_ = &kernels;
  ENTENTE_TRY(net.load_columns(model, prefix));
  ENTENTE_TRY(net.load_embed(model, prefix));
  ENTENTE_TRY(net.load_first_layer(model, prefix));
  ENTENTE_TRY(net.load_layers(model, prefix));
  net.cache_ = std::make_unique<LexemeRowCache>(cache_rows);
  return net;
}

Status Tok2Vec::load_columns(const ModelFile& model, std::string_view prefix) {
  const auto names = model.strings(fmt::format("{}.columns", prefix));
  if (!names) return std::unexpected(names.error());
  const auto seeds = model.u32(fmt::format("{}.seeds", prefix));
  if (!seeds) return std::unexpected(seeds.error());
  const auto window_depth = model.u32(fmt::format("{}.window_depth", prefix));
  if (!window_depth) return std::unexpected(window_depth.error());
  const Place place{model.path(), 0, {}};
  if (window_depth->size() != 2 || (*window_depth)[0] != 1 || (*window_depth)[1] != kDepth) {
    return fail(ErrorCode::kUnsupported, "an encoder other than window 1, depth 4", place);
  }
  if (seeds->size() != names->size()) {
    return fail(ErrorCode::kBadFormat, "seeds and columns differ in number", place);
  }
  for (std::uint32_t i = 0; i < names->size(); ++i) {
    const auto known = std::ranges::find(kColumnNames, (*names)[i]);
    if (known == kColumnNames.end()) {
      return fail(ErrorCode::kUnsupported, fmt::format("unknown column '{}'", (*names)[i]), place);
    }
    const auto table =
        tensor_of_shape(model, fmt::format("{}.embed.{}.E", prefix, (*names)[i]), {0, kWidth});
    if (!table) return std::unexpected(table.error());
    columns_.push_back({static_cast<FeatureColumn>(known - kColumnNames.begin()), (*seeds)[i],
                        table->dim(0), table->values.data()});
  }
  return {};
}

Status Tok2Vec::load_first_layer(const ModelFile& model, std::string_view prefix) {
  const std::string layer = fmt::format("{}.encode.0", prefix);
  const auto weights = tensor_of_shape(model, layer + ".W", {kWidth, kPieces, 3 * kWidth});
  if (!weights) return std::unexpected(weights.error());
  const auto bias = tensor_of_shape(model, layer + ".b", {kWidth, kPieces});
  if (!bias) return std::unexpected(bias.error());
  const auto norm = load_norm(model, layer);
  if (!norm) return std::unexpected(norm.error());
  first_norm_ = *norm;
  std::vector<float> products(3 * LexemeRow::kProduct * kWidth);
  first_bias_ = FloatBuffer(LexemeRow::kProduct);
  for (std::size_t o = 0; o < kWidth; ++o) {
    for (std::size_t p = 0; p < kPieces; ++p) {
      first_bias_[p * kWidth + o] = bias->values[o * kPieces + p];
      const float* row = weights->values.data() + (o * kPieces + p) * 3 * kWidth;
      for (std::size_t third = 0; third < 3; ++third) {
        const std::size_t output = third * LexemeRow::kProduct + p * kWidth + o;
        std::copy_n(row + third * kWidth, kWidth, products.data() + output * kWidth);
      }
    }
  }
  first_products_ =
      PackedMatrix::affine(products, {}, 3 * LexemeRow::kProduct, kWidth, kernels_->lanes);
  return {};
}

Status Tok2Vec::load_embed(const ModelFile& model, std::string_view prefix) {
  const std::string layer = fmt::format("{}.embed", prefix);
  const std::size_t inputs = columns_.size() * kWidth;
  const auto weights = tensor_of_shape(model, layer + ".W", {kWidth, kPieces, inputs});
  if (!weights) return std::unexpected(weights.error());
  const auto bias = tensor_of_shape(model, layer + ".b", {kWidth, kPieces});
  if (!bias) return std::unexpected(bias.error());
  const auto norm = load_norm(model, layer);
  if (!norm) return std::unexpected(norm.error());
  embed_norm_ = *norm;
  embed_ = PackedMatrix::maxout(weights->values, bias->values, kWidth, inputs, kernels_->lanes);
  return {};
}

Status Tok2Vec::load_layers(const ModelFile& model, std::string_view prefix) {
  for (std::size_t i = 1; i < kDepth; ++i) {
    const std::string layer = fmt::format("{}.encode.{}", prefix, i);
    const auto weights = tensor_of_shape(model, layer + ".W", {kWidth, kPieces, 3 * kWidth});
    if (!weights) return std::unexpected(weights.error());
    const auto bias = tensor_of_shape(model, layer + ".b", {kWidth, kPieces});
    if (!bias) return std::unexpected(bias.error());
    const auto norm = load_norm(model, layer);
    if (!norm) return std::unexpected(norm.error());
    later_.push_back({PackedWindow(weights->values, bias->values, kernels_->lanes), *norm});
  }
  return {};
}

Tok2VecReader::Tok2VecReader(const Tok2Vec& net)
    : net_(net),
      lexemes_(kMaxRows + 2),
      zero_row_(LexemeRow::kSize),
      embedded_((kMaxRows + 2) * net.columns_.size() * kWidth),
      mixed_((kMaxRows + 2) * kWidth),
      new_rows_((kMaxRows + 2) * LexemeRow::kSize) {
  std::fill_n(zero_row_.data(), zero_row_.size(), 0.0F);
  for (std::size_t l = 0; l < Tok2Vec::kDepth; ++l) layers_.emplace_back((kMaxRows + 3) * kWidth);
}

void Tok2VecReader::start(std::span<const TokenFeatures> tokens) {
  tokens_ = tokens;
  done_ = 0;
}

Tok2VecReader::Block Tok2VecReader::next() {
  const std::size_t begin = done_;
  const std::size_t end = std::min(tokens_.size(), begin + kBlock);
  if (begin == end) return {};
  const Kernels& k = *net_.kernels_;
  const bool first = begin == 0;
  const std::size_t carried = first ? 0 : 2;
  // Rows that layer l (1 .. kDepth) computes now, and the first of layer 1.
  const auto rows = [&](std::size_t l) {
    const std::size_t lead = kPad - l;
    return end - begin + (first ? 2 * lead : 0);
  };
  const std::ptrdiff_t first_row = first ? -std::ptrdiff_t{kPad - 1} : begin + kPad - 1;
  find_lexemes(first_row - 1, rows(1) + 2);
  k.first_layer(lexemes_.data(), rows(1), net_.first_bias_.data(), net_.first_norm_,
                layers_[0].data() + carried * kWidth);
  for (std::size_t l = 2; l <= kPad; ++l) {
    const Tok2Vec::Layer& layer = net_.later_[l - 2];
    float* in = layers_[l - 2].data();
    float* out = layers_[l - 1].data() + (l == kPad ? 0 : carried) * kWidth;
    k.window_maxout(in, rows(l), layer.weights.view(), out);
    k.norm(out, rows(l), layer.norm, in + kWidth);
    // The next block's windows start two rows before its first new row.
    std::copy_n(in + (carried + rows(l - 1) - 2) * kWidth, 2 * kWidth, in);
  }
  done_ = end;
  return {layers_[kPad - 1].data(), begin, end - begin};
}

TokenFeatures Tok2VecReader::key(std::size_t token) const {
  TokenFeatures used{};
  for (const Tok2Vec::Column& column : net_.columns_) {
    const auto i = static_cast<std::size_t>(column.feature);
    used[i] = tokens_[token][i];
  }
  return used;
}

// Sets lexemes_[i] for the tokens first + i; zero rows outside the document.
void Tok2VecReader::find_lexemes(std::ptrdiff_t first, std::size_t count) {
  unresolved_.clear();
  missing_.clear();
  for (std::size_t i = 0; i < count; ++i) {
    const std::ptrdiff_t token = first + static_cast<std::ptrdiff_t>(i);
    if (token < 0 || token >= static_cast<std::ptrdiff_t>(tokens_.size())) {
      lexemes_[i] = zero_row_.data();
      continue;
    }
    const TokenFeatures features = key(static_cast<std::size_t>(token));
    const std::uint64_t hash = hash_features(features);
    lexemes_[i] = net_.cache_->find(features, hash);
    if (lexemes_[i] == nullptr) unresolved_.emplace_back(i, add_missing(features, hash));
  }
  if (missing_.empty()) return;
  compute_missing();
  for (const auto& [i, m] : unresolved_) lexemes_[i] = new_rows_.data() + m * LexemeRow::kSize;
}

std::size_t Tok2VecReader::add_missing(const TokenFeatures& features, std::uint64_t hash) {
  for (std::size_t m = 0; m < missing_.size(); ++m) {
    if (missing_[m].hash == hash && missing_[m].key == features) return m;
  }
  missing_.push_back({features, hash});
  return missing_.size() - 1;
}

void Tok2VecReader::compute_missing() {
  const Kernels& k = *net_.kernels_;
  const std::size_t inputs = net_.columns_.size() * kWidth;
  for (std::size_t m = 0; m < missing_.size(); ++m) {
    embed(missing_[m].key, embedded_.data() + m * inputs);
  }
  k.maxout(embedded_.data(), inputs, missing_.size(), net_.embed_.view(), mixed_.data(), kWidth);
  k.norm(mixed_.data(), missing_.size(), net_.embed_norm_, nullptr);
  const PackedView products = net_.first_products_.view();
  k.affine(mixed_.data(), kWidth, missing_.size(), products, 0, products.panels,
           new_rows_.data() + LexemeRow::kAsPrevious, LexemeRow::kSize);
  for (std::size_t m = 0; m < missing_.size(); ++m) {
    float* row = new_rows_.data() + m * LexemeRow::kSize;
    std::copy_n(mixed_.data() + m * kWidth, kWidth, row + LexemeRow::kVector);
    net_.cache_->insert(missing_[m].key, missing_[m].hash, row);
  }
}

void Tok2VecReader::embed(const TokenFeatures& features, float* out) const {
  for (const Tok2Vec::Column& column : net_.columns_) {
    const std::uint64_t value = features[static_cast<std::size_t>(column.feature)];
    const auto keys = hash_embed_keys(value, column.seed);
    std::array<const float*, 4> rows{};
    for (std::size_t i = 0; i < 4; ++i) {
      rows[i] = column.table + std::size_t{keys[i] % column.rows} * kWidth;
    }
    for (std::size_t o = 0; o < kWidth; ++o) {
      out[o] = ((rows[0][o] + rows[1][o]) + rows[2][o]) + rows[3][o];
    }
    out += kWidth;
  }
}

}  // namespace entente
