// Three signs: a result ("7-1", "by 239 runs"), a verb of results ("beat",
// "draw"), a word of the field ("striker", "semi-final").  Two of them make a
// sentence one of sports, or two words of the field.  "Rebels beat the army back
// 30-40 km" has one sign only, the verb; the numbers are too large for a result.
//
// Wrong for a game told without result and field: "England lost to Wales".
// Cost: O(tokens).
#include "actor/sport.h"

#include <algorithm>
#include <array>

#include "actor/noun_classes.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 16> kResultVerbs = {
    "beat", "defeat",  "draw", "win",     "lose", "thrash", "trounce", "rout",
    "edge", "outplay", "tie",  "qualify", "hold", "score",  "crush",   "overcome"};
constexpr std::array<std::string_view, 8> kMargins = {"runs", "wickets", "points",  "goals",
                                                      "sets", "lengths", "strokes", "tries"};

bool is_small(std::string_view digits) {
  return !digits.empty() && digits.size() <= 2 &&
         std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_number(const PhraseTree& tree, std::uint32_t i) { return tree.token(i).tag == Tag::kCD; }

// "7-1" as one token or as three; "by 239 runs".
bool is_result(const PhraseTree& tree, std::uint32_t i, std::uint32_t end) {
  const auto word = tree.lower(i);
  const auto dash = word.find('-');
  if (dash != std::string_view::npos && is_small(word.substr(0, dash)) &&
      is_small(word.substr(dash + 1)))
    return true;
  const auto dash_token = [&](std::uint32_t k) {
    return tree.lower(k) == "-" || tree.lower(k) == "\u2013";
  };
  if (i + 2 < end && is_small(word) && dash_token(i + 1) && is_small(tree.lower(i + 2)) &&
      !tree.token(i).space_after)
    return true;
  return i + 1 < end && is_number(tree, i) &&
         std::ranges::find(kMargins, tree.lower(i + 1)) != kMargins.end();
}

}  // namespace

std::vector<bool> find_sport(const PhraseTree& tree) {
  const auto& sentences = tree.analysis().sentences;
  std::vector<bool> sport(sentences.size() + 1, false);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    bool result = false;
    bool verb = false;
    unsigned words = 0;
    for (auto i = sentences[s].first; i < sentences[s].last; ++i) {
      result = result || is_result(tree, i, sentences[s].last);
      verb = verb || std::ranges::find(kResultVerbs, tree.token(i).lemma) != kResultVerbs.end();
      words += is_class(tree.noun(i), kSportNoun) ? 1 : 0;
    }
    sport[s] = (result && verb) || (words > 0 && (result || verb)) || words > 1;
  }
  return sport;
}

}  // namespace entente
