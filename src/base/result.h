// Result<T>: a value or an Error.  The one error idiom of this project.
//
// For failures that a caller can expect (bad input, missing file, wrong
// version).  A broken precondition is a bug of ours: assert it.  No exception
// crosses a module; nothing below cli prints or exits.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <utility>

namespace entente {

enum class ErrorCode {
  kNotFound,     // a file, an entry, an option's value does not exist
  kBadFormat,    // the bytes are not what the format says
  kDuplicate,    // two things that must differ are the same
  kUnsupported,  // a version or feature that this program does not know
  kTooLarge,     // a bound on size, depth or time was passed
  kIo,           // the system refused to read or write
  kUsage,        // the caller's options contradict each other
};

// Where something was found.  `line` counts from 1, 0 = not known; `offset`
// is in bytes from the start of the file (or of the line, when `line` is set).
struct Place {
  std::string file;
  std::uint64_t line = 0;
  std::optional<std::uint64_t> offset;
};

// Why something failed: what was found and what to do, in words for a user.
struct Error {
  ErrorCode code;
  std::string message;
  Place place;
};

template <typename T>
using Result = std::expected<T, Error>;
using Status = std::expected<void, Error>;

// `return fail(ErrorCode::kBadFormat, "expected 5 columns, found 4", {path, line});`
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string message,
                                                 Place place = {}) {
  return std::unexpected<Error>(Error{code, std::move(message), std::move(place)});
}

// "file:line: message", with the parts that are known.
std::string describe(const Error& error);

}  // namespace entente

// Returns the error of `expression` from the enclosing function, if it has one.
#define ENTENTE_TRY(expression)                                        \
  do {                                                                 \
    if (auto entente_try_result = (expression); !entente_try_result) { \
      return std::unexpected(std::move(entente_try_result).error());   \
    }                                                                  \
  } while (false)
