#include "nlp/kernels.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <vector>

#include "nlp/kernel_sets.h"

namespace entente {
namespace {

struct KernelList {
  std::array<const Kernels*, 3> sets{};
  std::size_t count = 0;

  void add(const Kernels* set) {
    if (set != nullptr) sets[count++] = set;
  }
};

KernelList find_kernels() {
  KernelList list;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) list.add(internal::avx512_kernels());
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    list.add(internal::avx2_kernels());
  }
#endif
  list.add(internal::portable_kernels());
  return list;
}

constexpr std::size_t round_up(std::size_t n, std::size_t unit) {
  return (n + unit - 1) / unit * unit;
}

}  // namespace

PackedMatrix::PackedMatrix(std::size_t inputs, std::size_t outputs, std::size_t panels,
                           std::size_t lanes)
    : weights_(panels * inputs * 3 * lanes), bias_(panels * 3 * lanes) {
  std::fill_n(weights_.data(), weights_.size(), 0.0F);
  std::fill_n(bias_.data(), bias_.size(), 0.0F);
  view_ = {weights_.data(), bias_.data(), static_cast<std::uint32_t>(inputs),
           static_cast<std::uint32_t>(outputs), static_cast<std::uint32_t>(panels)};
}

PackedMatrix PackedMatrix::maxout(std::span<const float> weights, std::span<const float> bias,
                                  std::size_t outputs, std::size_t inputs, std::size_t lanes) {
  assert(outputs % 16 == 0 && weights.size() == outputs * 3 * inputs);
  assert(bias.size() == outputs * 3);
  PackedMatrix m(inputs, outputs, outputs / lanes, lanes);
  m.panel_width_ = lanes;
  for (std::size_t o = 0; o < outputs; ++o) {
    for (std::size_t p = 0; p < 3; ++p) {
      const float* row = weights.data() + (o * 3 + p) * inputs;
      const std::size_t panel = o / lanes;
      for (std::size_t k = 0; k < inputs; ++k) {
        m.weights_[((panel * inputs + k) * 3 + p) * lanes + o % lanes] = row[k];
      }
      m.bias_[(panel * 3 + p) * lanes + o % lanes] = bias[o * 3 + p];
    }
  }
  return m;
}

PackedMatrix PackedMatrix::affine(std::span<const float> weights, std::span<const float> bias,
                                  std::size_t outputs, std::size_t inputs, std::size_t lanes) {
  assert(weights.size() == outputs * inputs);
  assert(bias.empty() || bias.size() == outputs);
  const std::size_t width = 3 * lanes;
  PackedMatrix m(inputs, round_up(outputs, 16), (outputs + width - 1) / width, lanes);
  m.panel_width_ = width;
  for (std::size_t o = 0; o < outputs; ++o) {
    const std::size_t panel = o / width;
    const std::size_t within = o % width;
    for (std::size_t k = 0; k < inputs; ++k) {
      m.weights_[(panel * inputs + k) * width + within] = weights[o * inputs + k];
    }
    if (!bias.empty()) m.bias_[panel * width + within] = bias[o];
  }
  return m;
}

PackedWindow::PackedWindow(std::span<const float> weights, std::span<const float> bias,
                           std::size_t lanes) {
  assert(weights.size() == kWidth * 3 * 3 * kWidth);
  constexpr std::size_t kRows = kWidth * 3;
  std::vector<float> part(kRows * kWidth);
  // In the order of the phases: sum, difference, first row, second row.
  for (std::size_t phase = 0; phase < 4; ++phase) {
    for (std::size_t row = 0; row < kRows; ++row) {
      const float* g = weights.data() + row * 3 * kWidth;
      for (std::size_t k = 0; k < kWidth; ++k) {
        const float ends = g[k] + g[2 * kWidth + k];
        const float middle = g[kWidth + k];
        const float values[4] = {(ends + middle) / 2, (ends - middle) / 2, g[k],
                                 -g[2 * kWidth + k]};
        part[row * kWidth + k] = values[phase];
      }
    }
    parts_[phase] = PackedMatrix::maxout(part, bias, kWidth, kWidth, lanes);
  }
}

WindowView PackedWindow::view() const {
  WindowView view{{}, parts_[0].view().bias, parts_[0].view().panels};
  for (std::size_t i = 0; i < 4; ++i) view.weights[i] = parts_[i].view().weights;
  return view;
}

std::span<const Kernels* const> available_kernels() {
  static const KernelList list = find_kernels();
  return {list.sets.data(), list.count};
}

const Kernels& best_kernels() { return *available_kernels().front(); }

}  // namespace entente
