#include "nlp/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace entente {
namespace {

std::vector<float> random_floats(std::size_t n, unsigned seed) {
  std::mt19937 generator(seed);
  std::normal_distribution<float> normal(0.0F, 0.3F);
  std::vector<float> values(n);
  for (float& v : values) v = normal(generator);
  return values;
}

// What a dense layer means, in the plainest way.
double dot(const float* weights, const float* in, std::size_t n) {
  double sum = 0.0;
  for (std::size_t k = 0; k < n; ++k) sum += double{weights[k]} * double{in[k]};
  return sum;
}

class EachKernelSet : public testing::TestWithParam<const Kernels*> {
 protected:
  const Kernels& k() const { return *GetParam(); }
};

INSTANTIATE_TEST_SUITE_P(All, EachKernelSet, testing::ValuesIn(available_kernels()),
                         [](const auto& set) { return std::string(set.param->name); });

TEST_P(EachKernelSet, MaxoutIsBiasPlusProductAndTheLargestPiece) {
  constexpr std::size_t kInputs = 3 * kWidth;
  const auto weights = random_floats(kWidth * 3 * kInputs, 1);
  const auto bias = random_floats(kWidth * 3, 2);
  const PackedMatrix packed = PackedMatrix::maxout(weights, bias, kWidth, kInputs, k().lanes);
  for (const std::size_t rows : {1, 2, 3, 4, 5, 7, 8, 33, 70}) {
    // Windows overlap: each row starts kWidth floats after the one before.
    const auto in = random_floats((rows + 2) * kWidth, 3);
    std::vector<float> out(rows * kWidth);
    k().maxout(in.data(), kWidth, rows, packed.view(), out.data(), kWidth);
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t o = 0; o < kWidth; ++o) {
        double best = -1e30;
        for (std::size_t p = 0; p < 3; ++p) {
          const double sum =
              dot(weights.data() + (o * 3 + p) * kInputs, in.data() + r * kWidth, kInputs);
          best = std::max(best, sum + double{bias[o * 3 + p]});
        }
        ASSERT_NEAR(out[r * kWidth + o], best, 1e-4) << rows << " rows, row " << r;
      }
    }
  }
}

TEST_P(EachKernelSet, WindowMaxoutReadsThreeRows) {
  constexpr std::size_t kInputs = 3 * kWidth;
  const auto weights = random_floats(kWidth * 3 * kInputs, 21);
  const auto bias = random_floats(kWidth * 3, 22);
  const PackedWindow packed(weights, bias, k().lanes);
  for (const std::size_t rows : {1, 2, 3, 4, 6, 7, 8, 9, 13, 64, 65, 137, 200}) {
    auto in = random_floats((rows + 3) * kWidth, 23);
    if (rows % 2 == 1) std::fill(in.end() - kWidth, in.end(), NAN);
    std::vector<float> out(rows * kWidth, 777.0F);
    k().window_maxout(in.data(), rows, packed.view(), out.data());
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t o = 0; o < kWidth; ++o) {
        double best = -1e30;
        for (std::size_t p = 0; p < 3; ++p) {
          const double sum =
              dot(weights.data() + (o * 3 + p) * kInputs, in.data() + r * kWidth, kInputs);
          best = std::max(best, sum + double{bias[o * 3 + p]});
        }
        ASSERT_NEAR(out[r * kWidth + o], best, 1e-4) << rows << " rows, row " << r;
      }
    }
  }
}

// Pairs start at the first row: cutting at an even row changes no bit.
TEST_P(EachKernelSet, WindowMaxoutIsTheSameInParts) {
  const auto weights = random_floats(kWidth * 9 * kWidth, 24);
  const PackedWindow packed(weights, random_floats(kWidth * 3, 25), k().lanes);
  constexpr std::size_t kRows = 150;
  const auto in = random_floats((kRows + 3) * kWidth, 26);
  std::vector<float> whole(kRows * kWidth);
  k().window_maxout(in.data(), kRows, packed.view(), whole.data());
  for (const std::size_t cut : {2, 4, 6, 8, 64, 70, 148}) {
    std::vector<float> parts(kRows * kWidth);
    k().window_maxout(in.data(), cut, packed.view(), parts.data());
    k().window_maxout(in.data() + cut * kWidth, kRows - cut, packed.view(),
                      parts.data() + cut * kWidth);
    EXPECT_EQ(whole, parts) << cut;
  }
}

TEST_P(EachKernelSet, AffineComputesOnlyThePanelsItIsAskedFor) {
  constexpr std::size_t kOutputs = 106;
  const auto weights = random_floats(kOutputs * kHidden, 4);
  const auto bias = random_floats(kOutputs, 5);
  const PackedMatrix packed = PackedMatrix::affine(weights, bias, kOutputs, kHidden, k().lanes);
  const auto in = random_floats(kHidden, 6);
  std::vector<float> out(packed.outputs(), 777.0F);
  k().affine(in.data(), kHidden, 1, packed.view(), 1, 2, out.data(), out.size());
  for (std::size_t o = 0; o < out.size(); ++o) {
    const bool asked = o / packed.panel_width() == 1;
    if (!asked) {
      EXPECT_EQ(out[o], 777.0F);
    } else if (o < kOutputs) {
      const double expected =
          dot(weights.data() + o * kHidden, in.data(), kHidden) + double{bias[o]};
      EXPECT_NEAR(out[o], expected, 1e-5);
    }
  }
}

// A row's result must not depend on its neighbours: the caches rest on it.
TEST_P(EachKernelSet, ARowHasTheSameBitsAloneAndInABlock) {
  const auto weights = random_floats(1024 * kHidden, 7);
  const PackedMatrix packed = PackedMatrix::affine(weights, {}, 1024, kHidden, k().lanes);
  constexpr std::size_t kRows = 45;
  const auto in = random_floats(kRows * kHidden, 8);
  std::vector<float> block(kRows * 1024);
  k().affine(in.data(), kHidden, kRows, packed.view(), 0, packed.view().panels, block.data(), 1024);
  std::vector<float> alone(1024);
  for (std::size_t r = 0; r < kRows; ++r) {
    k().affine(in.data() + r * kHidden, kHidden, 1, packed.view(), 0, packed.view().panels,
               alone.data(), 1024);
    ASSERT_TRUE(std::equal(alone.begin(), alone.end(), block.begin() + r * 1024)) << r;
  }
}

TEST_P(EachKernelSet, NormHasMeanZeroAndVarianceOneBeforeGainBiasAndResidual) {
  auto rows = random_floats(2 * kWidth, 9);
  const auto before = rows;
  const auto gain = random_floats(kWidth, 10);
  const auto bias = random_floats(kWidth, 11);
  const auto residual = random_floats(2 * kWidth, 12);
  k().norm(rows.data(), 2, {gain.data(), bias.data()}, residual.data());
  for (std::size_t r = 0; r < 2; ++r) {
    const float* x = before.data() + r * kWidth;
    double mean = 0.0;
    double square = 0.0;
    for (std::size_t o = 0; o < kWidth; ++o) mean += double{x[o]} / double{kWidth};
    for (std::size_t o = 0; o < kWidth; ++o) square += (x[o] - mean) * (x[o] - mean);
    const double scale = 1.0 / std::sqrt(square / double{kWidth} + 1e-8);
    for (std::size_t o = 0; o < kWidth; ++o) {
      const double y = (x[o] - mean) * scale * gain[o] + bias[o] + residual[r * kWidth + o];
      ASSERT_NEAR(rows[r * kWidth + o], y, 1e-5);
    }
  }
}

TEST_P(EachKernelSet, HiddenTakesTheLargerPieceOfTheSum) {
  const auto rows = random_floats(3 * kStateSize, 13);
  const auto bias = random_floats(kStateSize, 14);
  const float* pointers[] = {rows.data(), rows.data() + kStateSize, rows.data() + 2 * kStateSize};
  std::vector<float> hidden(kHidden);
  k().hidden(pointers, 3, bias.data(), hidden.data());
  for (std::size_t o = 0; o < kHidden; ++o) {
    const auto sum = [&](std::size_t at) {
      return rows[at] + rows[kStateSize + at] + rows[2 * kStateSize + at] + bias[at];
    };
    EXPECT_FLOAT_EQ(hidden[o], std::max(sum(o), sum(kHidden + o)));
  }
}

// All sets add in the same order; the portable one may round a last bit
// otherwise where the machine has no fused multiply-add.
TEST(Kernels, AllSetsAgreeToTheLastBitOrNearly) {
  const auto weights = random_floats(kWidth * 3 * kWidth, 15);
  const auto bias = random_floats(kWidth * 3, 16);
  const auto in = random_floats(50 * kWidth, 17);
  std::vector<std::vector<float>> results;
  for (const Kernels* set : available_kernels()) {
    const PackedMatrix packed = PackedMatrix::maxout(weights, bias, kWidth, kWidth, set->lanes);
    std::vector<float> out(50 * kWidth);
    set->maxout(in.data(), kWidth, 50, packed.view(), out.data(), kWidth);
    set->norm(out.data(), 50, {bias.data(), bias.data()}, in.data());
    results.push_back(out);
  }
  for (const auto& result : results) {
    std::size_t different = 0;
    for (std::size_t i = 0; i < result.size(); ++i) different += result[i] != results[0][i];
    EXPECT_LE(different, result.size() / 1000);
  }
}

}  // namespace
}  // namespace entente
