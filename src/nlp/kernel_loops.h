// The loops of all kernels, written once over a type `V` of vector registers.
//
// V has kLanes (8 or 16), kRows (rows of one tile), Reg, and load, store, set1,
// add, sub, mul, max, fma.  Each instruction set defines its V in an unnamed
// namespace of its own file, so that every instantiation stays in that file
// and no code for one machine is linked into another's path.
//
// A tile of M rows times N panels keeps M*N*3 sums in registers; a panel
// (inputs * 3 * lanes floats, 27 KB for 288 inputs and 8 lanes) stays in the
// first-level cache while 8 tiles of rows pass over it.
#pragma once

#include <cmath>
#include <cstddef>

#include "nlp/kernels.h"

namespace entente::internal {

// `V` for the dense layers, `V8` with 8 lanes for everything that sums over
// outputs, so that the order of those sums is the same in every set.
template <class V, class V8>
struct KernelLoops {
  using Reg = typename V::Reg;
  using Reg8 = typename V8::Reg;
  static constexpr std::size_t kLanes = V::kLanes;
  static constexpr std::size_t kRows = V::kRows;
  static constexpr std::size_t kTilesPerPanel = 8;
  static constexpr std::size_t kVectors = kWidth / V8::kLanes;
  static_assert(V8::kLanes == 8);

  struct Dense {
    const float* in;
    std::size_t stride;
    PackedView w;
    float* out;
    std::size_t out_stride;
  };

  template <bool kMaxout, int M, int N>
  static void tile(const Dense& d, std::size_t row, std::size_t panel) {
    const std::size_t panel_size = d.w.inputs * 3 * kLanes;
    const float* w = d.w.weights + panel * panel_size;
    const float* bias = d.w.bias + panel * 3 * kLanes;
    const float* in = d.in + row * d.stride;
    Reg sum[M][N][3];
#pragma GCC unroll 8
    for (int i = 0; i < M; ++i) {
#pragma GCC unroll 5
      for (int n = 0; n < N; ++n) {
#pragma GCC unroll 3
        for (int p = 0; p < 3; ++p) sum[i][n][p] = V::load(bias + (n * 3 + p) * kLanes);
      }
    }
    for (std::size_t k = 0; k < d.w.inputs; ++k) {
#pragma GCC unroll 5
      for (int n = 0; n < N; ++n) {
        const float* column = w + n * panel_size + k * 3 * kLanes;
        const Reg w0 = V::load(column);
        const Reg w1 = V::load(column + kLanes);
        const Reg w2 = V::load(column + 2 * kLanes);
#pragma GCC unroll 8
        for (int i = 0; i < M; ++i) {
          const Reg a = V::set1(in[i * d.stride + k]);
          sum[i][n][0] = V::fma(a, w0, sum[i][n][0]);
          sum[i][n][1] = V::fma(a, w1, sum[i][n][1]);
          sum[i][n][2] = V::fma(a, w2, sum[i][n][2]);
        }
      }
    }
#pragma GCC unroll 8
    for (int i = 0; i < M; ++i) {
#pragma GCC unroll 5
      for (int n = 0; n < N; ++n) {
        store<kMaxout>(d, row + i, panel + n, sum[i][n]);
      }
    }
  }

  template <bool kMaxout>
  static void store(const Dense& d, std::size_t row, std::size_t panel, const Reg (&sum)[3]) {
    float* out = d.out + row * d.out_stride;
    if constexpr (kMaxout) {
      V::store(out + panel * kLanes, V::max(V::max(sum[0], sum[1]), sum[2]));
    } else {
      for (std::size_t p = 0; p < 3; ++p) {
        const std::size_t column = (panel * 3 + p) * kLanes;
        if (column < d.w.outputs) V::store(out + column, sum[p]);
      }
    }
  }

  // The rows that do not fill a tile: fewer rows, more panels at once, to have
  // enough independent sums for the latency of the multiply-add.
  template <bool kMaxout, int M, int N>
  static void strip(const Dense& d, std::size_t row, std::size_t first, std::size_t last) {
    std::size_t panel = first;
    for (; panel + N <= last; panel += N) tile<kMaxout, M, N>(d, row, panel);
    if constexpr (N > 1) {
      if (panel < last) strip<kMaxout, M, N - 1>(d, row, panel, last);
    }
  }

  template <bool kMaxout>
  static void dense(const Dense& d, std::size_t rows, std::size_t first, std::size_t last) {
    const std::size_t full = rows / kRows * kRows;
    for (std::size_t block = 0; block < full; block += kRows * kTilesPerPanel) {
      const std::size_t left = full - block;
      const std::size_t end =
          block + (left < kRows * kTilesPerPanel ? left : kRows * kTilesPerPanel);
      for (std::size_t panel = first; panel < last; ++panel) {
        for (std::size_t row = block; row < end; row += kRows) {
          tile<kMaxout, int(kRows), 1>(d, row, panel);
        }
      }
    }
    for (std::size_t row = full; row < rows;) {
      switch (rows - row) {
        case 1:
          strip<kMaxout, 1, 5>(d, row, first, last);
          row += 1;
          break;
        case 2:
          strip<kMaxout, 2, 2>(d, row, first, last);
          row += 2;
          break;
        case 3:
          strip<kMaxout, 3, 1>(d, row, first, last);
          row += 3;
          break;
        default:
          strip<kMaxout, 4, 1>(d, row, first, last);
          row += 4;
          break;
      }
    }
  }

  static void maxout(const float* in, std::size_t stride, std::size_t rows, const PackedView& w,
                     float* out, std::size_t out_stride) {
    dense<true>({in, stride, w, out, out_stride}, rows, 0, w.panels);
  }

  // The convolution over windows of three rows, two output rows at a time, by
  // the minimal filtering of Winograd (1980; for networks Lavin and Gray 2016):
  // with input rows d0 .. d3 and weights g0 g1 g2,
  //   m1 = (d0 - d2) g0        m2 = (d1 + d2) (g0 + g1 + g2) / 2
  //   m4 = (d1 - d3) g2        m3 = (d2 - d1) (g0 - g1 + g2) / 2
  //   first row = m1 + m2 + m3      second row = m2 - m3 - m4
  // Four products instead of six.  The sums of weights are made when the model
  // is loaded.  An output row depends on its three input rows only, and on
  // whether it is the first or the second of its pair.
  static constexpr std::size_t kPairs = kRows * kTilesPerPanel;
  enum Phase { kSum, kDifference, kFirstRow, kSecondRow };

  struct Window {
    const float* in;  // [4][kPairs][kWidth]: the four factors on the side of the rows
    float* sums;      // [2][pair of this strip][panel of this tile][3][lane]
    const WindowView& w;
    float* out;
    std::size_t rows;
  };

  template <int kPhase, int M, int N>
  static void window_tile(const Window& d, std::size_t base, std::size_t pair, std::size_t panel) {
    constexpr std::size_t kColumns = N * 3 * kLanes;
    constexpr std::size_t kSecond = kPairs * 3 * kLanes;  // offset of the second half of `sums`
    constexpr std::size_t kPanelSize = kWidth * 3 * kLanes;
    static_assert(M * N <= int(kPairs));
    const float* w = d.w.weights[kPhase] + panel * kPanelSize;
    const float* bias = d.w.bias + panel * 3 * kLanes;
    const float* in = d.in + (kPhase * kPairs + pair) * kWidth;
    float* sums = d.sums + (pair - base) * kColumns;
    Reg sum[M][N][3];
#pragma GCC unroll 8
    for (int i = 0; i < M; ++i) {
#pragma GCC unroll 5
      for (int n = 0; n < N; ++n) {
#pragma GCC unroll 3
        for (int p = 0; p < 3; ++p) {
          const std::size_t at = (n * 3 + p) * kLanes;
          if constexpr (kPhase == kFirstRow) {
            sum[i][n][p] = V::add(V::load(sums + i * kColumns + at), V::load(bias + at));
          } else if constexpr (kPhase == kSecondRow) {
            sum[i][n][p] = V::add(V::load(sums + kSecond + i * kColumns + at), V::load(bias + at));
          } else {
            sum[i][n][p] = V::set1(0.0F);
          }
        }
      }
    }
    for (std::size_t k = 0; k < kWidth; ++k) {
#pragma GCC unroll 5
      for (int n = 0; n < N; ++n) {
        const float* column = w + n * kPanelSize + k * 3 * kLanes;
        const Reg w0 = V::load(column);
        const Reg w1 = V::load(column + kLanes);
        const Reg w2 = V::load(column + 2 * kLanes);
#pragma GCC unroll 8
        for (int i = 0; i < M; ++i) {
          const Reg a = V::set1(in[i * kWidth + k]);
          sum[i][n][0] = V::fma(a, w0, sum[i][n][0]);
          sum[i][n][1] = V::fma(a, w1, sum[i][n][1]);
          sum[i][n][2] = V::fma(a, w2, sum[i][n][2]);
        }
      }
    }
#pragma GCC unroll 8
    for (int i = 0; i < M; ++i) {
      const std::size_t row = 2 * (pair + i) + (kPhase == kSecondRow ? 1 : 0);
#pragma GCC unroll 5
      for (int n = 0; n < N; ++n) {
        if constexpr (kPhase == kFirstRow || kPhase == kSecondRow) {
          if (row >= d.rows) continue;
          V::store(d.out + row * kWidth + (panel + n) * kLanes,
                   V::max(V::max(sum[i][n][0], sum[i][n][1]), sum[i][n][2]));
        } else {
#pragma GCC unroll 3
          for (int p = 0; p < 3; ++p) {
            float* at = sums + i * kColumns + (n * 3 + p) * kLanes;
            if constexpr (kPhase == kSum) {
              V::store(at, sum[i][n][p]);
            } else {
              const Reg before = V::load(at);
              V::store(at, V::add(before, sum[i][n][p]));
              V::store(at + kSecond, V::sub(before, sum[i][n][p]));
            }
          }
        }
      }
    }
  }

  // All four phases for the pairs [first, last), which M divides.
  template <int M, int N>
  static void window_tiles(const Window& d, std::size_t first, std::size_t last,
                           std::size_t panel) {
    for (std::size_t p = first; p < last; p += M) window_tile<kSum, M, N>(d, first, p, panel);
    for (std::size_t p = first; p < last; p += M) {
      window_tile<kDifference, M, N>(d, first, p, panel);
    }
    for (std::size_t p = first; p < last; p += M) window_tile<kFirstRow, M, N>(d, first, p, panel);
    for (std::size_t p = first; p < last; p += M) {
      window_tile<kSecondRow, M, N>(d, first, p, panel);
    }
  }

  template <int M, int N>
  static void window_strip(const Window& d, std::size_t pair) {
    for (std::size_t panel = 0; panel < d.w.panels; panel += N) {
      if (panel + N <= d.w.panels) {
        window_tiles<M, N>(d, pair, pair + M, panel);
      } else {
        for (; panel < d.w.panels; ++panel) window_tiles<M, 1>(d, pair, pair + M, panel);
      }
    }
  }

  static void transform(const float* in, std::size_t pairs, float* out) {
    for (std::size_t pair = 0; pair < pairs; ++pair) {
      const float* d = in + 2 * pair * kWidth;
      float* to = out + pair * kWidth;
      for (std::size_t at = 0; at < kWidth; at += V8::kLanes) {
        const Reg8 d1 = V8::load(d + kWidth + at);
        const Reg8 d2 = V8::load(d + 2 * kWidth + at);
        V8::store(to + (kSum * kPairs) * kWidth + at, V8::add(d1, d2));
        V8::store(to + (kDifference * kPairs) * kWidth + at, V8::sub(d2, d1));
        V8::store(to + (kFirstRow * kPairs) * kWidth + at, V8::sub(V8::load(d + at), d2));
        V8::store(to + (kSecondRow * kPairs) * kWidth + at,
                  V8::sub(d1, V8::load(d + 3 * kWidth + at)));
      }
    }
  }

  static void window_maxout(const float* in, std::size_t rows, const WindowView& w, float* out) {
    alignas(64) float factors[4 * kPairs * kWidth];
    alignas(64) float sums[2 * kPairs * 3 * kLanes];
    const std::size_t pairs = (rows + 1) / 2;
    for (std::size_t first = 0; first < pairs; first += kPairs) {
      const std::size_t count = pairs - first < kPairs ? pairs - first : kPairs;
      transform(in + 2 * first * kWidth, count, factors);
      const Window d{factors, sums, w, out + 2 * first * kWidth, rows - 2 * first};
      const std::size_t full = count / kRows * kRows;
      if (full > 0) {
        for (std::size_t panel = 0; panel < w.panels; ++panel) {
          window_tiles<int(kRows), 1>(d, 0, full, panel);
        }
      }
      for (std::size_t pair = full; pair < count;) {
        switch (count - pair) {
          case 1:
            window_strip<1, 4>(d, pair);
            pair += 1;
            break;
          case 2:
            window_strip<2, 2>(d, pair);
            pair += 2;
            break;
          case 3:
            window_strip<3, 1>(d, pair);
            pair += 3;
            break;
          default:
            window_strip<4, 1>(d, pair);
            pair += 4;
            break;
        }
      }
    }
  }

  static void affine(const float* in, std::size_t stride, std::size_t rows, const PackedView& w,
                     std::size_t first, std::size_t last, float* out, std::size_t out_stride) {
    dense<false>({in, stride, w, out, out_stride}, rows, first, last);
  }

  // The sum of the eight lanes, as a tree.
  static float fold(Reg8 v) {
    alignas(32) float lane[8];
    V8::store(lane, v);
    return ((lane[0] + lane[4]) + (lane[2] + lane[6])) +
           ((lane[1] + lane[5]) + (lane[3] + lane[7]));
  }

  // `x`: the kWidth values of one row, in registers.
  static void norm_row(Reg8 (&x)[kVectors], const NormView& n, const float* residual, float* out) {
    Reg8 total = x[0];
#pragma GCC unroll 12
    for (std::size_t v = 1; v < kVectors; ++v) total = V8::add(total, x[v]);
    const Reg8 mean = V8::set1(fold(total) / float(kWidth));
    Reg8 square = V8::set1(0.0F);
#pragma GCC unroll 12
    for (std::size_t v = 0; v < kVectors; ++v) {
      x[v] = V8::sub(x[v], mean);
      square = V8::fma(x[v], x[v], square);
    }
    const float variance = fold(square) / float(kWidth) + 1e-8F;
    const Reg8 scale = V8::set1(1.0F / std::sqrt(variance));
#pragma GCC unroll 12
    for (std::size_t v = 0; v < kVectors; ++v) {
      const std::size_t at = v * V8::kLanes;
      Reg8 y = V8::fma(V8::mul(x[v], scale), V8::load(n.gain + at), V8::load(n.bias + at));
      if (residual != nullptr) y = V8::add(y, V8::load(residual + at));
      V8::store(out + at, y);
    }
  }

  static void norm(float* rows, std::size_t count, const NormView& n, const float* residual) {
    for (std::size_t r = 0; r < count; ++r) {
      float* row = rows + r * kWidth;
      Reg8 x[kVectors];
#pragma GCC unroll 12
      for (std::size_t v = 0; v < kVectors; ++v) x[v] = V8::load(row + v * V8::kLanes);
      norm_row(x, n, residual == nullptr ? nullptr : residual + r * kWidth, row);
    }
  }

  static void first_layer(const float* const* tokens, std::size_t count, const float* bias,
                          const NormView& n, float* out) {
    for (std::size_t r = 0; r < count; ++r) {
      const float* previous = tokens[r] + LexemeRow::kAsPrevious;
      const float* centre = tokens[r + 1] + LexemeRow::kAsCentre;
      const float* next = tokens[r + 2] + LexemeRow::kAsNext;
      if (r + 5 < count) prefetch_row(tokens[r + 5]);
      Reg8 x[kVectors];
#pragma GCC unroll 12
      for (std::size_t v = 0; v < kVectors; ++v) {
        Reg8 piece[kPieces];
#pragma GCC unroll 3
        for (std::size_t p = 0; p < kPieces; ++p) {
          const std::size_t at = p * kWidth + v * V8::kLanes;
          const Reg8 sum =
              V8::add(V8::add(V8::load(previous + at), V8::load(centre + at)), V8::load(next + at));
          piece[p] = V8::add(sum, V8::load(bias + at));
        }
        x[v] = V8::max(V8::max(piece[0], piece[1]), piece[2]);
      }
      norm_row(x, n, tokens[r + 1] + LexemeRow::kVector, out + r * kWidth);
    }
  }

  static void prefetch_row(const float* row) {
    for (std::size_t at = 0; at < LexemeRow::kSize; at += 16) __builtin_prefetch(row + at);
  }

  static void hidden(const float* const* rows, std::size_t count, const float* bias,
                     float* result) {
    for (std::size_t at = 0; at < kHidden; at += V8::kLanes) {
      Reg8 first = V8::load(rows[0] + at);
      Reg8 second = V8::load(rows[0] + kHidden + at);
      for (std::size_t f = 1; f < count; ++f) {
        first = V8::add(first, V8::load(rows[f] + at));
        second = V8::add(second, V8::load(rows[f] + kHidden + at));
      }
      first = V8::add(first, V8::load(bias + at));
      second = V8::add(second, V8::load(bias + kHidden + at));
      V8::store(result + at, V8::max(first, second));
    }
  }

  static constexpr Kernels table(std::string_view name) {
    return {name, kLanes, &maxout, &window_maxout, &affine, &norm, &first_layer, &hidden};
  }
};

}  // namespace entente::internal
