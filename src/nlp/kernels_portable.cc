// Kernels for any machine; the compiler makes of the short loops what the
// target has.  16 lanes: the same geometry as AVX-512, which keeps that
// geometry under test on machines without it.
#include "nlp/kernel_loops.h"
#include "nlp/kernel_sets.h"

namespace entente::internal {
namespace {

template <std::size_t N>
struct Lanes {
  struct Reg {
    float lane[N];
  };
  static constexpr std::size_t kLanes = N;
  static constexpr std::size_t kRows = 4;

  template <class Operation>
  static Reg each(Operation operation) {
    Reg r;
    for (std::size_t i = 0; i < N; ++i) r.lane[i] = operation(i);
    return r;
  }
  static Reg load(const float* p) {
    return each([&](std::size_t i) { return p[i]; });
  }
  static void store(float* p, const Reg& v) {
    for (std::size_t i = 0; i < N; ++i) p[i] = v.lane[i];
  }
  static Reg set1(float x) {
    return each([&](std::size_t) { return x; });
  }
  static Reg add(const Reg& a, const Reg& b) {
    return each([&](std::size_t i) { return a.lane[i] + b.lane[i]; });
  }
  static Reg sub(const Reg& a, const Reg& b) {
    return each([&](std::size_t i) { return a.lane[i] - b.lane[i]; });
  }
  static Reg mul(const Reg& a, const Reg& b) {
    return each([&](std::size_t i) { return a.lane[i] * b.lane[i]; });
  }
  static Reg max(const Reg& a, const Reg& b) {
    return each([&](std::size_t i) { return a.lane[i] > b.lane[i] ? a.lane[i] : b.lane[i]; });
  }
  static Reg fma(const Reg& a, const Reg& b, const Reg& c) {
    return each([&](std::size_t i) {
#ifdef __FP_FAST_FMAF
      return __builtin_fmaf(a.lane[i], b.lane[i], c.lane[i]);
#else
      // The product is exact in a double; only the sum is rounded twice.
      return static_cast<float>(double{a.lane[i]} * double{b.lane[i]} + double{c.lane[i]});
#endif
    });
  }
};

constexpr Kernels kPortable = KernelLoops<Lanes<16>, Lanes<8>>::table("portable");

}  // namespace

const Kernels* portable_kernels() { return &kPortable; }

}  // namespace entente::internal
