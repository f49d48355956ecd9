// Words: hyphens, wrong tags, days as heads.
#include <string>
#include <string_view>

#include "proposition/repair_rules.h"

namespace entente {
namespace {

// "co - operate" is looked up as "cooperate".
void join_prefix(Parse& parse, std::uint32_t prefix, std::uint32_t word) {
  const std::string_view text = parse.word(prefix);
  if (text != "co" && text != "re") return;
  const std::string whole = std::string(text) + std::string(parse.lemma(word));
  parse.set_lemma(word, parse.strings().keep(whole));
}

}  // namespace

// "re - election" with the later part hung on the first: the last part is the word.
bool mend_hyphen(Parse& parse, std::uint32_t i) {
  if (parse.analysis().token_text(i) != "-") return false;
  const std::uint32_t before = i - 1;
  const std::uint32_t after = i + 1;
  if (parse.analysis().tokens[before].space_after || parse.analysis().tokens[i].space_after) {
    return false;
  }
  const std::uint32_t head = parse.head(after);
  join_prefix(parse, before, after);
  if ((head != before && head != i) || after == head) return false;
  if (!is_nominal(parse, after) && !is_verb(parse, after)) return false;
  if (parse.head(before) == after || parse.head(before) == i) return false;
  const Dep dep = parse.dep(after);
  if (dep == Dep::kNpadvmod || dep == Dep::kCompound || dep == Dep::kAmod) return false;
  take_place(parse, after, before);
  for (const std::uint32_t c : parse.children(before)) {
    if (c != after && c != i) parse.attach(c, after, parse.dep(c));
  }
  parse.attach(before, after, Dep::kCompound);
  parse.attach(i, after, Dep::kPunct);
  return true;
}

// "if Russia attacks" with "attacks" tagged as a noun.
bool mend_tagged_noun(Parse& parse, std::uint32_t i) {
  if (parse.pos(i) != Pos::kNoun || !parse.has_child(i, Dep::kNsubj)) return false;
  const Dep dep = parse.dep(i);
  const bool clause = dep == Dep::kAdvcl || dep == Dep::kRelcl ||
                      (dep == Dep::kCcomp && !parse.has_child(i, Dep::kDet));
  if (!clause || parse.has_child(i, Dep::kAmod) || parse.has_child(i, Dep::kDet)) return false;
  parse.retag(i, parse.tag(i) == Tag::kNNS ? Tag::kVBZ : Tag::kVBP, Pos::kVerb);
  return true;
}

// "Unless the army withdraws, …" with "army withdraws" as a name that is a
// second subject of the main verb.
bool mend_subject_tagged_clause(Parse& parse, std::uint32_t i) {
  if (parse.dep(i) != Dep::kNsubj || parse.tag(i) != Tag::kNNS || parse.is_root(i)) return false;
  const std::uint32_t main = parse.head(i);
  const std::int32_t mark = parse.child(main, Dep::kMark);
  const std::int32_t noun = parse.child(i, Dep::kCompound);
  if (mark < 0 || noun < 0 || mark > noun || static_cast<std::uint32_t>(noun) + 1 != i)
    return false;
  bool second = false;
  for (const std::uint32_t c : parse.children(main)) {
    second = second || (c > i && parse.dep(c) == Dep::kNsubj);
  }
  if (!second) return false;
  const auto subject = static_cast<std::uint32_t>(noun);
  parse.retag(i, Tag::kVBZ, Pos::kVerb);
  parse.attach(i, main, Dep::kAdvcl);
  parse.attach(static_cast<std::uint32_t>(mark), i, Dep::kMark);
  for (const std::uint32_t c : parse.children(i)) {
    if (c < subject) parse.attach(c, subject, parse.dep(c));
  }
  parse.attach(subject, i, Dep::kNsubj);
  return true;
}

// "the government quoted from it" with "quoted" tagged as a participle.
bool mend_tagged_participle(Parse& parse, std::uint32_t i) {
  if (parse.tag(i) != Tag::kVBN || !parse.has_child(i, Dep::kNsubj)) return false;
  if (parse.has_child(i, Dep::kAux) || parse.has_child(i, Dep::kAuxpass)) return false;
  const bool speaks = parse.is(i, WordClass::kReport) || parse.is(i, WordClass::kIntransitive);
  if (!speaks && !parse.has_child(i, Dep::kDobj)) return false;
  if (parse.dep(i) == Dep::kConj) return false;
  parse.retag(i, Tag::kVBD, Pos::kVerb);
  return true;
}

// "the council Sunday" with the day as the head of the name.
bool mend_weekday_head(Parse& parse, std::uint32_t day) {
  if (day == 0 || parse.is_root(day) || !parse.is(day, WordClass::kTimeNoun)) return false;
  const Dep dep = parse.dep(day);
  if (parse.pos(day) != Pos::kPropn || parse.entity(day - 1) == EntityType::kDate) return false;
  if (dep != Dep::kPobj && dep != Dep::kDobj && dep != Dep::kNsubj) return false;
  const std::uint32_t name = day - 1;
  if (parse.head(name) != day || parse.dep(name) != Dep::kCompound) return false;
  if (parse.entity(name) == EntityType::kOther) return false;
  take_place(parse, name, day);
  for (const std::uint32_t c : parse.children(day)) {
    if (c < name) parse.attach(c, name, parse.dep(c));
  }
  parse.attach(day, name, Dep::kNpadvmod);
  return true;
}

}  // namespace entente
