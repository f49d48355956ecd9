// Climbs from the expression through its heads and stops at the first word that
// says something: a verb by its tag and auxiliaries, or a word of planning.
//
// Example: in "the talks set for Friday", Friday hangs on "for", that on "set",
// a participle of planning: future.  The present tense of headlines ("Xi visits
// Moscow on Monday") is left open; wrong where the text itself is told in the
// present.  Cost: bounded steps.
#include "date/tense.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente {
namespace {

constexpr int kMaxSteps = 8;
constexpr std::uint32_t kAuxiliaryReach = 12;  // tokens before the verb

constexpr std::array<std::string_view, 33> kPlanning = {
    "plan",   "schedule", "expect",  "due",      "set",        "slate",   "intend",
    "hope",   "agree",    "promise", "vow",      "pledge",     "prepare", "want",
    "seek",   "aim",      "propose", "invite",   "urge",       "ask",     "order",
    "demand", "threaten", "call",    "upcoming", "decide",     "need",    "postpone",
    "delay",  "look",     "poise",   "bind",     "forthcoming"};
bool is_planning(std::string_view lemma) {
  return std::find(kPlanning.begin(), kPlanning.end(), lemma) != kPlanning.end();
}

bool is_speech(std::string_view lemma) {
  return lemma == "say" || lemma == "tell" || lemma == "report" || lemma == "be" || lemma == "have";
}

struct Auxiliaries {
  bool future = false;   // will, shall, would, may ...
  bool past = false;     // was, had, did
  bool perfect = false;  // have, has
  bool present = false;  // is, are
  bool to = false;
};

Auxiliaries auxiliaries_of(const Analysis& a, std::uint32_t verb) {
  Auxiliaries out;
  const std::uint32_t first = verb > kAuxiliaryReach ? verb - kAuxiliaryReach : 0;
  for (std::uint32_t i = first; i < verb; ++i) {
    const Token& t = a.tokens[i];
    if (t.head != verb) continue;
    if (t.tag == Tag::kTO) out.to = true;
    if (t.dep != Dep::kAux && t.dep != Dep::kAuxpass) continue;
    if (t.tag == Tag::kMD) out.future = true;
    if (t.tag == Tag::kVBD) out.past = true;
    if (t.tag == Tag::kVBZ || t.tag == Tag::kVBP) {
      (t.lemma == "have" ? out.perfect : out.present) = true;
    }
  }
  return out;
}

// What one verb says; kOpen: ask its head.
Outlook outlook_of_verb(const Analysis& a, std::uint32_t i) {
  const Token& t = a.tokens[i];
  const Auxiliaries aux = auxiliaries_of(a, i);
  if (aux.future) return Outlook::kFuture;
  switch (t.tag) {
    case Tag::kVBD:
      return Outlook::kPast;
    case Tag::kVBN:
      if (is_planning(t.lemma)) return Outlook::kFuture;
      return Outlook::kPast;
    case Tag::kVB:
      return aux.past ? Outlook::kPast : aux.to ? Outlook::kFuture : Outlook::kOpen;
    case Tag::kVBZ:
    case Tag::kVBP:
      // News tells the past in the past: "the minister leaves on Tuesday" is to
      // come.  Titles tell it in the present.
      if (is_planning(t.lemma)) return Outlook::kFuture;
      return a.section == Section::kText && !is_speech(t.lemma) ? Outlook::kFuture : Outlook::kOpen;
    case Tag::kVBG:
      if (aux.past || aux.perfect) return Outlook::kPast;
      return aux.present ? Outlook::kFuture : Outlook::kOpen;
    default:
      return Outlook::kOpen;
  }
}

bool is_verb(const Token& t) {
  return t.tag == Tag::kVB || t.tag == Tag::kVBD || t.tag == Tag::kVBG || t.tag == Tag::kVBN ||
         t.tag == Tag::kVBP || t.tag == Tag::kVBZ;
}

// The token of the expression whose head lies outside.
std::uint32_t top_of(const Analysis& a, TokenRange r) {
  for (std::uint32_t i = r.first; i < r.last; ++i) {
    const std::uint32_t head = a.tokens[i].head;
    if (head < r.first || head >= r.last) return i;
  }
  return r.last - 1;
}

}  // namespace

Outlook find_outlook(const Analysis& analysis, TokenRange expression) {
  std::uint32_t i = top_of(analysis, expression);
  for (int step = 0; step < kMaxSteps; ++step) {
    const std::uint32_t head = analysis.tokens[i].head;
    if (head == i || head >= analysis.tokens.size()) return Outlook::kOpen;
    i = head;
    const Token& t = analysis.tokens[i];
    if (is_verb(t)) {
      const Outlook outlook = outlook_of_verb(analysis, i);
      if (outlook != Outlook::kOpen) return outlook;
    } else if (is_planning(t.lemma) && t.tag == Tag::kJJ) {
      return Outlook::kFuture;
    }
  }
  return Outlook::kOpen;
}

}  // namespace entente
