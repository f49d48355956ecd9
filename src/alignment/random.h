// Reproducible random numbers: the same seed gives the same draws everywhere.
#pragma once

#include <array>
#include <cstdint>

namespace entente {

// xoshiro256++ (Blackman and Vigna 2019), seeded by splitmix64.
class Random {
 public:
  explicit Random(std::uint64_t seed);
  std::uint64_t next();
  double uniform();      // in (0, 1)
  double normal();       // mean 0, variance 1
  double exponential();  // mean 1
  // Mean and variance `shape` > 0 (Marsaglia and Tsang 2000).
  double gamma(double shape);

 private:
  std::array<std::uint64_t, 4> state_;
};

}  // namespace entente
