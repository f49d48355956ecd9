// The arithmetic of the language model: dense layers on packed weights, layer
// normalisation, sums of precomputed rows.
//
// One table of functions an instruction set, chosen when the model is opened.
// Every float is computed by the same operations in the same order whatever
// the number of rows, the position in a batch and the instruction set: a sum
// over inputs runs from the first to the last with fused multiply-add, a sum
// over the 96 outputs of a layer in eight strands that are folded at the end.
// So results do not depend on batches, caches or threads.  (The portable set
// rounds a fused multiply-add twice on machines without one, which changes a
// last bit about once in 10^8 operations.)
// Functions are pure; free for any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "nlp/float_buffer.h"

namespace entente {

inline constexpr std::size_t kWidth = 96;       // of a token vector
inline constexpr std::size_t kPieces = 3;       // of a maxout unit
inline constexpr std::size_t kHidden = 64;      // of a transition model
inline constexpr std::size_t kStateSize = 128;  // two pieces of kHidden

// Weights of one dense layer in the order in which a kernel reads them:
// [panel][input][3][lane].  In a maxout layer the three are the pieces of the
// same outputs, in an affine layer three neighbouring runs of outputs.
struct PackedView {
  const float* weights;
  const float* bias;  // [panel][3][lane]
  std::uint32_t inputs;
  std::uint32_t outputs;  // affine: a multiple of 16; behind the real ones are zeros
  std::uint32_t panels;
};

class PackedMatrix {
 public:
  PackedMatrix() = default;
  // `weights` [outputs][3][inputs], `bias` [outputs][3].  REQUIRES: outputs is
  // a multiple of 16.
  static PackedMatrix maxout(std::span<const float> weights, std::span<const float> bias,
                             std::size_t outputs, std::size_t inputs, std::size_t lanes);
  // `weights` [outputs][inputs], `bias` [outputs] or empty for zeros.
  static PackedMatrix affine(std::span<const float> weights, std::span<const float> bias,
                             std::size_t outputs, std::size_t inputs, std::size_t lanes);

  PackedView view() const { return view_; }
  std::size_t outputs() const { return view_.outputs; }
  // Columns that one panel holds.
  std::size_t panel_width() const { return panel_width_; }

 private:
  PackedMatrix(std::size_t inputs, std::size_t outputs, std::size_t panels, std::size_t lanes);
  FloatBuffer weights_;
  FloatBuffer bias_;
  PackedView view_{};
  std::size_t panel_width_ = 0;
};

// Weights of a convolution over three rows, prepared for two output rows at a
// time (see window_maxout in kernel_loops.h): four matrices of kWidth inputs in
// the order of PackedView.
struct WindowView {
  const float* weights[4];
  const float* bias;  // [panel][3][lane]
  std::uint32_t panels;
};

class PackedWindow {
 public:
  PackedWindow() = default;
  // `weights` [kWidth][3][previous, this, next row], `bias` [kWidth][3].
  PackedWindow(std::span<const float> weights, std::span<const float> bias, std::size_t lanes);
  WindowView view() const;

 private:
  PackedMatrix parts_[4];
};

// Scale and shift of a layer normalisation, kWidth each.
struct NormView {
  const float* gain;
  const float* bias;
};

// What the first convolution needs of a token: its vector and the vector's
// products with the three thirds of the layer's weights.
struct LexemeRow {
  static constexpr std::size_t kProduct = kPieces * kWidth;  // [piece][output]
  static constexpr std::size_t kVector = 0;
  static constexpr std::size_t kAsPrevious = kWidth;
  static constexpr std::size_t kAsCentre = kAsPrevious + kProduct;
  static constexpr std::size_t kAsNext = kAsCentre + kProduct;
  static constexpr std::size_t kSize = kAsNext + kProduct;
};

struct Kernels {
  std::string_view name;  // "avx512", "avx2", "portable"
  std::size_t lanes;      // of PackedMatrix

  // out[r][o] = max over pieces of (bias + W · in[r]).  `stride` and
  // `out_stride` in floats; rows may overlap (stride < inputs).
  void (*maxout)(const float* in, std::size_t stride, std::size_t rows, const PackedView& w,
                 float* out, std::size_t out_stride);
  // A maxout layer whose input are the rows r, r + 1 and r + 2 of `in`, rows of
  // kWidth without gaps.  Reads rows + 3 rows of `in`; the last, if `rows` is
  // odd, may hold anything.  An even and an odd row r may round differently.
  void (*window_maxout)(const float* in, std::size_t rows, const WindowView& w, float* out);
  // out[r][o] = bias + W · in[r] for the panels [first, last).
  void (*affine)(const float* in, std::size_t stride, std::size_t rows, const PackedView& w,
                 std::size_t first_panel, std::size_t last_panel, float* out,
                 std::size_t out_stride);
  // rows[r] = residual[r] + norm(rows[r]), rows of kWidth without gaps.
  // `residual` may be null.
  void (*norm)(float* rows, std::size_t count, const NormView& n, const float* residual);
  // The first convolution with its residual: out[r] for the token at
  // tokens[r + 1], whose neighbours are tokens[r] and tokens[r + 2], each a
  // LexemeRow.  `bias` [piece][output].
  void (*first_layer)(const float* const* tokens, std::size_t count, const float* bias,
                      const NormView& n, float* out);
  // hidden[o] = max of the two pieces of (sum of rows + bias); rows and bias
  // are [2][kHidden].
  void (*hidden)(const float* const* rows, std::size_t count, const float* bias, float* hidden);
};

// The fastest set that this machine can run.
const Kernels& best_kernels();
// All that it can run, fastest first; the last is the portable one.
std::span<const Kernels* const> available_kernels();

}  // namespace entente
