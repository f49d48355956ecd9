// The 64-bit hash that names strings in the language model's tables.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

// MurmurHash64A (Austin Appleby, public domain) of the bytes with seed 1.
// Reads words of 8 bytes in native order, as the model's training did.
std::uint64_t string_hash(std::string_view text);

}  // namespace entente
