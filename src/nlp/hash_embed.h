// The four rows of a hash embedding table that one attribute value selects.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace entente {

// MurmurHash3_x64_128 of the 8 bytes of `value`, cut into four 32-bit numbers.
inline std::array<std::uint32_t, 4> hash_embed_keys(std::uint64_t value, std::uint32_t seed) {
  const auto mix = [](std::uint64_t h) {
    h ^= h >> 33;
    h *= 0xff51afd7ed558ccdU;
    h ^= h >> 33;
    h *= 0xc4ceb9fe1a85ec53U;
    return h ^ (h >> 33);
  };
  std::uint64_t h1 = std::rotl(value * 0x87c37b91114253d5U, 31) * 0x4cf5ad432745937fU;
  h1 = (h1 ^ seed) ^ 8U;
  std::uint64_t h2 = std::uint64_t{seed} ^ 8U;
  h1 += h2;
  h2 += h1;
  h1 = mix(h1);
  h2 = mix(h2);
  h1 += h2;
  h2 += h1;
  return {static_cast<std::uint32_t>(h1), static_cast<std::uint32_t>(h1 >> 32),
          static_cast<std::uint32_t>(h2), static_cast<std::uint32_t>(h2 >> 32)};
}

}  // namespace entente
