#include <algorithm>
#include <array>

#include "story/act_node.h"
#include "story/ascii.h"

namespace entente {
namespace {

constexpr std::size_t kStem = 6;
constexpr std::size_t kMaxSentenceWords = 96;  // of a sentence

// Sorted.  Words of one and two letters are left out by their length.
constexpr auto kFrequent = std::to_array<std::string_view>(
    {"about", "according", "after", "again",  "against", "all",     "also",  "and",  "any",
     "are",   "because",   "been",  "before", "being",   "between", "both",  "but",  "can",
     "could", "day",       "did",   "does",   "during",  "each",    "for",   "from", "had",
     "has",   "have",      "her",   "here",   "him",     "his",     "how",   "into", "its",
     "last",  "like",      "made",  "make",   "many",    "may",     "more",  "most", "new",
     "not",   "now",       "off",   "one",    "only",    "other",   "our",   "out",  "over",
     "said",  "says",      "she",   "should", "since",   "some",    "such",  "than", "that",
     "the",   "their",     "them",  "then",   "there",   "these",   "they",  "this", "those",
     "today", "told",      "two",   "under",  "was",     "were",    "which", "who",  "will",
     "with"});
constexpr auto kMonths = std::to_array<std::string_view>(
    {"apr",  "april", "aug", "august", "dec", "december", "feb", "february", "jan",  "january",
     "july", "june",  "mar", "march",  "nov", "november", "oct", "october",  "sept", "september"});
constexpr auto kDays = std::to_array<std::string_view>(
    {"friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"});

struct Word {
  std::string text;  // in lower case
  bool capital = false;
  bool opens = false;  // the first of a sentence
};

bool is_in(const auto& list, const Word& word) {
  return std::ranges::binary_search(list, std::string_view(word.text));
}

std::vector<Word> split_words(std::string_view text) {
  std::vector<Word> words;
  bool opens = true;
  for (std::size_t i = 0; i < text.size() && words.size() < kMaxSentenceWords;) {
    if (!is_word_char(text[i])) {
      opens = opens || text[i] == '.' || text[i] == '!' || text[i] == '?' || text[i] == '"';
      ++i;
      continue;
    }
    Word word{"", is_upper(text[i]), opens};
    const auto inside = [&] {  // "4,500", "3.5"
      return (text[i] == ',' || text[i] == '.') && is_digit(text[i - 1]) && i + 1 < text.size() &&
             is_digit(text[i + 1]);
    };
    for (; i < text.size() && (is_word_char(text[i]) || inside()); ++i) {
      if (text[i] == ',') continue;
      word.text += lower(text[i]);
    }
    words.push_back(std::move(word));
    opens = false;
  }
  return words;
}

std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 0x811c9dc5U;  // FNV-1a
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return hash;
}

bool is_number(const std::string& word) {
  return std::ranges::all_of(word, [](char c) { return is_digit(c) || c == '.'; });
}

bool is_year(const std::string& word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
}

void sort_set(std::vector<std::uint32_t>& hashes) {
  std::ranges::sort(hashes);
  hashes.erase(std::ranges::unique(hashes).begin(), hashes.end());
}

}  // namespace

SentenceWords read_sentence(std::string_view sentence,
                            const std::vector<std::string_view>& parties) {
  std::vector<std::string> left_out;
  for (const std::string_view party : parties) {
    for (Word& word : split_words(party)) left_out.push_back(std::move(word.text));
  }
  SentenceWords out;
  const std::vector<Word> words = split_words(sentence);
  const auto is_month = [&](std::size_t i) { return i < words.size() && is_in(kMonths, words[i]); };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (std::ranges::find(left_out, word.text) != left_out.end()) continue;
    if (is_number(word.text)) {
      const bool of_date = is_year(word.text) || is_month(i + 1) || (i > 0 && is_month(i - 1));
      if (!of_date) out.numbers.push_back(hash_of(word.text));
      continue;
    }
    if (word.text.size() < 3 || is_in(kFrequent, word) || is_in(kDays, word)) continue;
    const std::uint32_t hash = hash_of(std::string_view(word.text).substr(0, kStem));
    const bool name = word.capital && !word.opens && !is_in(kMonths, word);
    (name ? out.names : out.stems).push_back(hash);
  }
  sort_set(out.stems);
  sort_set(out.names);
  sort_set(out.numbers);
  return out;
}

}  // namespace entente
