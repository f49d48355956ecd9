#include "ingest/analysis_json.h"

#include <fmt/core.h>

#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace entente {
namespace {

using Json = nlohmann::json;

std::unexpected<Error> bad(std::string message) {
  return fail(ErrorCode::kBadFormat, "analysis: " + std::move(message));
}

bool is_index(const Json& value, std::size_t limit) {
  return value.is_number_unsigned() && value.get<std::uint64_t>() < limit;
}

// Every column must be an array of `size` values of one kind.
Status check_column(const Json& object, const char* key, std::size_t size, bool text_column) {
  const auto column = object.find(key);
  if (column == object.end() || !column->is_array()) return bad(fmt::format("no array '{}'", key));
  if (column->size() != size) {
    return bad(fmt::format("'{}' has {} values, 'start' has {}", key, column->size(), size));
  }
  for (const Json& value : *column) {
    if (text_column ? !value.is_string() : !(value.is_number_unsigned() || value.is_boolean())) {
      return bad(fmt::format("a value of '{}' has the wrong type", key));
    }
  }
  return {};
}

Status read_tokens(const Json& object, const CodePointMap& map, Analysis& analysis) {
  const auto start = object.find("start");
  if (start == object.end() || !start->is_array()) return bad("no array 'start'");
  const std::size_t n = start->size();
  for (const char* key : {"start", "end", "head"}) ENTENTE_TRY(check_column(object, key, n, false));
  for (const char* key : {"tag", "pos", "morph", "lemma", "dep"})
    ENTENTE_TRY(check_column(object, key, n, true));
  ENTENTE_TRY(check_column(object, "space", n, false));
  analysis.tokens.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    Token& token = analysis.tokens[i];
    if (!is_index(object["start"][i], map.size() + 1) ||
        !is_index(object["end"][i], map.size() + 1)) {
      return bad(fmt::format("token {} lies outside the text", i));
    }
    if (!is_index(object["head"][i], n))
      return bad(fmt::format("the head of token {} does not exist", i));
    token.begin = static_cast<std::uint32_t>(map.byte(object["start"][i].get<std::uint32_t>()));
    token.end = static_cast<std::uint32_t>(map.byte(object["end"][i].get<std::uint32_t>()));
    if (token.end < token.begin) return bad(fmt::format("token {} ends before it starts", i));
    token.head = object["head"][i].get<std::uint32_t>();
    token.tag = parse_tag(object["tag"][i].get_ref<const std::string&>());
    token.pos = parse_pos(object["pos"][i].get_ref<const std::string&>());
    token.dep = parse_dep(object["dep"][i].get_ref<const std::string&>());
    const Json& space = object["space"][i];
    token.space_after = space.is_boolean() ? space.get<bool>() : space.get<int>() != 0;
    token.lemma = analysis.keep(object["lemma"][i].get_ref<const std::string&>());
    token.morph = analysis.keep(object["morph"][i].get_ref<const std::string&>());
  }
  return {};
}

// `sent_start` lists the first token of every sentence.
Status read_sentences(const Json& object, Analysis& analysis) {
  const std::size_t n = analysis.tokens.size();
  const auto column = object.find("sent_start");
  if (column == object.end() || !column->is_array()) return bad("no array 'sent_start'");
  for (const Json& value : *column) {
    if (!is_index(value, n)) return bad("a value of 'sent_start' is no token");
    analysis.tokens[value.get<std::size_t>()].sentence_start = true;
  }
  if (n > 0) analysis.tokens[0].sentence_start = true;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (analysis.tokens[i].sentence_start) analysis.sentences.push_back({i, i});
    analysis.sentences.back().last = i + 1;
  }
  return {};
}

Result<TokenRange> read_range(const Json& value, std::size_t n) {
  if (!value.is_array() || value.size() < 2 || !is_index(value[0], n) ||
      !is_index(value[1], n + 1) ||
      value[0].get<std::uint32_t>() >= value[1].get<std::uint32_t>()) {
    return bad("a range is not [first, last) over the tokens");
  }
  return TokenRange{value[0].get<std::uint32_t>(), value[1].get<std::uint32_t>()};
}

Status read_ranges(const Json& object, Analysis& analysis) {
  const std::size_t n = analysis.tokens.size();
  for (const char* key : {"ent", "np"}) {
    const auto column = object.find(key);
    if (column == object.end() || !column->is_array())
      return bad(fmt::format("no array '{}'", key));
    for (const Json& value : *column) {
      const auto range = read_range(value, n);
      if (!range) return std::unexpected(range.error());
      if (key[0] == 'n') {
        analysis.noun_chunks.push_back(*range);
        continue;
      }
      if (value.size() != 3 || !value[2].is_string())
        return bad("an entity is not [first, last, label]");
      const EntityType type = parse_entity_type(value[2].get_ref<const std::string&>());
      analysis.entities.push_back({*range, type});
      for (std::uint32_t i = range->first; i < range->last; ++i)
        analysis.tokens[i].entity_type = type;
    }
  }
  return {};
}

}  // namespace

Result<Analysis> parse_analysis(std::string_view json, std::string_view text, Section section) {
  const Json object = Json::parse(json, nullptr, false);
  if (object.is_discarded() || !object.is_object()) return bad("not a JSON object");
  Analysis analysis(text, section);
  const CodePointMap map(text);
  ENTENTE_TRY(read_tokens(object, map, analysis));
  ENTENTE_TRY(read_sentences(object, analysis));
  ENTENTE_TRY(read_ranges(object, analysis));
  return analysis;
}

}  // namespace entente
