#include "nlp/kernels.h"

#include <algorithm>
#include <array>
#include <cassert>

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

std::span<const Kernels* const> available_kernels() {
  static const KernelList list = find_kernels();
  return {list.sets.data(), list.count};
}

const Kernels& best_kernels() { return *available_kernels().front(); }

}  // namespace entente
