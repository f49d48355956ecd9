#include "base/result.h"

#include <fmt/core.h>

namespace entente {

std::string describe(const Error& error) {
  std::string where = error.place.file;
  if (error.place.line != 0)
    where += fmt::format("{}{}", where.empty() ? "line " : ":", error.place.line);
  if (error.place.offset)
    where += fmt::format("{}byte {}", where.empty() ? "" : ", ", *error.place.offset);
  return where.empty() ? error.message : where + ": " + error.message;
}

}  // namespace entente
