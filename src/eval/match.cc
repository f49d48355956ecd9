#include "eval/match.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/utf8.h"

namespace entente {
namespace {

using Names = std::set<std::string>;

std::string upper(std::string_view s) {
  std::string out(s);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
  }
  return out;
}

Names names_of(const Entity& entity) {
  Names names;
  if (!entity.id.empty()) names.insert(upper(entity.id));
  if (!entity.code.empty()) names.insert(entity.code);
  if (names.empty()) names.insert("UNK");
  return names;
}

bool is_unknown(const Names& names) { return names == Names{"UNK"}; }

bool is_punctuation(char32_t c) {
  if (c < 0x80) {
    const bool digit = c >= U'0' && c <= U'9';
    const bool letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    return !digit && !letter && c != U'_';
  }
  return (c >= 0x2000 && c <= 0x206F) ||
         (c >= 0xA0 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA);
}

std::set<std::string> words_of(std::string_view text) {
  constexpr std::array<std::string_view, 6> kLeftOut = {"the", "a", "an", "of", "in", "s"};
  std::set<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty() && std::ranges::find(kLeftOut, word) == kLeftOut.end()) words.insert(word);
    word.clear();
  };
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = decode_utf8(text, pos);
    if (is_punctuation(c)) {
      end_word();
    } else {
      append_utf8(word, c >= U'A' && c <= U'Z' ? c + 32 : c);
    }
  }
  end_word();
  return words;
}

}  // namespace

bool equals_entities(const Ids& gold, const std::vector<Entity>& coded, bool unknown_counts) {
  std::vector<Names> got;
  for (const Entity& entity : coded) {
    Names names = names_of(entity);
    if (unknown_counts || !is_unknown(names)) got.push_back(std::move(names));
  }
  const bool all_met = std::ranges::all_of(gold, [&](const std::string& id) {
    return std::ranges::any_of(got, [&](const Names& names) { return names.contains(id); });
  });
  return all_met && std::ranges::all_of(got, [&](const Names& names) {
           return std::ranges::any_of(gold, [&](const auto& id) { return names.contains(id); });
         });
}

bool covers_entities(const Ids& gold, const std::vector<Entity>& coded) {
  Names all;
  for (const Entity& entity : coded) all.merge(names_of(entity));
  return std::ranges::all_of(gold, [&](const std::string& id) { return all.contains(id); });
}

bool is_same_status(std::string_view gold, EventStatus coded) {
  if (gold == to_string(coded)) return true;
  const auto wanted = parse_event_status(gold);
  return wanted && has_happened(*wanted) && has_happened(coded);
}

bool stands_in(const EventRecord& record, const std::vector<QuotePlace>& places) {
  const auto inside = [&](const EventMention& mention) {
    const Span& t = mention.trigger;
    return std::ranges::any_of(places, [&](const QuotePlace& p) {
      return p.in_title == (t.section == Section::kTitle) && t.begin + 1 >= p.begin &&
             t.end <= p.end + 1;
    });
  };
  return inside(record.event.evidence) || std::ranges::any_of(record.event.mentions, inside);
}

double name_overlap(std::string_view name, const std::vector<Entity>& entities) {
  const std::set<std::string> wanted = words_of(name);
  double best = 0;
  for (const Entity& entity : entities) {
    const std::set<std::string> words = words_of(entity.text);
    const auto shared = static_cast<std::size_t>(
        std::ranges::count_if(words, [&](const auto& word) { return wanted.contains(word); }));
    if (shared == 0) continue;
    best = std::max(best, static_cast<double>(shared) /
                              static_cast<double>(wanted.size() + words.size() - shared));
  }
  return best;
}

}  // namespace entente
