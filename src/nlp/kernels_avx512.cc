// Kernels for x86-64 with AVX-512F.
#include "nlp/kernel_sets.h"

#if defined(__AVX512F__)
#include <immintrin.h>

#include "nlp/kernel_loops.h"

namespace entente::internal {
namespace {

struct Avx512 {
  using Reg = __m512;
  static constexpr std::size_t kLanes = 16;
  static constexpr std::size_t kRows = 8;  // 24 sums, 3 weights, 1 input of 32 registers
  static Reg load(const float* p) { return _mm512_loadu_ps(p); }
  static void store(float* p, Reg v) { _mm512_storeu_ps(p, v); }
  static Reg set1(float x) { return _mm512_set1_ps(x); }
  static Reg add(Reg a, Reg b) { return _mm512_add_ps(a, b); }
  static Reg sub(Reg a, Reg b) { return _mm512_sub_ps(a, b); }
  // The form with a mask (all lanes): GCC 12 warns of the plain one, whose
  // undefined pass-through operand it takes for a use of one.
  static Reg max(Reg a, Reg b) { return _mm512_maskz_max_ps(0xffff, a, b); }
  static Reg fma(Reg a, Reg b, Reg c) { return _mm512_fmadd_ps(a, b, c); }
};

struct Half {
  using Reg = __m256;
  static constexpr std::size_t kLanes = 8;
  static Reg load(const float* p) { return _mm256_loadu_ps(p); }
  static void store(float* p, Reg v) { _mm256_storeu_ps(p, v); }
  static Reg set1(float x) { return _mm256_set1_ps(x); }
  static Reg add(Reg a, Reg b) { return _mm256_add_ps(a, b); }
  static Reg sub(Reg a, Reg b) { return _mm256_sub_ps(a, b); }
  static Reg mul(Reg a, Reg b) { return _mm256_mul_ps(a, b); }
  static Reg max(Reg a, Reg b) { return _mm256_max_ps(a, b); }
  static Reg fma(Reg a, Reg b, Reg c) { return _mm256_fmadd_ps(a, b, c); }
};

constexpr Kernels kAvx512 = KernelLoops<Avx512, Half>::table("avx512");

}  // namespace

const Kernels* avx512_kernels() { return &kAvx512; }

}  // namespace entente::internal

#else
namespace entente::internal {
const Kernels* avx512_kernels() { return nullptr; }
}  // namespace entente::internal
#endif
