// Idea: each sentence counts the words that only sport or markets use (two
// points) or mostly use (one), and those of politics; with two points and no
// word of politics its acts are none.  A section full of such words lends its
// judgement to sentences without any sign.
//
// Example: "Kenya bombarded the Irish goal before half-time": goal and
// half-time are sport, nothing is politics.
// It gets wrong: politics told in the words of sport ("scored an own goal").
// Cost: linear in the words.
#include "event/screen.h"

#include <algorithm>
#include <string>

namespace entente {
namespace {

constexpr int kEnough = 2;
constexpr std::uint32_t kFictionReach = 4;  // words: "In the new film, …"

bool is_content(Pos pos) {
  return pos == Pos::kNoun || pos == Pos::kPropn || pos == Pos::kVerb || pos == Pos::kAdj ||
         pos == Pos::kNum;
}

bool is_digits(std::string_view word) {
  return !word.empty() && word.size() <= 3 &&
         std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Screen::Screen(const SectionView& view) : view_(view) {
  const auto& sentences = view_.analysis().sentences;
  sentences_.resize(sentences.size());
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    read_sentence(s);
    whole_.sport += sentences_[s].sport;
    whole_.market += sentences_[s].market;
    whole_.politics += sentences_[s].politics;
  }
}

void Screen::read_sentence(std::uint32_t sentence) {
  const TokenRange range = view_.analysis().sentences[sentence];
  Signs& signs = sentences_[sentence];
  const Lexicon& lexicon = view_.lexicon();
  const auto count = [&](std::string_view word) {
    if (lexicon.is_a(word, "sport_sign")) signs.sport += kEnough;
    if (lexicon.is_a(word, "sport_hint")) ++signs.sport;
    if (lexicon.is_a(word, "market_sign")) signs.market += kEnough;
    if (lexicon.is_a(word, "market_hint")) ++signs.market;
    if (lexicon.is_a(word, "culture_sign")) signs.culture += kEnough;
    if (lexicon.is_a(word, "politics_sign")) ++signs.politics;
  };
  std::string pair;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (!is_content(view_.token(i).pos)) continue;
    count(view_.lemma(i));
    if (i + 1 < range.last && is_content(view_.token(i + 1).pos)) {
      pair.assign(view_.lemma(i)).append(" ").append(view_.lemma(i + 1));
      count(pair);
    }
    if (!view_.hyphenated(i).empty()) count(view_.hyphenated(i));
    if (is_score(i)) signs.sport += kEnough;
  }
  signs.fiction = tells_fiction(range);
}

// "3-1", "112-98".
bool Screen::is_score(std::uint32_t token) const {
  const std::string_view word = view_.lower(token);
  const std::size_t dash = word.find('-');
  return dash != word.npos && is_digits(word.substr(0, dash)) && is_digits(word.substr(dash + 1));
}

// "a series of raids" is no work.
bool Screen::is_counted(std::uint32_t token) const {
  return std::ranges::any_of(view_.children(token),
                             [&](std::uint32_t c) { return view_.lower(c) == "of"; });
}

// "The film tells how …", "In the game, players invade …", "The play, in which
// … , …"; not "Iran banned the film".
bool Screen::tells_fiction(TokenRange sentence) const {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = view_.token(i);
    if (!view_.lexicon().is_a(view_.lemma(i), "fiction_sign") || is_counted(i)) continue;
    if (token.dep == Dep::kNsubj && view_.is_root(token.head)) return true;
    if (token.dep == Dep::kPobj && i <= sentence.first + kFictionReach) return true;
  }
  return false;
}

// "A typhoon battered Taiwan", "killed by a falling rock".
bool Screen::is_done_by_nature(const Proposition& p) const {
  return std::ranges::any_of(p.arguments, [&](const Argument& a) {
    const bool agent = a.role == Role::kSubject || (a.role == Role::kPrep && a.preposition == "by");
    return agent && view_.token(a.token).pos == Pos::kNoun &&
           view_.lexicon().is_a(view_.lemma(a.token), "nature_sign");
  });
}

// Markets and the arts have no governments among those who act.
bool Screen::is_public(const Event& event) {
  return std::ranges::any_of(event.actors, [](const Entity& actor) {
    const bool business = std::ranges::find(actor.sectors, "BUS") != actor.sectors.end();
    return !actor.id.empty() && !business && actor.code != "MNC";
  });
}

std::string_view Screen::objection(std::int32_t p, const Event& event) const {
  const Proposition& here = view_.propositions()[static_cast<std::size_t>(p)];
  const Signs& signs = sentences_[here.sentence];
  if (signs.fiction) return "told in a work of art";
  if (is_done_by_nature(here)) return "done by nature";
  if (signs.politics > 0) return {};
  const auto count = static_cast<int>(sentences_.size());
  const auto fills_all = [&](int points) {
    return count > 2 && points > kEnough * count && points > 2 * whole_.politics;
  };
  if (signs.sport >= kEnough || fills_all(whole_.sport)) return "sport";
  if (is_public(event)) return {};
  if (signs.market >= kEnough || fills_all(whole_.market)) return "business";
  if (signs.culture >= kEnough) return "the arts";
  return {};
}

}  // namespace entente
