// Pronouns by points.  Every mention of the last sentences that agrees in
// number, gender and kind gets points for nearness, for being a subject, for
// standing in the same role; the pronoun means the best one, and nobody when
// two different referents are level.  "Putin flew to Beijing. He met Xi.": Putin
// is a subject one sentence back, and Beijing is no person.
//
// Wrong where only sense decides: "The army fought the rebels until they fled".
// Cost: a bounded look-back a pronoun.
#include <algorithm>
#include <array>

#include "actor/noun_classes.h"
#include "actor/references.h"

namespace entente {
namespace {

constexpr std::uint32_t kSentencesBack = 4;
constexpr std::size_t kMentionsBack = 60;

struct PronounTraits {
  bool person = false;
  bool plural = false;
  bool thing = false;
  bool possessive = false;
  bool reflexive = false;
  Gender gender = Gender::kUnknown;
};

std::optional<PronounTraits> traits_of(std::string_view word) {
  PronounTraits t;
  t.reflexive = word.ends_with("self") || word.ends_with("selves");
  if (word == "he" || word == "him" || word == "his" || word == "himself") {
    t.person = true;
    t.gender = Gender::kMale;
    t.possessive = word == "his";
  } else if (word == "she" || word == "her" || word == "hers" || word == "herself") {
    t.person = true;
    t.gender = Gender::kFemale;
    t.possessive = word == "her";
  } else if (word == "it" || word == "its" || word == "itself") {
    t.thing = true;
    t.possessive = word == "its";
  } else if (word == "they" || word == "them" || word == "their" || word == "theirs" ||
             word == "themselves") {
    t.plural = true;
    t.possessive = word == "their";
  } else {
    return std::nullopt;
  }
  return t;
}

constexpr std::array<std::string_view, 34> kAnimateVerbs = {
    "say",     "tell",    "warn",      "want",     "agree",   "demand", "announce",
    "add",     "accuse",  "condemn",   "urge",     "plan",    "hope",   "believe",
    "decide",  "refuse",  "deny",      "seek",     "pledge",  "vow",    "intend",
    "insist",  "claim",   "threaten",  "reject",   "welcome", "oppose", "offer",
    "promise", "respond", "retaliate", "consider", "expect",  "call"};

// The verb whose participant the token is, itself if none is near.
std::uint32_t governing_verb(const PhraseTree& tree, std::uint32_t t) {
  auto at = t;
  for (int up = 0; up < 8; ++up) {
    at = tree.head(at);
    const Pos pos = tree.token(at).pos;
    if (pos == Pos::kVerb || pos == Pos::kAux || tree.is_root(at)) return at;
  }
  return at;
}

bool is_subject(const PhraseTree& tree, std::uint32_t t) {
  return tree.dep(t) == Dep::kNsubj || tree.dep(t) == Dep::kNsubjpass;
}

// Nothing is meant by "it is clear that", "it seems".
bool is_expletive(const PhraseTree& tree, std::uint32_t t) {
  if (tree.lower(t) != "it") return false;
  if (tree.dep(t) == Dep::kExpl) return true;
  if (!is_subject(tree, t)) return false;
  const auto verb = tree.head(t);
  const auto lemma = tree.token(verb).lemma;
  const auto has_clause = [&](std::uint32_t i) {
    return tree.child(i, Dep::kCcomp) || tree.child(i, Dep::kXcomp) || tree.child(i, Dep::kAdvcl) ||
           tree.child(i, Dep::kCsubj);
  };
  const auto complement = tree.child(verb, Dep::kAcomp);
  const bool clause = has_clause(verb) || (complement && has_clause(*complement));
  if (lemma == "seem" || lemma == "appear" || lemma == "rain" || lemma == "snow") return clause;
  if (tree.dep(t) == Dep::kNsubjpass && tree.child(verb, Dep::kCcomp)) return true;
  if (lemma != "be") return false;
  return (tree.child(verb, Dep::kAcomp) || tree.child(verb, Dep::kAttr)) && clause;
}

bool agrees(const PronounTraits& pronoun, const Description& what, bool animate) {
  switch (what.nature) {
    case Nature::kPerson:
      if (pronoun.thing || what.plural != pronoun.plural) return false;
      return pronoun.gender == Gender::kUnknown || what.gender == Gender::kUnknown ||
             pronoun.gender == what.gender;
    case Nature::kPeople:
      return pronoun.plural;
    case Nature::kState:
    case Nature::kPlace:
      return what.plural ? pronoun.plural : pronoun.thing;
    case Nature::kOrganisation:
    case Nature::kGroup:
    case Nature::kMedia:
      return pronoun.plural || (pronoun.thing && !what.plural);
    case Nature::kDocument:
      return pronoun.thing;
    case Nature::kThing:
      return !animate && (what.plural ? pronoun.plural : pronoun.thing);
    default:
      return false;
  }
}

// Whether `token` is one of the heads above `t` within one clause: "the people
// in THEIR fight", "the parties and THEIR supporters".
bool is_above(const PhraseTree& tree, std::uint32_t token, std::uint32_t t) {
  for (int up = 0; up < 6 && !tree.is_root(t); ++up) {
    t = tree.head(t);
    if (t == token) return true;
    if (tree.token(t).pos == Pos::kVerb) return false;
  }
  return false;
}

// The verb and those that it is coordinated with: "raised … and urged".
bool shares_clause(const PhraseTree& tree, std::uint32_t verb, std::uint32_t head) {
  for (int up = 0; up < 4; ++up) {
    if (verb == head) return true;
    if (tree.dep(verb) != Dep::kConj) return false;
    verb = tree.head(verb);
  }
  return false;
}

}  // namespace

// "A met B. They agreed …": both.
bool References::by_meeting(const Site& site, Description& d) const {
  std::optional<Seen> subject;
  std::optional<Seen> other;
  for (const Seen& seen : memory_.recent(
           [&](const Seen& s) { return s.sentence + 2 >= site.sentence; }, kMentionsBack)) {
    if (seen.section != site.view.section() || seen.sentence >= site.sentence) continue;
    const auto& what = memory_.referent(seen.referent).what;
    if (what.plural || !what.resolved() || what.kind != MentionKind::kActor) continue;
    if (!seen.meeting) continue;
    if (seen.subject)
      subject = seen;
    else
      other = seen;
    if (subject && other) break;
  }
  if (!subject || !other || subject->referent == other->referent) return false;
  Description second;
  refer(other->referent, "coreference", "both of a meeting", second);
  refer(subject->referent, "coreference", "both of a meeting", d);
  for (Entity& e : second.entities) d.entities.push_back(std::move(e));
  d.plural = true;
  d.coordination = true;
  return true;
}

bool References::resolve_pronoun(const Site& site, Description& d) const {
  const PhraseTree& tree = site.view.tree();
  const auto t = site.token;
  const auto pronoun = traits_of(tree.lower(t));
  if (!pronoun) return false;
  d.plural = pronoun->plural;
  d.gender = pronoun->gender;
  if (is_expletive(tree, t)) {
    d.kind = MentionKind::kThing;
    d.nature = Nature::kThing;
    d.why = "empty it";
    return true;
  }
  const auto verb = governing_verb(tree, t);
  const bool subject = is_subject(tree, t);
  const bool animate =
      subject && std::ranges::find(kAnimateVerbs, tree.token(verb).lemma) != kAnimateVerbs.end();
  const auto near = [&](const Seen& seen) {
    return seen.sentence + kSentencesBack >= site.sentence;
  };

  int best = -1000;
  std::optional<Seen> choice;
  bool open = false;
  for (const Seen& seen : memory_.recent(near, kMentionsBack)) {
    const Referent& referent = memory_.referent(seen.referent);
    const Description& what = referent.what;
    const bool here = seen.sentence == site.sentence;
    if (here && seen.token >= t) continue;
    if (!agrees(*pronoun, what, animate)) continue;
    const bool clause_mate = here && shares_clause(tree, verb, tree.head(seen.token));
    // "Xi told him": "him" is not Xi.
    if (clause_mate && seen.subject && !pronoun->possessive && !pronoun->reflexive) continue;
    if (pronoun->reflexive && !(here && seen.subject)) continue;
    int points = -12 * static_cast<int>(site.sentence - seen.sentence);
    if (seen.subject) points += 6;
    if (here && seen.subject && clause_mate && pronoun->possessive) points += 4;
    if (subject && seen.subject) points += 2;
    if (seen.modifier) points -= 6;
    if (here) {
      points += 4 - static_cast<int>(std::min<std::uint32_t>(t - seen.token, 40) / 10);
      if (pronoun->possessive && is_above(tree, seen.token, t)) points += 9;
    }
    if (what.gender != Gender::kUnknown && what.gender == pronoun->gender) points += 2;
    if (what.nature == Nature::kPlace) points -= 8;
    if (what.nature == Nature::kMedia) points -= 10;
    if (pronoun->plural) {
      if (seen.coordinated) points += 5;
      if (what.nature == Nature::kOrganisation) points -= 3;
    }
    if (points > best) {
      best = points;
      choice = seen;
      open = false;
    } else if (points == best && choice && choice->referent != seen.referent) {
      open = true;
    }
  }
  if (pronoun->plural && best < 0 && by_meeting(site, d)) return true;
  if (!choice || open) {
    d.why = open ? "pronoun with two readings" : "pronoun without antecedent";
    return false;
  }
  refer(choice->referent, "coreference", "pronoun", d);
  d.plural = pronoun->plural;
  return true;
}

}  // namespace entente
