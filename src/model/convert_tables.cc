#include "model/convert_tables.h"

#include <fmt/core.h>

#include <nlohmann/json.hpp>

#include "model/hashed_table.h"
#include "model/msgpack.h"

namespace entente::internal {
namespace {

// The attribute numbers that stand as keys in tokenizer exceptions.
constexpr std::uint64_t kOrth = 65;
constexpr std::uint64_t kNorm = 67;

// One exception: the pieces of a token and their norms ("" = none given).
Status add_pieces(const Packed& packed, const Place& place, std::vector<std::string>& pieces,
                  std::vector<std::string>& norms) {
  const auto list = get_list(packed, place);
  if (!list) return std::unexpected(list.error());
  for (const Packed& piece : *list) {
    const auto fields = get_map(piece, place);
    if (!fields) return std::unexpected(fields.error());
    std::string orth;
    std::string norm;
    for (const msgpack::object_kv& field : *fields) {
      const auto key = get_uint(field.key, place);
      auto value = get_utf8(field.val, place);
      if (!value) return std::unexpected(std::move(value).error());
      if (!key || (*key != kOrth && *key != kNorm)) {
        return fail(ErrorCode::kUnsupported, "an exception sets more than text and norm", place);
      }
      (*key == kOrth ? orth : norm) = std::move(*value);
    }
    if (orth.empty()) return bad_format("an exception with an empty piece", place);
    pieces.push_back(std::move(orth));
    norms.push_back(std::move(norm));
  }
  return {};
}

Status add_exceptions(const Packed& packed, const Place& place, ModelWriter& writer) {
  const auto entries = get_map(packed, place);
  if (!entries) return std::unexpected(entries.error());
  std::vector<std::string> texts;
  std::vector<std::string> pieces;
  std::vector<std::string> norms;
  std::vector<std::uint32_t> first = {0};
  for (const msgpack::object_kv& entry : *entries) {
    auto text = get_utf8(entry.key, place);
    if (!text) return std::unexpected(std::move(text).error());
    const std::size_t before = pieces.size();
    ENTENTE_TRY(add_pieces(entry.val, place, pieces, norms));
    std::string joined;
    for (std::size_t i = before; i < pieces.size(); ++i) joined += pieces[i];
    if (joined != *text)
      return bad_format(fmt::format("the pieces of '{}' do not join", *text), place);
    texts.push_back(std::move(*text));
    first.push_back(static_cast<std::uint32_t>(pieces.size()));
  }
  writer.add_strings("tokenizer.exceptions", texts);
  writer.add_u32("tokenizer.exceptions.first", first);
  writer.add_strings("tokenizer.exceptions.pieces", pieces);
  writer.add_strings("tokenizer.exceptions.norms", norms);
  return {};
}

// A tree of maps, lists, strings, numbers and booleans as JSON.  The depth is
// bounded by unpack().
Result<nlohmann::json> to_json(const Packed& value, const Place& place);

Result<nlohmann::json> list_to_json(const Packed& value, const Place& place) {
  nlohmann::json list = nlohmann::json::array();
  const auto items = get_list(value, place);
  if (!items) return std::unexpected(items.error());
  for (const Packed& item : *items) {
    auto converted = to_json(item, place);
    if (!converted) return converted;
    list.push_back(std::move(*converted));
  }
  return list;
}

Result<nlohmann::json> map_to_json(const Packed& value, const Place& place) {
  nlohmann::json map = nlohmann::json::object();
  const auto entries = get_map(value, place);
  if (!entries) return std::unexpected(entries.error());
  for (const msgpack::object_kv& entry : *entries) {
    const auto key = get_utf8(entry.key, place);
    if (!key) return std::unexpected(key.error());
    auto converted = to_json(entry.val, place);
    if (!converted) return converted;
    map[*key] = std::move(*converted);
  }
  return map;
}

Result<nlohmann::json> to_json(const Packed& value, const Place& place) {
  switch (value.type) {
    case msgpack::type::BOOLEAN:
      return nlohmann::json(value.via.boolean);
    case msgpack::type::POSITIVE_INTEGER:
      return nlohmann::json(value.via.u64);
    case msgpack::type::NEGATIVE_INTEGER:
      return nlohmann::json(value.via.i64);
    case msgpack::type::STR: {
      auto text = get_utf8(value, place);
      if (!text) return std::unexpected(std::move(text).error());
      return nlohmann::json(std::move(*text));
    }
    case msgpack::type::ARRAY:
      return list_to_json(value, place);
    case msgpack::type::MAP:
      return map_to_json(value, place);
    default:
      return bad_format("a value that JSON does not know", place);
  }
}

}  // namespace

Status convert_tokenizer(const Package& package, ModelWriter& writer) {
  const Place place = package.place("tokenizer");
  const auto handle = read_packed(package, "tokenizer");
  if (!handle) return std::unexpected(handle.error());
  const Packed& top = handle->get();
  constexpr std::pair<std::string_view, std::string_view> kExpressions[] = {
      {"prefix_search", "tokenizer.prefix"},
      {"suffix_search", "tokenizer.suffix"},
      {"infix_finditer", "tokenizer.infix"},
      {"url_match", "tokenizer.url"}};
  for (const auto& [key, section] : kExpressions) {
    const auto value = get_key(top, key, place);
    if (!value) return std::unexpected(value.error());
    const auto text = get_utf8(**value, place);
    if (!text) return std::unexpected(text.error());
    writer.add_text(section, *text);
  }
  const Packed* token_match = find_key(top, "token_match");
  if (token_match != nullptr && !token_match->is_nil()) {
    return fail(ErrorCode::kUnsupported, "the tokenizer uses token_match", place);
  }
  const auto exceptions = get_key(top, "exceptions", place);
  if (!exceptions) return std::unexpected(exceptions.error());
  return add_exceptions(**exceptions, place, writer);
}

Status convert_norms(const Package& package, ModelWriter& writer) {
  const Place place = package.place("vocab/lookups.bin");
  const auto handle = read_packed(package, "vocab/lookups.bin");
  if (!handle) return std::unexpected(handle.error());
  const auto table = get_key(handle->get(), "lexeme_norm", place);
  if (!table) return std::unexpected(table.error());
  const auto map = get_map(**table, place);
  if (!map) return std::unexpected(map.error());
  std::vector<HashedEntry> entries;
  for (const msgpack::object_kv& entry : *map) {
    const auto key = get_uint(entry.key, place);
    auto norm = get_utf8(entry.val, place);
    if (!key || !norm) return bad_format("a norm that is not a hash with its text", place);
    entries.push_back({*key, {std::move(*norm)}});
  }
  return add_hashed(writer, "lexeme_norm", std::move(entries), place);
}

Status convert_ruler(const Package& package, ModelWriter& writer) {
  const auto handle = read_packed(package, "attribute_ruler/patterns");
  if (!handle) return std::unexpected(handle.error());
  const auto json = to_json(handle->get(), package.place("attribute_ruler/patterns"));
  if (!json) return std::unexpected(json.error());
  writer.add_text("attribute_ruler", json->dump(1));
  return {};
}

}  // namespace entente::internal
