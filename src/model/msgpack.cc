#include "model/msgpack.h"

#include <fmt/core.h>

#include "base/utf8.h"

namespace entente::internal {
namespace {

constexpr std::size_t kMaxList = 200'000;
constexpr std::size_t kMaxMap = 20'000;
constexpr std::size_t kMaxBytes = std::size_t{256} << 20;
constexpr std::size_t kMaxDepth = 16;

std::unexpected<Error> wrong_type(std::string_view expected, const Place& place) {
  return fail(ErrorCode::kBadFormat, fmt::format("expected {}", expected), place);
}

std::string_view text_of(const Packed& value) {
  if (value.type == msgpack::type::STR) return {value.via.str.ptr, value.via.str.size};
  if (value.type == msgpack::type::BIN) return {value.via.bin.ptr, value.via.bin.size};
  return {};
}

bool is_text(const Packed& value) {
  return value.type == msgpack::type::STR || value.type == msgpack::type::BIN;
}

}  // namespace

Result<msgpack::object_handle> unpack(std::string_view bytes, const Place& place) {
  try {
    std::size_t offset = 0;
    msgpack::object_handle handle = msgpack::unpack(
        bytes.data(), bytes.size(), offset, nullptr, nullptr,
        msgpack::unpack_limit(kMaxList, kMaxMap, kMaxBytes, kMaxBytes, kMaxBytes, kMaxDepth));
    if (offset != bytes.size()) {
      return fail(ErrorCode::kBadFormat, "bytes behind the msgpack value", place);
    }
    return handle;
  } catch (const msgpack::size_overflow& error) {
    return fail(ErrorCode::kTooLarge, fmt::format("msgpack: {}", error.what()), place);
  } catch (const std::exception& error) {
    return fail(ErrorCode::kBadFormat, fmt::format("msgpack: {}", error.what()), place);
  }
}

Result<msgpack::object_handle> read_packed(const Package& package, std::string_view name) {
  const auto bytes = package.read(name);
  if (!bytes) return std::unexpected(bytes.error());
  return unpack(*bytes, package.place(name));
}

const Packed* find_key(const Packed& map, std::string_view key) {
  if (map.type != msgpack::type::MAP) return nullptr;
  for (std::uint32_t i = 0; i < map.via.map.size; ++i) {
    const msgpack::object_kv& entry = map.via.map.ptr[i];
    if (is_text(entry.key) && text_of(entry.key) == key) return &entry.val;
  }
  return nullptr;
}

Result<const Packed*> get_key(const Packed& map, std::string_view key, const Place& place) {
  const Packed* value = find_key(map, key);
  if (value == nullptr) {
    return fail(ErrorCode::kBadFormat, fmt::format("no key '{}'", key), place);
  }
  return value;
}

Result<std::string_view> get_text(const Packed& value, const Place& place) {
  if (!is_text(value)) return wrong_type("text", place);
  return text_of(value);
}

Result<std::string> get_utf8(const Packed& value, const Place& place) {
  if (!is_text(value)) return wrong_type("text", place);
  if (find_invalid_utf8(text_of(value))) return wrong_type("UTF-8", place);
  return std::string(text_of(value));
}

Result<std::uint64_t> get_uint(const Packed& value, const Place& place) {
  if (value.type != msgpack::type::POSITIVE_INTEGER) {
    return wrong_type("a number that is not negative", place);
  }
  return value.via.u64;
}

Result<std::span<const Packed>> get_list(const Packed& value, const Place& place) {
  if (value.type != msgpack::type::ARRAY) return wrong_type("a list", place);
  return std::span<const Packed>(value.via.array.ptr, value.via.array.size);
}

Result<std::span<const msgpack::object_kv>> get_map(const Packed& value, const Place& place) {
  if (value.type != msgpack::type::MAP) return wrong_type("a map", place);
  return std::span<const msgpack::object_kv>(value.via.map.ptr, value.via.map.size);
}

}  // namespace entente::internal
