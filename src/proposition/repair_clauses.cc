// Clauses that hang on the wrong word.
#include "proposition/repair_rules.h"

namespace entente {
namespace {

bool may_be_finite(const Parse& parse, std::uint32_t noun, std::uint32_t verb) {
  if (parse.has_child(verb, Dep::kAgent) || parse.has_child(verb, Dep::kAux)) return false;
  for (const std::uint32_t c : parse.children(noun)) {
    const Dep dep = parse.dep(c);
    if (is_verb(parse, c) && c != verb && dep != Dep::kAcl && dep != Dep::kRelcl &&
        dep != Dep::kAmod) {
      return false;
    }
  }
  if (parse.has_child(verb, Dep::kDobj) || parse.has_child(verb, Dep::kCcomp)) return true;
  return parse.is(verb, WordClass::kIntransitive) || parse.is(verb, WordClass::kReport);
}

bool adopt_subject(Parse& parse, std::uint32_t noun, std::uint32_t verb) {
  if (parse.has_child(verb, Dep::kNsubj) || parse.has_child(verb, Dep::kNsubjpass)) return false;
  const bool finite = parse.tag(verb) == Tag::kVBD || parse.tag(verb) == Tag::kVBZ ||
                      parse.tag(verb) == Tag::kVBP || parse.has_child(verb, Dep::kAux) ||
                      parse.has_child(verb, Dep::kAuxpass);
  if (!finite) return false;
  const bool passive = parse.has_child(verb, Dep::kAuxpass);
  parse.attach(noun, verb, passive ? Dep::kNsubjpass : Dep::kNsubj);
  return true;
}

}  // namespace

// "Russia called for talks." with "called" as a reduced relative of the root
// "Russia": the verb is the root and the noun its subject.
bool mend_finite_relative(Parse& parse, bool title, std::uint32_t verb) {
  if (parse.dep(verb) != Dep::kAcl || parse.is_root(verb)) return false;
  const Tag tag = parse.tag(verb);
  if (tag != Tag::kVBN && tag != Tag::kVBD) return false;
  const std::uint32_t noun = parse.head(verb);
  if (!parse.is_root(noun) || !is_nominal(parse, noun) || noun > verb) return false;
  // In a title the participle is the verb: "Iran accused of bombing ship".
  const bool active = may_be_finite(parse, noun, verb);
  if (!active && !title) return false;
  parse.retag(verb, active ? Tag::kVBD : Tag::kVBN, Pos::kVerb);
  parse.attach(verb, verb, Dep::kRoot);
  parse.attach(noun, verb, active ? Dep::kNsubj : Dep::kNsubjpass);
  for (const std::uint32_t c : parse.children(noun)) {
    if (c > verb) parse.attach(c, verb, parse.dep(c));
  }
  return true;
}

// "A will visit B, minister C told reporters." with "told" conjoined and without
// a subject: the name before it is its subject, and it reports the rest.
bool mend_tail_speech(Parse& parse, std::uint32_t verb) {
  if (parse.dep(verb) != Dep::kConj || parse.is_root(verb) || verb < 2) return false;
  if (!parse.is(verb, WordClass::kReport) || !is_verb(parse, verb)) return false;
  if (parse.tag(verb) != Tag::kVBD && parse.tag(verb) != Tag::kVBZ) return false;
  if (parse.has_child(verb, Dep::kNsubj) || parse.has_child(verb, Dep::kCcomp)) return false;
  const std::uint32_t main = parse.head(verb);
  const std::uint32_t name = verb - 1;
  if (main > name || !is_nominal(parse, name) || parse.head(name) == main) return false;
  const std::int32_t joined = parse.child(main, Dep::kCc);
  if (joined >= 0 && static_cast<std::uint32_t>(joined) + 2 >= verb) return false;
  parse.attach(name, verb, Dep::kNsubj);
  parse.attach(verb, main, Dep::kParataxis);
  return true;
}

// "Lima: The government will sign" with the clause hung on the name before the
// colon: the clause is the sentence.
bool mend_label(Parse& parse, std::uint32_t name) {
  if (!parse.is_root(name) || !is_nominal(parse, name) || name + 1 >= parse.size()) return false;
  if (parse.word(name + 1) != ":" || parse.segment(name) != parse.segment(name + 1)) return false;
  std::int32_t clause = -1;
  for (const std::uint32_t c : parse.children(name)) {
    const bool later = c > name + 1 && is_verb(parse, c) && parse.dep(c) != Dep::kAmod;
    if (later && clause < 0) clause = static_cast<std::int32_t>(c);
  }
  if (clause < 0) return false;
  const auto verb = static_cast<std::uint32_t>(clause);
  parse.attach(verb, verb, Dep::kRoot);
  parse.attach(name, name, Dep::kDep);
  for (const std::uint32_t c : parse.children(name)) {
    if (c > name && c != verb) parse.attach(c, verb, parse.dep(c));
  }
  return true;
}

// "in order to attend": the infinitive is the purpose of the verb above.
bool mend_in_order_to(Parse& parse, std::uint32_t noun) {
  if (parse.word(noun) != "order" || parse.dep(noun) != Dep::kPobj) return false;
  const std::uint32_t prep = parse.head(noun);
  if (parse.word(prep) != "in" || parse.is_root(prep)) return false;
  const std::int32_t clause = parse.child(noun, Dep::kAcl);
  if (clause < 0) return false;
  const auto verb = static_cast<std::uint32_t>(clause);
  parse.attach(verb, parse.head(prep), Dep::kAdvcl);
  parse.attach(prep, verb, Dep::kDep);
  parse.attach(noun, prep, Dep::kNpadvmod);
  return true;
}

// Where a paragraph was cut off the one before, its subject may have been left
// without a verb: "… on the coast | The ministers met".
bool mend_orphan_subject(Parse& parse, TokenRange segment) {
  std::uint32_t noun = segment.last;
  bool mended = false;
  for (std::uint32_t i = segment.first; i < segment.last; ++i) {
    if (!parse.is_root(i) || parse.dep(i) == Dep::kDep) continue;
    if (is_nominal(parse, i)) {
      noun = i;
    } else if (is_verb(parse, i) && noun < i) {
      if (adopt_subject(parse, noun, i)) mended = true;
      noun = segment.last;
    }
  }
  return mended;
}

}  // namespace entente
