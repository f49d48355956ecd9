// The lemma tables of a package are three maps by part of speech: rules
// [[old, new], ...], exceptions {form: [lemma, ...]} and base forms [lemma, ...].
#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "model/convert_tables.h"
#include "model/hashed_table.h"
#include "model/msgpack.h"
#include "model/string_hash.h"

namespace entente::internal {
namespace {

// Universal parts of speech in lower case, as the lemmatizer asks for them.
constexpr std::array<std::string_view, 17> kPos = {
    "adj",  "adp",  "adv",   "aux",   "cconj", "det", "intj", "noun", "num",
    "part", "pron", "propn", "punct", "sconj", "sym", "verb", "x"};

Status add_rules(const Packed& packed, std::string_view pos, const Place& place,
                 ModelWriter& writer) {
  const auto rules = get_list(packed, place);
  if (!rules) return std::unexpected(rules.error());
  std::vector<std::string> flat;
  for (const Packed& rule : *rules) {
    const auto pair = get_list(rule, place);
    if (!pair || pair->size() != 2) return bad_format("a lemma rule that is no pair", place);
    for (const Packed& side : *pair) {
      auto text = get_utf8(side, place);
      if (!text) return std::unexpected(std::move(text).error());
      flat.push_back(std::move(*text));
    }
  }
  writer.add_strings(fmt::format("lemma.rules.{}", pos), flat);
  return {};
}

Status add_exceptions(const Packed& packed, std::string_view pos, const Place& place,
                      ModelWriter& writer) {
  const auto forms = get_map(packed, place);
  if (!forms) return std::unexpected(forms.error());
  std::vector<HashedEntry> entries;
  for (const msgpack::object_kv& form : *forms) {
    const auto text = get_text(form.key, place);
    const auto lemmas = get_list(form.val, place);
    if (!text || !lemmas) return bad_format("a lemma exception that is no list of lemmas", place);
    HashedEntry entry{string_hash(*text), {}};
    for (const Packed& lemma : *lemmas) {
      auto value = get_utf8(lemma, place);
      if (!value) return std::unexpected(std::move(value).error());
      entry.values.push_back(std::move(*value));
    }
    entries.push_back(std::move(entry));
  }
  return add_hashed(writer, fmt::format("lemma.exceptions.{}", pos), std::move(entries), place);
}

Status add_index(const Packed& packed, std::string_view pos, const Place& place,
                 ModelWriter& writer) {
  const auto words = get_list(packed, place);
  if (!words) return std::unexpected(words.error());
  std::vector<std::uint64_t> hashes;
  for (const Packed& word : *words) {
    const auto text = get_text(word, place);
    if (!text) return std::unexpected(text.error());
    hashes.push_back(string_hash(*text));
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  writer.add_u64(fmt::format("lemma.index.{}", pos), hashes);
  return {};
}

using AddTable = Status (*)(const Packed&, std::string_view, const Place&, ModelWriter&);

// Adds one of the three maps, part of speech by part of speech.
Status add_by_pos(const Packed& lookups, std::string_view key, const LanguageTables& tables,
                  const Place& place, AddTable add, ModelWriter& writer) {
  const auto table = get_key(lookups, key, place);
  if (!table) return std::unexpected(table.error());
  const auto by_pos = get_map(**table, place);
  if (!by_pos) return std::unexpected(by_pos.error());
  for (const msgpack::object_kv& entry : *by_pos) {
    const auto id = get_uint(entry.key, place);
    const auto known = [&](std::string_view pos) { return id && tables.string_id(pos) == *id; };
    const auto pos = std::find_if(kPos.begin(), kPos.end(), known);
    if (pos == kPos.end())
      return bad_format(fmt::format("unknown part of speech in {}", key), place);
    ENTENTE_TRY(add(entry.val, *pos, place, writer));
  }
  return {};
}

}  // namespace

Status convert_lemmas(const Package& package, const LanguageTables& tables, ModelWriter& writer) {
  const std::string_view file = "lemmatizer/lookups/lookups.bin";
  const Place place = package.place(file);
  const auto handle = read_packed(package, file);
  if (!handle) return std::unexpected(handle.error());
  const Packed& top = handle->get();
  ENTENTE_TRY(add_by_pos(top, "lemma_rules", tables, place, add_rules, writer));
  ENTENTE_TRY(add_by_pos(top, "lemma_exc", tables, place, add_exceptions, writer));
  return add_by_pos(top, "lemma_index", tables, place, add_index, writer);
}

}  // namespace entente::internal
