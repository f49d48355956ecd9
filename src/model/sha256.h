// SHA-256 (FIPS 180-4), for the check of a fetched package.
#pragma once

#include <string>
#include <string_view>

namespace entente {

// 64 hexadecimal digits in lower case.
std::string sha256_hex(std::string_view bytes);

}  // namespace entente
