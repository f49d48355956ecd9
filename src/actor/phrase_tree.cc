// Phrases bottom-up: tokens are visited children first, each passes its span
// to its head when the link keeps them in one phrase.  "The head of Iran's
// agency, who resigned" gives [The … agency] to "head": "of" and what hangs
// on it are taken, the relative clause is not.
//
// Wrong when the parser hangs a preposition of the verb on the noun: "met the
// minister for an hour" takes "for an hour" along.
// Cost: O(tokens).
#include "actor/phrase_tree.h"

#include <algorithm>
#include <array>

#include "actor/noun_classes.h"

namespace entente {
namespace {

// A phrase of more tokens is no phrase; keeps the text of all mentions linear.
constexpr std::uint32_t kMaxPhrase = 80;

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_upper_ascii(char c) { return c >= 'A' && c <= 'Z'; }

// Children that never belong to the phrase of their head.
bool cuts_phrase(Dep dep) {
  switch (dep) {
    case Dep::kRelcl:
    case Dep::kAcl:
    case Dep::kAdvcl:
    case Dep::kCcomp:
    case Dep::kXcomp:
    case Dep::kCsubj:
    case Dep::kParataxis:
    case Dep::kPunct:
    case Dep::kCase:
      return true;
    default:
      return false;
  }
}

bool modifies_noun(Dep dep) {
  switch (dep) {
    case Dep::kDet:
    case Dep::kPredet:
    case Dep::kAmod:
    case Dep::kCompound:
    case Dep::kPoss:
    case Dep::kNummod:
    case Dep::kNmod:
    case Dep::kQuantmod:
    case Dep::kNeg:
      return true;
    default:
      return false;
  }
}

// A name keeps only "of" and "for" ("Minister for Trade"); a common noun also
// these, as long as they stand behind it.
bool keeps_preposition(bool common_noun, std::string_view word) {
  if (word == "of" || word == "for") return true;
  constexpr std::array<std::string_view, 7> kWords = {"in",   "from",    "at",    "to",
                                                      "with", "against", "within"};
  return common_noun && std::ranges::find(kWords, word) != kWords.end();
}

std::string singular(std::string word) {
  auto ends = [&](std::string_view s) { return word.ends_with(s); };
  if (word.size() < 4 || !ends("s") || ends("ss") || ends("us") || ends("is")) return word;
  if (ends("ies")) return word.substr(0, word.size() - 3) + "y";
  if (ends("ches") || ends("shes") || ends("sses")) return word.substr(0, word.size() - 2);
  word.pop_back();
  return word;
}

}  // namespace

unsigned parse_small_number(std::string_view w) {
  constexpr std::array<std::string_view, 13> kWords = {"zero", "one",    "two",   "three", "four",
                                                       "five", "six",    "seven", "eight", "nine",
                                                       "ten",  "eleven", "twelve"};
  for (unsigned n = 1; n < kWords.size(); ++n)
    if (kWords[n] == w) return n;
  if (w.empty() || w.size() > 2) return 0;
  unsigned value = 0;
  for (char c : w) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

PhraseTree::PhraseTree(const Analysis& analysis) : analysis_(&analysis) {
  const auto n = size();
  sentence_.assign(n, 0);
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s)
    for (auto i = analysis.sentences[s].first; i < analysis.sentences[s].last && i < n; ++i)
      sentence_[i] = s;
  std::size_t bytes = 0;
  for (std::uint32_t i = 0; i < n; ++i)
    bytes += analysis.token_text(i).size() +
             std::max(analysis.token_text(i).size(), analysis.tokens[i].lemma.size());
  storage_.reserve(bytes + 1);
  auto keep = [&](std::string_view s) {
    const auto at = storage_.size();
    storage_ += s;
    return std::string_view(storage_).substr(at);
  };
  for (std::uint32_t i = 0; i < n; ++i) {
    std::string word(analysis.token_text(i));
    std::ranges::transform(word, word.begin(), lower_ascii);
    lower_.push_back(keep(word));
    const Token& token = analysis.tokens[i];
    const bool name = token.pos == Pos::kPropn || token.tag == Tag::kNNP;
    std::string noun(name || token.lemma.empty() ? word : std::string(token.lemma));
    std::ranges::transform(noun, noun.begin(), lower_ascii);
    if (token.tag == Tag::kNNPS || (name && word.size() > 3)) noun = singular(noun);
    noun_.push_back(keep(noun));
  }
  find_breaks();
  link_children();
  measure_phrases();
}

void PhraseTree::find_breaks() {
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < size(); ++i) {
    const auto text = analysis_->token_text(i);
    if (token(i).pos == Pos::kSpace && std::ranges::count(text, '\n') > 1) ++count;
    breaks_.push_back(count);
  }
}

void PhraseTree::link_children() {
  const auto n = size();
  first_child_.assign(n + 1, 0);
  for (std::uint32_t i = 0; i < n; ++i)
    if (head(i) != i && head(i) < n && joined(i, head(i))) ++first_child_[head(i) + 1];
  for (std::uint32_t i = 0; i < n; ++i) first_child_[i + 1] += first_child_[i];
  child_.resize(first_child_[n]);
  auto next = first_child_;
  for (std::uint32_t i = 0; i < n; ++i)
    if (head(i) != i && head(i) < n && joined(i, head(i))) child_[next[head(i)]++] = i;
}

void PhraseTree::measure_phrases() {
  const auto n = size();
  std::vector<std::uint32_t> order;  // heads before children
  order.reserve(n);
  for (std::uint32_t i = 0; i < n; ++i)
    if (is_root(i) || head(i) >= n || !joined(i, head(i))) order.push_back(i);
  for (std::size_t at = 0; at < order.size(); ++at)
    for (auto c : children(order[at])) order.push_back(c);

  phrase_.resize(n);
  for (std::uint32_t i = 0; i < n; ++i) phrase_[i] = {i, i + 1};
  std::vector<TokenRange> whole = phrase_;  // with conjuncts
  auto widen = [](TokenRange& range, TokenRange by) {
    if (std::max(range.last, by.last) - std::min(range.first, by.first) > kMaxPhrase) return;
    range.first = std::min(range.first, by.first);
    range.last = std::max(range.last, by.last);
  };
  for (std::size_t at = order.size(); at-- > 0;) {
    const auto i = order[at];
    const bool common = token(i).pos == Pos::kNoun;
    for (auto c : children(i)) {
      const Dep label = dep(c);
      if (cuts_phrase(label)) continue;
      if (label == Dep::kAppos && !(c > i && whole[c].first == phrase_[i].last)) continue;
      if (label == Dep::kPrep && is_nominal(i) && !(c > i && keeps_preposition(common, lower(c))))
        continue;
      widen(whole[i], whole[c]);
      if (modifies_noun(label) || label == Dep::kPrep || label == Dep::kAppos)
        widen(phrase_[i], whole[c]);
    }
  }
}

std::span<const std::uint32_t> PhraseTree::children(std::uint32_t i) const {
  return std::span(child_).subspan(first_child_[i], first_child_[i + 1] - first_child_[i]);
}

std::optional<std::uint32_t> PhraseTree::child(std::uint32_t i, Dep label) const {
  for (auto c : children(i))
    if (dep(c) == label) return c;
  return std::nullopt;
}

std::optional<std::uint32_t> PhraseTree::prep_object(std::uint32_t i, std::string_view word) const {
  for (auto c : children(i))
    if (dep(c) == Dep::kPrep && lower(c) == word)
      if (auto object = child(c, Dep::kPobj)) return object;
  return std::nullopt;
}

std::string PhraseTree::phrase_text(std::uint32_t i) const {
  return std::string(analysis_->span_text(analysis_->span(phrase_[i])));
}

bool PhraseTree::is_nominal(std::uint32_t i) const {
  const Pos pos = token(i).pos;
  return pos == Pos::kNoun || pos == Pos::kPropn || pos == Pos::kPron || is_owned_plural(i);
}

// "Estonia's Baltic neighbours": the model takes the plural for a verb, but a
// possessor stands before it.
bool PhraseTree::is_owned_plural(std::uint32_t i) const {
  if (token(i).tag != Tag::kVBZ || !is_class(noun(i), kPartyNoun)) return false;
  auto before = i;
  while (before > 0 && i - before < 4 &&
         (token(before - 1).pos == Pos::kAdj || token(before - 1).pos == Pos::kPropn))
    --before;
  return before > 0 && token(before - 1).tag == Tag::kPOS;
}

bool PhraseTree::is_proper(std::uint32_t i) const {
  const Token& t = token(i);
  if (t.pos == Pos::kPropn) return true;
  return t.pos == Pos::kNoun && is_capitalised(i) &&
         (t.entity_type == EntityType::kPerson || t.entity_type == EntityType::kOrg ||
          t.entity_type == EntityType::kGpe);
}

bool PhraseTree::is_plural(std::uint32_t i) const {
  const Token& t = token(i);
  if (t.tag == Tag::kNNS || t.tag == Tag::kNNPS || is_owned_plural(i)) return true;
  return t.morph.find("Number=Plur") != std::string_view::npos;
}

bool PhraseTree::is_definite(std::uint32_t i) const {
  for (auto c : children(i)) {
    if (dep(c) == Dep::kPoss) return true;
    if (dep(c) != Dep::kDet && dep(c) != Dep::kPredet) continue;
    const auto w = lower(c);
    if (w == "the" || w == "this" || w == "that" || w == "these" || w == "those" || w == "both")
      return true;
  }
  return false;
}

bool PhraseTree::is_indefinite(std::uint32_t i) const {
  for (auto c : children(i)) {
    const auto w = lower(c);
    if (dep(c) == Dep::kDet && (w == "a" || w == "an" || w == "some" || w == "any" || w == "no" ||
                                w == "another" || w == "every" || w == "each"))
      return true;
  }
  return false;
}

unsigned PhraseTree::count(std::uint32_t i) const {
  for (auto c : children(i)) {
    const auto w = lower(c);
    if (dep(c) == Dep::kNummod || dep(c) == Dep::kAmod)
      if (unsigned n = parse_small_number(w)) return n;
    if (w == "both" && c < i) return 2;
  }
  return 0;
}

bool PhraseTree::is_capitalised(std::uint32_t i) const {
  const auto text = analysis_->token_text(i);
  return !text.empty() && (is_upper_ascii(text[0]) || static_cast<unsigned char>(text[0]) >= 0x80);
}

}  // namespace entente
