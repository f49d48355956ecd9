// Kernels for x86-64 with AVX2 and FMA (2013 and later).
#include "nlp/kernel_sets.h"

#if defined(__AVX2__) && defined(__FMA__)
#include <immintrin.h>

#include "nlp/kernel_loops.h"

namespace entente::internal {
namespace {

struct Avx2 {
  using Reg = __m256;
  static constexpr std::size_t kLanes = 8;
  static constexpr std::size_t kRows = 4;  // 12 sums, 3 weights, 1 input: all 16 registers
  static Reg load(const float* p) { return _mm256_loadu_ps(p); }
  static void store(float* p, Reg v) { _mm256_storeu_ps(p, v); }
  static Reg set1(float x) { return _mm256_set1_ps(x); }
  static Reg add(Reg a, Reg b) { return _mm256_add_ps(a, b); }
  static Reg sub(Reg a, Reg b) { return _mm256_sub_ps(a, b); }
  static Reg mul(Reg a, Reg b) { return _mm256_mul_ps(a, b); }
  static Reg max(Reg a, Reg b) { return _mm256_max_ps(a, b); }
  static Reg fma(Reg a, Reg b, Reg c) { return _mm256_fmadd_ps(a, b, c); }
};

constexpr Kernels kAvx2 = KernelLoops<Avx2, Avx2>::table("avx2");

}  // namespace

const Kernels* avx2_kernels() { return &kAvx2; }

}  // namespace entente::internal

#else
namespace entente::internal {
const Kernels* avx2_kernels() { return nullptr; }
}  // namespace entente::internal
#endif
