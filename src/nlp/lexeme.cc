#include "nlp/lexeme.h"

#include <functional>

#include "base/utf8.h"
#include "model/string_hash.h"
#include "nlp/unicode.h"

namespace entente {
namespace {

constexpr std::size_t kLongShape = 100;  // code points from which the shape is "LONG"
constexpr int kShapeRun = 4;             // a run of one symbol is cut here
constexpr std::size_t kSuffixLength = 3;
constexpr char kKeySeparator = static_cast<char>(0xFF);  // in no UTF-8 text

char32_t shape_symbol(char32_t c) {
  if (is_alpha(c)) return is_upper(c) ? U'X' : U'x';
  return is_digit(c) ? U'd' : c;
}

std::string word_shape(std::string_view text) {
  std::string shape;
  std::size_t length = 0;
  int run = 0;
  char32_t last = 0;
  for (std::size_t pos = 0; pos < text.size(); ++length) {
    if (length + 1 >= kLongShape) return "LONG";
    const char32_t symbol = shape_symbol(decode_utf8(text, pos));
    run = length > 0 && symbol == last ? run + 1 : 0;
    last = symbol;
    if (run < kShapeRun) append_utf8(shape, symbol);
  }
  return shape;
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string_view first_code_point(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && continues(text[end])) ++end;
  return text.substr(0, end);
}

std::string_view last_code_points(std::string_view text, std::size_t count) {
  std::size_t begin = text.size();
  while (begin > 0 && count > 0) {
    --begin;
    if (!continues(text[begin])) --count;
  }
  return text.substr(begin);
}

bool all_space(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    if (!is_space(decode_utf8(text, pos))) return false;
  }
  return true;
}

}  // namespace

Result<StringIds> StringIds::load(const ModelFile& model) {
  const auto keys = model.u64("symbols.keys");
  const auto numbers = model.u32("symbols.numbers");
  if (!keys) return std::unexpected(keys.error());
  if (!numbers) return std::unexpected(numbers.error());
  if (keys->size() != numbers->size() || keys->size() > kSlots / 2) {
    return fail(ErrorCode::kBadFormat, "the table of symbols is not sound", {model.path(), 0, {}});
  }
  StringIds ids;
  for (std::size_t i = 0; i < keys->size(); ++i) {
    std::size_t slot = (*keys)[i] % kSlots;
    while (ids.slots_[slot].number != 0) slot = (slot + 1) % kSlots;
    ids.slots_[slot] = {(*keys)[i], (*numbers)[i]};
  }
  return ids;
}

std::uint64_t StringIds::id(std::string_view text) const {
  if (text.empty()) return 0;
  const std::uint64_t hash = string_hash(text);
  for (std::size_t i = hash % kSlots; slots_[i].number != 0; i = (i + 1) % kSlots) {
    if (slots_[i].hash == hash) return slots_[i].number;
  }
  return hash;
}

Result<std::unique_ptr<LexemeTable>> LexemeTable::load(const ModelFile& model,
                                                       std::size_t capacity) {
  std::unique_ptr<LexemeTable> table(new LexemeTable);
  auto ids = StringIds::load(model);
  if (!ids) return std::unexpected(std::move(ids).error());
  table->ids_ = *ids;
  auto lexeme_norm = HashedTable::open(model, "lexeme_norm");
  if (!lexeme_norm) return std::unexpected(std::move(lexeme_norm).error());
  table->lexeme_norm_ = *lexeme_norm;
  auto base_norms = HashedTable::open(model, "base_norms");
  if (!base_norms) return std::unexpected(std::move(base_norms).error());
  table->base_norms_ = *base_norms;
  table->capacity_per_shard_ = capacity / kShards;
  return table;
}

std::uint64_t LexemeTable::find_norm(const Lexeme& lexeme) const {
  if (const auto norm = lexeme_norm_.find_one(lexeme.orth)) return ids_.id(*norm);
  if (const auto norm = base_norms_.find_one(string_hash(lexeme.text))) return ids_.id(*norm);
  return ids_.id(lexeme.lower);
}

void LexemeTable::fill(Lexeme& lexeme, std::string_view text, std::string_view norm) const {
  lexeme.text = text;
  lexeme.lower = to_lower(text);
  lexeme.orth = ids_.id(text);
  lexeme.norm = norm.empty() ? find_norm(lexeme) : ids_.id(norm);
  lexeme.prefix = ids_.id(first_code_point(text));
  lexeme.suffix = ids_.id(last_code_points(text, kSuffixLength));
  lexeme.shape = ids_.id(word_shape(text));
  lexeme.is_space = all_space(text);
}

const Lexeme* LexemeTable::get(std::string_view text, std::string_view norm, Overflow& overflow) {
  if (text.size() + norm.size() > kMaxKeptBytes) {
    fill(overflow.emplace_back(), text, norm);
    return &overflow.back();
  }
  std::string key(text);
  if (!norm.empty()) key.append(1, kKeySeparator).append(norm);
  Shard& shard = shards_[std::hash<std::string>{}(key) % kShards];
  bool full = false;
  {
    const std::shared_lock lock(shard.mutex);
    const auto found = shard.lexemes.find(key);
    if (found != shard.lexemes.end()) return &found->second;
    full = shard.lexemes.size() >= capacity_per_shard_;
  }
  if (full) {
    fill(overflow.emplace_back(), text, norm);
    return &overflow.back();
  }
  const std::unique_lock lock(shard.mutex);
  const auto [entry, is_new] = shard.lexemes.try_emplace(std::move(key));
  if (is_new) {
    fill(entry->second, text, norm);
    entry->second.in_table = true;
    size_.fetch_add(1, std::memory_order_relaxed);
  }
  return &entry->second;
}

}  // namespace entente
