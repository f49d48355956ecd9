#include "model/hashed_table.h"

#include <fmt/core.h>

#include <algorithm>

namespace entente {

Result<HashedTable> HashedTable::open(const ModelFile& model, std::string_view name) {
  const auto keys = model.u64(fmt::format("{}.keys", name));
  const auto first = model.u32(fmt::format("{}.first", name));
  const auto values = model.strings(fmt::format("{}.values", name));
  if (!keys) return std::unexpected(keys.error());
  if (!first) return std::unexpected(first.error());
  if (!values) return std::unexpected(values.error());
  const bool sound =
      first->size() == keys->size() + 1 && first->front() == 0 && first->back() == values->size() &&
      std::is_sorted(first->begin(), first->end()) && std::is_sorted(keys->begin(), keys->end());
  if (!sound) {
    return fail(ErrorCode::kBadFormat, fmt::format("table '{}' is not sound", name),
                {model.path(), 0, {}});
  }
  HashedTable table;
  table.keys_ = *keys;
  table.first_ = *first;
  table.values_ = *values;
  return table;
}

HashedTable::Values HashedTable::find(std::uint64_t key) const {
  const auto found = std::lower_bound(keys_.begin(), keys_.end(), key);
  if (found == keys_.end() || *found != key) return {};
  const auto i = static_cast<std::size_t>(found - keys_.begin());
  return {first_[i], first_[i + 1]};
}

std::optional<std::string_view> HashedTable::find_one(std::uint64_t key) const {
  const Values values = find(key);
  if (values.first == values.last) return std::nullopt;
  return value(values.first);
}

namespace internal {

Status add_hashed(ModelWriter& writer, std::string_view name, std::vector<HashedEntry> entries,
                  const Place& place) {
  std::sort(entries.begin(), entries.end(),
            [](const HashedEntry& a, const HashedEntry& b) { return a.key < b.key; });
  std::vector<std::uint64_t> keys;
  std::vector<std::uint32_t> first = {0};
  std::vector<std::string> values;
  for (HashedEntry& entry : entries) {
    if (!keys.empty() && keys.back() == entry.key) {
      return fail(ErrorCode::kDuplicate, fmt::format("two keys of '{}' with one hash", name),
                  place);
    }
    keys.push_back(entry.key);
    for (std::string& value : entry.values) values.push_back(std::move(value));
    first.push_back(static_cast<std::uint32_t>(values.size()));
  }
  writer.add_u64(fmt::format("{}.keys", name), keys);
  writer.add_u32(fmt::format("{}.first", name), first);
  writer.add_strings(fmt::format("{}.values", name), values);
  return {};
}

}  // namespace internal
}  // namespace entente
