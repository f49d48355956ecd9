// Objects and what is said of them.
#include "proposition/repair_rules.h"

namespace entente {
// "dismissed the plan as a trick": the as-phrase belongs to the verb.
bool mend_as_phrase(Parse& parse, std::uint32_t i) {
  if (parse.dep(i) != Dep::kPrep || parse.word(i) != "as" || parse.is_root(i)) return false;
  std::uint32_t noun = parse.head(i);
  for (int step = 0; step < 4 && !parse.is_root(noun); ++step) {
    const Dep dep = parse.dep(noun);
    if (dep != Dep::kPobj && dep != Dep::kPcomp && dep != Dep::kDobj) break;
    const std::uint32_t head = parse.head(noun);
    if (dep == Dep::kDobj && parse.is(head, WordClass::kViews)) break;
    noun = dep == Dep::kDobj ? head : parse.head(head);
  }
  if (parse.dep(noun) != Dep::kDobj || parse.is_root(noun)) return false;
  const std::uint32_t verb = parse.head(noun);
  if (!is_verb(parse, verb) || !parse.is(verb, WordClass::kViews)) return false;
  parse.attach(i, verb, Dep::kPrep);
  return true;
}

// "described the raid as illegal" with "illegal" as a modifier of "as".
bool mend_as_adjective(Parse& parse, std::uint32_t i) {
  if (parse.dep(i) != Dep::kPrep || parse.word(i) != "as") return false;
  if (parse.has_child(i, Dep::kPobj) || parse.has_child(i, Dep::kPcomp)) return false;
  const std::int32_t adjective = parse.child(i, Dep::kAmod);
  if (adjective < 0 || static_cast<std::uint32_t>(adjective) < i) return false;
  parse.attach(static_cast<std::uint32_t>(adjective), i, Dep::kPobj);
  return true;
}

// "called the envoy on Sunday", "called the envoy a fool" with "envoy" as what
// somebody is called.
bool mend_naming_object(Parse& parse, std::uint32_t i) {
  if (parse.dep(i) != Dep::kOprd || parse.is_root(i) || !is_nominal(parse, i)) return false;
  const std::uint32_t verb = parse.head(i);
  if (!is_verb(parse, verb) || !parse.is(verb, WordClass::kNaming) || i < verb) return false;
  if (parse.has_child(verb, Dep::kDobj) || parse.has_child(verb, Dep::kAuxpass)) return false;
  if (parse.dep(verb) == Dep::kAcl || parse.dep(verb) == Dep::kRelcl) return false;
  parse.attach(i, verb, Dep::kDobj);
  return true;
}

// "called the raid “an act of terror”" with "act" in apposition to "raid".
bool mend_named_apposition(Parse& parse, std::uint32_t i) {
  if (parse.dep(i) != Dep::kAppos || parse.is_root(i)) return false;
  const std::uint32_t object = parse.head(i);
  if (parse.dep(object) != Dep::kDobj || parse.is_root(object)) return false;
  const std::uint32_t verb = parse.head(object);
  if (!parse.is(verb, WordClass::kNaming)) return false;
  parse.attach(i, verb, Dep::kOprd);
  return true;
}

}  // namespace entente
