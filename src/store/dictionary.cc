#include "store/dictionary.h"

#include <fmt/core.h>

#include <cstddef>
#include <utility>

namespace entente {
namespace {

// Some 50 MB; what is forgotten is looked up again.
constexpr std::size_t kMaxRemembered = 400'000;

}  // namespace

Result<Dictionary> Dictionary::open(const sqlite::Connection& connection, std::string_view find,
                                    std::string_view insert) {
  Result<sqlite::Statement> finder = connection.prepare(find);
  if (!finder) return std::unexpected(finder.error());
  Result<sqlite::Statement> inserter = connection.prepare(insert);
  if (!inserter) return std::unexpected(inserter.error());
  return Dictionary(connection, std::move(*finder), std::move(*inserter));
}

void Dictionary::append_key(const std::optional<double>& value) {
  append_key(value ? fmt::format("{}", *value) : std::string());
}

std::int64_t Dictionary::remember(std::int64_t id) {
  if (ids_.size() >= kMaxRemembered) ids_.clear();
  ids_.emplace(key_, id);
  return id;
}

}  // namespace entente
