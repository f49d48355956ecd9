// The grammar of titles.
#include "proposition/repair_rules.h"

namespace entente {
namespace {

constexpr std::uint32_t kMaxTitleName = 6;

}  // namespace

// "US, Japan agree to talk" in a title: the comma stands for "and".
bool mend_title_comma(Parse& parse, bool title, std::uint32_t name) {
  if (!title || !is_nominal(parse, name)) return false;
  const Dep dep = parse.dep(name);
  if (dep != Dep::kNpadvmod && dep != Dep::kDep && dep != Dep::kNmod && dep != Dep::kIntj)
    return false;
  if (parse.is_root(name) || !is_verb(parse, parse.head(name))) return false;
  if (parse.entity(name) == EntityType::kDate || name + 1 >= parse.size()) return false;
  if (parse.word(name + 1) != ",") return false;
  const std::int32_t subject = parse.child(parse.head(name), Dep::kNsubj);
  if (subject < 0 || static_cast<std::uint32_t>(subject) < name) return false;
  if (static_cast<std::uint32_t>(subject) - name > kMaxTitleName) return false;
  parse.attach(name, parse.head(name), Dep::kNsubj);
  parse.attach(static_cast<std::uint32_t>(subject), name, Dep::kConj);
  return true;
}

// "India, Pakistan to resume talks" in a title with "to resume" as a relative
// clause: it is the main verb, and the comma stands for "and".
bool mend_title_infinitive(Parse& parse, bool title, std::uint32_t verb) {
  const Dep dep = parse.dep(verb);
  if ((dep != Dep::kRelcl && dep != Dep::kAcl) || !title) return false;
  const std::uint32_t noun = parse.head(verb);
  if (!parse.is_root(noun) || !is_nominal(parse, noun) || noun > verb) return false;
  const std::int32_t aux = parse.child(verb, Dep::kAux);
  if (aux < 0 || parse.tag(static_cast<std::uint32_t>(aux)) != Tag::kTO) return false;
  if (parse.has_child(verb, Dep::kNsubj)) return false;
  parse.attach(verb, verb, Dep::kRoot);
  parse.attach(noun, verb, Dep::kNsubj);
  for (const std::uint32_t c : parse.children(noun)) {
    if (c > verb) parse.attach(c, verb, parse.dep(c));
    if (c < verb && parse.dep(c) == Dep::kAppos) parse.attach(c, noun, Dep::kConj);
  }
  return true;
}

// "Rebels reject peace offer" in a title with "offer" as a second verb.
bool mend_title_compound(Parse& parse, bool title, std::uint32_t i) {
  if (!title || parse.dep(i) != Dep::kConj || i == 0) return false;
  if (parse.is_root(i) || (parse.tag(i) != Tag::kVBP && parse.tag(i) != Tag::kVB)) return false;
  const std::uint32_t verb = parse.head(i);
  const std::uint32_t noun = i - 1;
  if (parse.head(noun) != verb || parse.dep(noun) != Dep::kDobj || noun < verb) return false;
  for (const std::uint32_t c : parse.children(i)) {
    const Dep dep = parse.dep(c);
    if (dep != Dep::kPrep && dep != Dep::kNpadvmod && dep != Dep::kPunct) return false;
  }
  parse.retag(i, Tag::kNN, Pos::kNoun);
  parse.attach(i, verb, Dep::kDobj);
  parse.attach(noun, i, Dep::kCompound);
  return true;
}

}  // namespace entente
