// Bounded reading of msgpack, the container of the files in a package.
//
// The values are msgpack::object trees in the zone of their handle.  The
// helpers never throw: an absent key, a wrong type or a wrong range is an
// Error that names the file and the key.
#pragma once

#include <cstdint>
#include <msgpack.hpp>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/package.h"

namespace entente::internal {

using Packed = msgpack::object;

// kBadFormat: what was found in a package that is not as it must be.
inline std::unexpected<Error> bad_format(std::string message, const Place& place) {
  return fail(ErrorCode::kBadFormat, std::move(message), place);
}

// Parses the one value in `bytes`; text and binary parts are copied.
// Errors: kBadFormat (no msgpack, bytes behind it), kTooLarge (deeper than 16
// levels, a list of more than 200,000 or a map of more than 20,000 entries).
Result<msgpack::object_handle> unpack(std::string_view bytes, const Place& place);

// Reads and parses a file of a package.
Result<msgpack::object_handle> read_packed(const Package& package, std::string_view name);

// The value of a text or binary key of a map; nullptr if it is no map or has no
// such key.
const Packed* find_key(const Packed& map, std::string_view key);
Result<const Packed*> get_key(const Packed& map, std::string_view key, const Place& place);

// The characters of a text or binary value.
Result<std::string_view> get_text(const Packed& value, const Place& place);
// The same, as text that is UTF-8.
Result<std::string> get_utf8(const Packed& value, const Place& place);
// An integer that is not negative.
Result<std::uint64_t> get_uint(const Packed& value, const Place& place);

// The elements of a list, the entries of a map.
Result<std::span<const Packed>> get_list(const Packed& value, const Place& place);
Result<std::span<const msgpack::object_kv>> get_map(const Packed& value, const Place& place);

}  // namespace entente::internal
