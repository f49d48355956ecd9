// Idea: two texts are compared as sets of runs of four words, so that neither
// white space nor quotation marks nor capitals count.
//
// Example: "BEIJING, Feb 4 (Agency) - Troops crossed the river at dawn." has the
// shingles "troops crossed the river", "crossed the river at", "the river at dawn".
// It gets wrong: a dateline of more than 120 bytes stays in the text (and costs
// a few shingles only).
// Cost: linear.
#include "story/shingles.h"

#include <algorithm>
#include <array>

#include "story/ascii.h"

namespace entente {
namespace {

constexpr std::size_t kMaxDateline = 120;
constexpr std::size_t kMaxFooterLine = 160;

// Spreads the bits of `x` (the finaliser of splitmix64).
std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

// A right quotation mark as an apostrophe, a non-breaking hyphen or an en dash
// inside a word; 0: `text[i]` starts none of them.
std::size_t joiner_bytes(std::string_view text, std::size_t i) {
  if (text[i] == '\'' || text[i] == '-') return 1;
  for (const std::string_view mark : {"\u2019", "\u2011"}) {
    if (text.substr(i, mark.size()) == mark) return mark.size();
  }
  return 0;
}

// U+2000 … U+206F: dashes, quotation marks, dots, blanks.
bool is_general_punctuation(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[i + k]); };
  return i + 2 < text.size() && byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81);
}

// "(Corrects second paragraph)" on a line of its own.
std::string_view skip_note(std::string_view text) {
  if (text.empty() || text[0] != '(') return text;
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return text;
  const std::string_view line = trim(text.substr(0, end));
  return line.back() == ')' ? trim(text.substr(end)) : text;
}

// Bytes of a dash with blanks around it at or behind `from`, within a dateline.
std::pair<std::size_t, std::size_t> find_dash(std::string_view text) {
  for (const std::string_view dash : {" - ", " -- ", " \u2013 ", " \u2014 "}) {
    const std::size_t at = text.substr(0, kMaxDateline).find(dash);
    if (at != std::string_view::npos) return {at, at + dash.size()};
  }
  return {0, 0};
}

// "CAIRO, March 16 (Agency) - ": starts with a word in capitals.
std::string_view skip_dateline(std::string_view text) {
  std::size_t capitals = 0;
  while (capitals < text.size() && is_upper(text[capitals])) ++capitals;
  if (capitals < 3) return text;
  const auto [begin, end] = find_dash(text);
  if (end == 0 || text.substr(0, begin).find(". ") != std::string_view::npos) return text;
  return text.substr(end);
}

// "Source: …", "(Reporting by …", "© 2022 …", "-- AFP".
bool is_footer(std::string_view line) {
  constexpr std::array<std::string_view, 10> kStarts = {
      "source:",     "(source", "(reporting by",    "reporting by",   "copyright ", "(editing ",
      "editing by ", "©",       "with inputs from", "first published"};
  if (line.size() > kMaxFooterLine) return false;
  if (std::ranges::any_of(kStarts, [&](auto s) { return starts_with_lower(line, s); })) return true;
  return line.size() <= 24 && (line.starts_with("-") || line.starts_with("(") ||
                               line.starts_with("\u2014") || line.starts_with("\u2013"));
}

std::string_view drop_footers(std::string_view text) {
  for (;;) {
    const std::size_t start = text.rfind('\n');
    if (start == std::string_view::npos || !is_footer(trim(text.substr(start)))) return text;
    text = trim(text.substr(0, start));
  }
}

}  // namespace

std::vector<std::uint64_t> word_hashes(std::string_view text) {
  constexpr std::uint64_t kStart = 0xcbf29ce484222325ULL;  // FNV-1a
  std::vector<std::uint64_t> words;
  std::uint64_t hash = kStart;
  bool in_word = false;
  const auto end_word = [&] {
    if (in_word) words.push_back(hash);
    hash = kStart;
    in_word = false;
  };
  for (std::size_t i = 0; i < text.size() && words.size() < kMaxWords;) {
    if (const std::size_t joiner = joiner_bytes(text, i); joiner > 0) {
      const bool goes_on = i + joiner < text.size() && is_word_char(text[i + joiner]) &&
                           !is_general_punctuation(text, i + joiner);
      if (!goes_on) end_word();
      i += joiner;
    } else if (is_general_punctuation(text, i)) {
      end_word();
      i += 3;
    } else if (is_word_char(text[i])) {
      hash = (hash ^ static_cast<unsigned char>(lower(text[i]))) * 0x100000001b3ULL;
      in_word = true;
      ++i;
    } else {
      end_word();
      ++i;
    }
  }
  end_word();
  return words;
}

std::string_view report_body(std::string_view text) {
  return drop_footers(skip_dateline(skip_note(trim(text))));
}

std::vector<std::uint64_t> shingles_of(std::string_view text) {
  const std::vector<std::uint64_t> words = word_hashes(report_body(text));
  std::vector<std::uint64_t> out;
  if (words.empty()) return out;
  const std::size_t length = std::min(kShingleWords, words.size());
  out.reserve(words.size() - length + 1);
  for (std::size_t i = 0; i + length <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < length; ++k) {
      hash = hash * 0x9e3779b97f4a7c15ULL + words[i + k];
    }
    out.push_back(mix(hash));
  }
  return out;
}

}  // namespace entente
