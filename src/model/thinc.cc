#include "model/thinc.h"

#include <fmt/core.h>

#include <cstring>
#include <limits>

#include "model/msgpack.h"

namespace entente::internal {
namespace {

// Copies a little-endian float32 array {nd, type, kind, shape, data}.
Result<ThincArray> read_array(const Packed& packed, const Place& place) {
  const Packed* type = find_key(packed, "type");
  const Packed* shape = find_key(packed, "shape");
  const Packed* data = find_key(packed, "data");
  if (type == nullptr || shape == nullptr || data == nullptr) return bad_format("no array", place);
  const auto type_name = get_text(*type, place);
  if (!type_name || *type_name != "<f4") return bad_format("an array that is not float32", place);
  const auto dims = get_list(*shape, place);
  const auto bytes = get_text(*data, place);
  if (!dims) return std::unexpected(dims.error());
  if (!bytes) return std::unexpected(bytes.error());
  ThincArray array;
  std::uint64_t count = 1;
  for (const Packed& dim : *dims) {
    const auto size = get_uint(dim, place);
    if (!size || *size == 0 || *size > bytes->size() / count)
      return bad_format("wrong shape", place);
    count *= *size;
    array.shape.push_back(static_cast<std::uint32_t>(*size));
  }
  if (count * sizeof(float) != bytes->size()) return bad_format("wrong shape", place);
  array.values.resize(count);
  std::memcpy(array.values.data(), bytes->data(), bytes->size());
  return array;
}

Status read_params(const Packed& packed, const Place& place, ThincNode& node) {
  const auto entries = get_map(packed, place);
  if (!entries) return std::unexpected(entries.error());
  for (const msgpack::object_kv& entry : *entries) {
    if (entry.val.is_nil()) continue;
    const auto name = get_text(entry.key, place);
    if (!name) return std::unexpected(name.error());
    auto array = read_array(entry.val, place);
    if (!array) return std::unexpected(std::move(array).error());
    node.params.emplace_back(*name, std::move(*array));
  }
  return {};
}

Status read_attrs(const Packed& packed, const Place& place, ThincNode& node) {
  const auto entries = get_map(packed, place);
  if (!entries) return std::unexpected(entries.error());
  for (const msgpack::object_kv& entry : *entries) {
    const auto name = get_text(entry.key, place);
    const auto value = get_text(entry.val, place);
    if (!name || !value) return bad_format("an attribute that is not bytes", place);
    node.attrs.emplace_back(*name, *value);
  }
  return {};
}

Status read_refs(const Packed& packed, const Place& place, ThincNode& node) {
  const auto entries = get_map(packed, place);
  if (!entries) return std::unexpected(entries.error());
  for (const msgpack::object_kv& entry : *entries) {
    if (entry.val.is_nil()) continue;
    const auto name = get_text(entry.key, place);
    const auto index = get_uint(entry.val, place);
    if (!name || !index || *index > std::numeric_limits<std::uint32_t>::max()) {
      return bad_format("a reference that is no index", place);
    }
    node.refs.emplace_back(*name, static_cast<std::uint32_t>(*index));
  }
  return {};
}

Result<ThincNode> read_node(const Packed& head, const Packed& attrs, const Packed& params,
                            const Place& place) {
  ThincNode node;
  const auto name = get_key(head, "name", place);
  if (!name) return std::unexpected(name.error());
  const auto text = get_text(**name, place);
  if (!text) return std::unexpected(text.error());
  node.name = *text;
  ENTENTE_TRY(read_params(params, place, node));
  ENTENTE_TRY(read_attrs(attrs, place, node));
  if (const Packed* refs = find_key(head, "refs")) ENTENTE_TRY(read_refs(*refs, place, node));
  return node;
}

template <typename List>
auto find_named(const List& list, std::string_view name) -> decltype(&list.front().second) {
  for (const auto& [key, value] : list) {
    if (key == name) return &value;
  }
  return nullptr;
}

// The list under `key` of the file's top map.
Result<std::span<const Packed>> top_list(const Packed& top, std::string_view key,
                                         const Place& place) {
  const auto value = get_key(top, key, place);
  if (!value) return std::unexpected(value.error());
  return get_list(**value, place);
}

}  // namespace

Result<ThincModel> ThincModel::parse(std::string_view bytes, const Place& place) {
  const auto handle = unpack(bytes, place);
  if (!handle) return std::unexpected(handle.error());
  const auto nodes = top_list(handle->get(), "nodes", place);
  const auto attrs = top_list(handle->get(), "attrs", place);
  const auto params = top_list(handle->get(), "params", place);
  if (!nodes || !attrs || !params || nodes->size() != attrs->size() ||
      nodes->size() != params->size()) {
    return bad_format("not a thinc model: nodes, attrs and params must be lists of one length",
                      place);
  }
  ThincModel model;
  model.place_ = place;
  for (std::size_t i = 0; i < nodes->size(); ++i) {
    auto node = read_node((*nodes)[i], (*attrs)[i], (*params)[i], place);
    if (!node) return std::unexpected(std::move(node).error());
    model.nodes_.push_back(std::move(*node));
  }
  return model;
}

std::vector<const ThincNode*> ThincModel::named(std::string_view name) const {
  std::vector<const ThincNode*> found;
  for (const ThincNode& node : nodes_) {
    if (node.name == name) found.push_back(&node);
  }
  return found;
}

Result<const ThincNode*> ThincModel::only(std::string_view name) const {
  const auto found = named(name);
  if (found.size() != 1) {
    return bad_format(fmt::format("{} layers '{}' where one is expected", found.size(), name),
                      place_);
  }
  return found.front();
}

Result<const ThincNode*> ThincModel::referred(std::string_view reference) const {
  const std::uint32_t* index =
      nodes_.empty() ? nullptr : find_named(nodes_.front().refs, reference);
  if (index == nullptr || *index >= nodes_.size()) {
    return bad_format(fmt::format("the first layer refers to no '{}'", reference), place_);
  }
  return &nodes_[*index];
}

Result<const ThincArray*> ThincModel::param(const ThincNode& node, std::string_view name,
                                            std::size_t rank) const {
  const ThincArray* array = find_named(node.params, name);
  if (array == nullptr || array->shape.size() != rank) {
    return bad_format(
        fmt::format("layer '{}' has no parameter '{}' of {} dimensions", node.name, name, rank),
        place_);
  }
  return array;
}

Result<std::uint32_t> ThincModel::uint_attr(const ThincNode& node, std::string_view name) const {
  const std::string* bytes = find_named(node.attrs, name);
  if (bytes == nullptr) {
    return bad_format(fmt::format("layer '{}' has no attribute '{}'", node.name, name), place_);
  }
  const auto handle = unpack(*bytes, place_);
  if (!handle) return std::unexpected(handle.error());
  const auto value = get_uint(handle->get(), place_);
  if (!value) return std::unexpected(value.error());
  if (*value > std::numeric_limits<std::uint32_t>::max())
    return bad_format("number too large", place_);
  return static_cast<std::uint32_t>(*value);
}

Result<std::vector<std::string>> ThincModel::strings_attr(const ThincNode& node,
                                                          std::string_view name) const {
  const std::string* bytes = find_named(node.attrs, name);
  if (bytes == nullptr) {
    return bad_format(fmt::format("layer '{}' has no attribute '{}'", node.name, name), place_);
  }
  const auto handle = unpack(*bytes, place_);
  if (!handle) return std::unexpected(handle.error());
  const auto list = get_list(handle->get(), place_);
  if (!list) return std::unexpected(list.error());
  std::vector<std::string> strings;
  for (const Packed& item : *list) {
    const auto text = get_text(item, place_);
    if (!text) return std::unexpected(text.error());
    strings.emplace_back(*text);
  }
  return strings;
}

}  // namespace entente::internal
