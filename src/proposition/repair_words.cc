// Words: hyphens, wrong tags, days as heads.
#include <algorithm>
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

// Adverbs that begin a sentence and so have a capital, beside those in "-ly".
constexpr std::string_view kFirstAdverbs[] = {
    "afterwards", "again",   "also",      "back",         "earlier",    "elsewhere", "even",
    "first",      "further", "hence",     "here",         "how",        "however",   "indeed",
    "instead",    "just",    "last",      "later",        "long",       "maybe",     "meanwhile",
    "moreover",   "never",   "next",      "nonetheless",  "not",        "now",       "often",
    "once",       "only",    "overnight", "perhaps",      "rather",     "second",    "so",
    "soon",       "still",   "then",      "there",        "third",      "thus",      "today",
    "tomorrow",   "too",     "tonight",   "when",         "where",      "why",       "yes",
    "no",         "yet",     "yesterday", "nevertheless", "furthermore"};

bool is_capitalised_name(const Parse& parse, std::uint32_t i) {
  const std::string_view text = parse.analysis().token_text(i);
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (text.size() < 3 || !is_upper(text.front())) return false;
  if (std::ranges::all_of(text, is_upper)) return true;
  return !text.ends_with("ly") &&
         std::ranges::find(kFirstAdverbs, parse.word(i)) == std::end(kFirstAdverbs);
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

// "relaxed visa rules" with "rules" tagged as a verb: what has an article or a
// modifier and is an object is a noun.
bool mend_tagged_verb(Parse& parse, std::uint32_t i) {
  const Tag tag = parse.tag(i);
  if (tag != Tag::kVBZ && tag != Tag::kVBP && tag != Tag::kVB) return false;
  const Dep dep = parse.dep(i);
  if (dep != Dep::kDobj && dep != Dep::kPobj && dep != Dep::kNsubj) return false;
  if (!parse.has_child(i, Dep::kDet) && !parse.has_child(i, Dep::kCompound) &&
      !parse.has_child(i, Dep::kAmod) && !parse.has_child(i, Dep::kPoss)) {
    return false;
  }
  if (parse.has_child(i, Dep::kNsubj) || parse.has_child(i, Dep::kDobj)) return false;
  parse.retag(i, tag == Tag::kVBZ ? Tag::kNNS : Tag::kNN, Pos::kNoun);
  return true;
}

// "Oman is mediating between them" with "mediating" as a noun that "is" says.
bool mend_progressive(Parse& parse, std::uint32_t i) {
  if (parse.dep(i) != Dep::kAttr || parse.tag(i) != Tag::kNN || parse.is_root(i)) return false;
  const std::uint32_t be = parse.head(i);
  if (!parse.word(i).ends_with("ing") || parse.lemma(be) != "be" || be > i) return false;
  const std::int32_t subject = parse.child(be, Dep::kNsubj);
  if (subject < 0 || parse.pos(static_cast<std::uint32_t>(subject)) != Pos::kPropn) return false;
  for (const std::uint32_t c : parse.children(i)) {
    if (c < i) return false;
  }
  parse.retag(i, Tag::kVBG, Pos::kVerb);
  const std::string stem(parse.word(i).substr(0, parse.word(i).size() - 3));
  parse.set_lemma(i, parse.strings().keep(stem.ends_with("at") ? stem + "e" : stem));
  take_place(parse, i, be);
  for (const std::uint32_t c : parse.children(be)) {
    if (c != i) parse.attach(c, i, parse.dep(c));
  }
  parse.attach(be, i, Dep::kAux);
  return true;
}

// "Togo shared data with Ghana." with "shared" as a modifier of the root
// "data": in a sentence without a verb the participle is the verb.
bool mend_lost_verb(Parse& parse, TokenRange segment) {
  std::int32_t root = -1;
  std::int32_t verb = -1;
  for (std::uint32_t i = segment.first; i < segment.last; ++i) {
    if (parse.is_root(i) && is_nominal(parse, i)) {
      root = root == -1 ? static_cast<std::int32_t>(i) : -2;
    }
    if (!is_verb(parse, i)) continue;
    if (verb >= 0 || parse.dep(i) != Dep::kAmod) return false;
    verb = static_cast<std::int32_t>(i);
  }
  if (root < 0 || verb <= static_cast<std::int32_t>(segment.first) || verb > root) return false;
  const auto v = static_cast<std::uint32_t>(verb);
  const auto noun = static_cast<std::uint32_t>(root);
  if (parse.head(v) != noun || (parse.tag(v) != Tag::kVBN && parse.tag(v) != Tag::kVBD)) {
    return false;
  }
  const std::uint32_t name = v - 1;
  const std::string_view text = parse.analysis().token_text(name);
  if (!is_nominal(parse, name) || text.front() < 'A' || text.front() > 'Z') return false;
  if (parse.head(name) != noun && parse.head(name) != v) return false;
  parse.retag(v, Tag::kVBD, Pos::kVerb);
  parse.attach(v, v, Dep::kRoot);
  for (const std::uint32_t c : parse.children(noun)) {
    if (c < v && c != name) parse.attach(c, name, parse.dep(c));
  }
  parse.attach(noun, v, Dep::kDobj);
  parse.attach(name, v, Dep::kNsubj);
  return true;
}

// "Nauru severed ties", "…, USAID provided tents" with the name as an adverb of
// a verb without a subject.
bool mend_lost_name(Parse& parse, std::uint32_t i) {
  const Dep dep = parse.dep(i);
  const bool adverbial = dep == Dep::kNpadvmod && !parse.is(i, WordClass::kTimeNoun) &&
                         parse.entity(i) != EntityType::kDate &&
                         parse.entity(i) != EntityType::kTime;
  if (!adverbial && dep != Dep::kAdvmod && dep != Dep::kDep && dep != Dep::kIntj) return false;
  if (parse.is_root(i) || parse.pos(i) == Pos::kVerb || !is_capitalised_name(parse, i))
    return false;
  const std::uint32_t verb = parse.head(i);
  if (verb <= i || (parse.tag(verb) != Tag::kVBD && parse.tag(verb) != Tag::kVBZ)) return false;
  for (const std::uint32_t c : parse.children(verb)) {
    const Dep child = parse.dep(c);
    if (child == Dep::kNsubj || child == Dep::kNsubjpass || child == Dep::kCsubj ||
        child == Dep::kExpl || (c > i && c < verb && is_nominal(parse, c))) {
      return false;
    }
  }
  parse.retag(i, Tag::kNNP, Pos::kPropn);
  parse.attach(i, verb, parse.has_child(verb, Dep::kAuxpass) ? Dep::kNsubjpass : Dep::kNsubj);
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
