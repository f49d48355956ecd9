#include "proposition/repair.h"

#include <algorithm>
#include <string>

namespace entente {
namespace {

constexpr std::uint32_t kMaxDatelineTokens = 14;
constexpr std::uint32_t kMaxTitleName = 6;

bool is_dash(std::string_view word) {
  return word == "-" || word == "--" || word == "–" || word == "—" || word == "_";
}

class Repairer {
 public:
  Repairer(Parse& parse, const std::vector<bool>& headline) : parse_(parse), headline_(headline) {}

  RepairCounts run() {
    for (std::uint32_t s = 0; s < parse_.segments().size(); ++s) dateline(parse_.segments()[s]);
    for (std::uint32_t i = 1; i + 1 < parse_.size(); ++i) hyphen(i);
    settle();
    for (std::uint32_t i = 0; i < parse_.size(); ++i) {
      tagged_noun(i);
      tagged_participle(i);
    }
    for (std::uint32_t i = 0; i < parse_.size(); ++i) {
      finite_relative(i);
      title_infinitive(i);
      in_order_to(i);
      subject_tagged_clause(i);
    }
    settle();
    for (const TokenRange segment : parse_.segments()) orphan_subject(segment);
    settle();
    for (std::uint32_t i = 0; i < parse_.size(); ++i) {
      as_phrase(i);
      tail_speech(i);
      title_comma(i);
      named_apposition(i);
    }
    settle();
    return counts_;
  }

 private:
  void settle() {
    if (changed_) parse_.index();
    changed_ = false;
  }

  // "CAIRO, March 16 (Agency) - Egypt agreed": the place becomes a tree of its
  // own; what the parser hung on it takes its place.
  void dateline(TokenRange segment) {
    const std::uint32_t end = dateline_end(segment);
    if (end == 0) return;
    ++counts_.dateline;
    changed_ = true;
    const auto in_dateline = [&](std::uint32_t i) { return i >= segment.first && i < end; };
    std::uint32_t outer = segment.last;  // the word of the dateline that hangs in the sentence
    for (std::uint32_t i = segment.first; i < end; ++i) {
      if (parse_.is_root(i) || !in_dateline(parse_.head(i))) outer = i;
    }
    for (std::uint32_t i = end; i < segment.last && outer < segment.last; ++i) {
      if (!in_dateline(parse_.head(i)) || parse_.is_root(i)) continue;
      if (parse_.pos(i) == Pos::kPunct || parse_.pos(i) == Pos::kSpace) continue;
      take_place(i, outer);
      outer = segment.last;
    }
    for (std::uint32_t i = segment.first; i < end; ++i) parse_.attach(i, i, Dep::kDep);
    for (std::uint32_t i = end; i < segment.last; ++i) {
      if (in_dateline(parse_.head(i))) parse_.attach(i, i, Dep::kDep);
    }
  }

  // `i` hangs where `old` hung.
  void take_place(std::uint32_t i, std::uint32_t old) {
    if (parse_.is_root(old)) {
      parse_.attach(i, i, Dep::kRoot);
    } else if (parse_.head(old) != i) {
      parse_.attach(i, parse_.head(old), parse_.dep(old));
    } else {
      parse_.attach(i, i, Dep::kRoot);
    }
  }

  // The token behind the dash of a dateline, 0 when there is none.
  std::uint32_t dateline_end(TokenRange segment) const {
    const std::uint32_t limit = std::min(segment.last, segment.first + kMaxDatelineTokens);
    bool named = false;
    for (std::uint32_t i = segment.first; i < limit; ++i) {
      const std::string_view text = parse_.analysis().token_text(i);
      if (is_dash(text)) {
        const bool spaced = text != "-" || parse_.analysis().tokens[i].space_after;
        const bool loose = i > segment.first && parse_.analysis().tokens[i - 1].space_after;
        if (named && spaced && (loose || text != "-")) return i + 1 < segment.last ? i + 1 : 0;
        if (!named || spaced) return 0;
        continue;
      }
      if (!is_dateline_word(i)) return 0;
      if (i == segment.first) named = is_upper(text) || parse_.tag(i) == Tag::kNNP;
    }
    return 0;
  }

  bool is_dateline_word(std::uint32_t i) const {
    const std::string_view text = parse_.analysis().token_text(i);
    if (parse_.pos(i) == Pos::kPunct || parse_.pos(i) == Pos::kNum) return text != ":";
    if (parse_.pos(i) == Pos::kSpace) return true;
    return is_upper(text) || parse_.tag(i) == Tag::kNNP || parse_.entity(i) == EntityType::kDate;
  }

  static bool is_upper(std::string_view text) {
    return text.size() > 1 &&
           std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // "re - election" with the later part hung on the first: the last part is the word.
  void hyphen(std::uint32_t i) {
    if (parse_.analysis().token_text(i) != "-") return;
    const std::uint32_t before = i - 1;
    const std::uint32_t after = i + 1;
    if (parse_.analysis().tokens[before].space_after || parse_.analysis().tokens[i].space_after) {
      return;
    }
    const std::uint32_t head = parse_.head(after);
    join_prefix(before, after);
    if ((head != before && head != i) || after == head) return;
    if (!is_nominal(parse_, after) && !is_verb(parse_, after)) return;
    if (parse_.head(before) == after || parse_.head(before) == i) return;
    const Dep dep = parse_.dep(after);
    if (dep == Dep::kNpadvmod || dep == Dep::kCompound || dep == Dep::kAmod) return;
    ++counts_.hyphen;
    changed_ = true;
    take_place(after, before);
    for (const std::uint32_t c : parse_.children(before)) {
      if (c != after && c != i) parse_.attach(c, after, parse_.dep(c));
    }
    parse_.attach(before, after, Dep::kCompound);
    parse_.attach(i, after, Dep::kPunct);
  }

  // "co - operate" is looked up as "cooperate".
  void join_prefix(std::uint32_t prefix, std::uint32_t word) {
    const std::string_view text = parse_.word(prefix);
    if (text != "co" && text != "re") return;
    const std::string whole = std::string(text) + std::string(parse_.lemma(word));
    parse_.set_lemma(word, parse_.strings().keep(whole));
  }

  // "if Russia attacks" with "attacks" tagged as a noun.
  void tagged_noun(std::uint32_t i) {
    if (parse_.pos(i) != Pos::kNoun || !parse_.has_child(i, Dep::kNsubj)) return;
    const Dep dep = parse_.dep(i);
    const bool clause = dep == Dep::kAdvcl || dep == Dep::kRelcl ||
                        (dep == Dep::kCcomp && !parse_.has_child(i, Dep::kDet));
    if (!clause || parse_.has_child(i, Dep::kAmod) || parse_.has_child(i, Dep::kDet)) return;
    ++counts_.tagged_noun;
    parse_.retag(i, parse_.tag(i) == Tag::kNNS ? Tag::kVBZ : Tag::kVBP, Pos::kVerb);
  }

  // "the government quoted from it" with "quoted" tagged as a participle.
  void tagged_participle(std::uint32_t i) {
    if (parse_.tag(i) != Tag::kVBN || !parse_.has_child(i, Dep::kNsubj)) return;
    if (parse_.has_child(i, Dep::kAux) || parse_.has_child(i, Dep::kAuxpass)) return;
    const bool speaks = parse_.is(i, WordClass::kReport) || parse_.is(i, WordClass::kIntransitive);
    if (!speaks && !parse_.has_child(i, Dep::kDobj)) return;
    if (parse_.dep(i) == Dep::kConj) return;
    ++counts_.tagged_participle;
    parse_.retag(i, Tag::kVBD, Pos::kVerb);
  }

  // "Russia called for talks." with "called" as a reduced relative of the root
  // "Russia": the verb is the root and the noun its subject.
  void finite_relative(std::uint32_t verb) {
    if (parse_.dep(verb) != Dep::kAcl || parse_.is_root(verb)) return;
    const Tag tag = parse_.tag(verb);
    if (tag != Tag::kVBN && tag != Tag::kVBD) return;
    const std::uint32_t noun = parse_.head(verb);
    if (!parse_.is_root(noun) || !is_nominal(parse_, noun) || noun > verb) return;
    // In a title the participle is the verb: "Iran accused of bombing ship".
    const bool active = may_be_finite(noun, verb);
    if (!active && !headline_[parse_.segment(verb)]) return;
    ++counts_.finite_relative;
    changed_ = true;
    parse_.retag(verb, active ? Tag::kVBD : Tag::kVBN, Pos::kVerb);
    parse_.attach(verb, verb, Dep::kRoot);
    parse_.attach(noun, verb, active ? Dep::kNsubj : Dep::kNsubjpass);
    for (const std::uint32_t c : parse_.children(noun)) {
      if (c > verb) parse_.attach(c, verb, parse_.dep(c));
    }
  }

  bool may_be_finite(std::uint32_t noun, std::uint32_t verb) const {
    if (parse_.has_child(verb, Dep::kAgent) || parse_.has_child(verb, Dep::kAux)) return false;
    for (const std::uint32_t c : parse_.children(noun)) {
      const Dep dep = parse_.dep(c);
      if (is_verb(parse_, c) && c != verb && dep != Dep::kAcl && dep != Dep::kRelcl &&
          dep != Dep::kAmod) {
        return false;
      }
    }
    if (parse_.has_child(verb, Dep::kDobj) || parse_.has_child(verb, Dep::kCcomp)) return true;
    return parse_.is(verb, WordClass::kIntransitive) || parse_.is(verb, WordClass::kReport);
  }

  // "A will visit B, minister C told reporters." with "told" conjoined and without
  // a subject: the name before it is its subject, and it reports the rest.
  void tail_speech(std::uint32_t verb) {
    if (parse_.dep(verb) != Dep::kConj || parse_.is_root(verb) || verb < 2) return;
    if (!parse_.is(verb, WordClass::kReport) || !is_verb(parse_, verb)) return;
    if (parse_.tag(verb) != Tag::kVBD && parse_.tag(verb) != Tag::kVBZ) return;
    if (parse_.has_child(verb, Dep::kNsubj) || parse_.has_child(verb, Dep::kCcomp)) return;
    const std::uint32_t main = parse_.head(verb);
    const std::uint32_t name = verb - 1;
    if (main > name || !is_nominal(parse_, name) || parse_.head(name) == main) return;
    const std::int32_t joined = parse_.child(main, Dep::kCc);
    if (joined >= 0 && static_cast<std::uint32_t>(joined) + 2 >= verb) return;
    ++counts_.tail_speech;
    changed_ = true;
    parse_.attach(name, verb, Dep::kNsubj);
    parse_.attach(verb, main, Dep::kParataxis);
  }

  // "US, Japan agree to talk" in a title: the comma stands for "and".
  void title_comma(std::uint32_t name) {
    if (!headline_[parse_.segment(name)] || !is_nominal(parse_, name)) return;
    const Dep dep = parse_.dep(name);
    if (dep != Dep::kNpadvmod && dep != Dep::kDep && dep != Dep::kNmod && dep != Dep::kIntj) return;
    if (parse_.is_root(name) || !is_verb(parse_, parse_.head(name))) return;
    if (parse_.entity(name) == EntityType::kDate || name + 1 >= parse_.size()) return;
    if (parse_.word(name + 1) != ",") return;
    const std::int32_t subject = parse_.child(parse_.head(name), Dep::kNsubj);
    if (subject < 0 || static_cast<std::uint32_t>(subject) < name) return;
    if (static_cast<std::uint32_t>(subject) - name > kMaxTitleName) return;
    ++counts_.title_comma;
    changed_ = true;
    parse_.attach(name, parse_.head(name), Dep::kNsubj);
    parse_.attach(static_cast<std::uint32_t>(subject), name, Dep::kConj);
  }

  // "called the raid “an act of terror”" with "act" in apposition to "raid".
  void named_apposition(std::uint32_t i) {
    if (parse_.dep(i) != Dep::kAppos || parse_.is_root(i)) return;
    const std::uint32_t object = parse_.head(i);
    if (parse_.dep(object) != Dep::kDobj || parse_.is_root(object)) return;
    const std::uint32_t verb = parse_.head(object);
    const std::string_view lemma = parse_.lemma(verb);
    if (lemma != "call" && lemma != "label" && lemma != "brand" && lemma != "dub") return;
    ++counts_.named_apposition;
    changed_ = true;
    parse_.attach(i, verb, Dep::kOprd);
  }

  // "India, Pakistan to resume talks" in a title with "to resume" as a relative
  // clause: it is the main verb, and the comma stands for "and".
  void title_infinitive(std::uint32_t verb) {
    const Dep dep = parse_.dep(verb);
    if ((dep != Dep::kRelcl && dep != Dep::kAcl) || !headline_[parse_.segment(verb)]) return;
    const std::uint32_t noun = parse_.head(verb);
    if (!parse_.is_root(noun) || !is_nominal(parse_, noun) || noun > verb) return;
    const std::int32_t aux = parse_.child(verb, Dep::kAux);
    if (aux < 0 || parse_.tag(static_cast<std::uint32_t>(aux)) != Tag::kTO) return;
    if (parse_.has_child(verb, Dep::kNsubj)) return;
    ++counts_.title_infinitive;
    changed_ = true;
    parse_.attach(verb, verb, Dep::kRoot);
    parse_.attach(noun, verb, Dep::kNsubj);
    for (const std::uint32_t c : parse_.children(noun)) {
      if (c > verb) parse_.attach(c, verb, parse_.dep(c));
      if (c < verb && parse_.dep(c) == Dep::kAppos) parse_.attach(c, noun, Dep::kConj);
    }
  }

  // "in order to attend": the infinitive is the purpose of the verb above.
  void in_order_to(std::uint32_t noun) {
    if (parse_.word(noun) != "order" || parse_.dep(noun) != Dep::kPobj) return;
    const std::uint32_t prep = parse_.head(noun);
    if (parse_.word(prep) != "in" || parse_.is_root(prep)) return;
    const std::int32_t clause = parse_.child(noun, Dep::kAcl);
    if (clause < 0) return;
    ++counts_.in_order_to;
    changed_ = true;
    const auto verb = static_cast<std::uint32_t>(clause);
    parse_.attach(verb, parse_.head(prep), Dep::kAdvcl);
    parse_.attach(prep, verb, Dep::kDep);
    parse_.attach(noun, prep, Dep::kNpadvmod);
  }

  // "Unless the army withdraws, …" with "army withdraws" as a name that is a
  // second subject of the main verb.
  void subject_tagged_clause(std::uint32_t i) {
    if (parse_.dep(i) != Dep::kNsubj || parse_.tag(i) != Tag::kNNS || parse_.is_root(i)) return;
    const std::uint32_t main = parse_.head(i);
    const std::int32_t mark = parse_.child(main, Dep::kMark);
    const std::int32_t noun = parse_.child(i, Dep::kCompound);
    if (mark < 0 || noun < 0 || mark > noun || static_cast<std::uint32_t>(noun) + 1 != i) return;
    bool second = false;
    for (const std::uint32_t c : parse_.children(main)) {
      second = second || (c > i && parse_.dep(c) == Dep::kNsubj);
    }
    if (!second) return;
    ++counts_.tagged_noun;
    changed_ = true;
    const auto subject = static_cast<std::uint32_t>(noun);
    parse_.retag(i, Tag::kVBZ, Pos::kVerb);
    parse_.attach(i, main, Dep::kAdvcl);
    parse_.attach(static_cast<std::uint32_t>(mark), i, Dep::kMark);
    for (const std::uint32_t c : parse_.children(i)) {
      if (c < subject) parse_.attach(c, subject, parse_.dep(c));
    }
    parse_.attach(subject, i, Dep::kNsubj);
  }

  // Where a paragraph was cut off the one before, its subject may have been left
  // without a verb: "… on the coast | The ministers met".
  void orphan_subject(TokenRange segment) {
    std::uint32_t noun = segment.last;
    for (std::uint32_t i = segment.first; i < segment.last; ++i) {
      if (!parse_.is_root(i) || parse_.dep(i) == Dep::kDep) continue;
      if (is_nominal(parse_, i)) {
        noun = i;
      } else if (is_verb(parse_, i) && noun < i) {
        adopt_subject(noun, i);
        noun = segment.last;
      }
    }
  }

  void adopt_subject(std::uint32_t noun, std::uint32_t verb) {
    if (parse_.has_child(verb, Dep::kNsubj) || parse_.has_child(verb, Dep::kNsubjpass)) return;
    const bool finite = parse_.tag(verb) == Tag::kVBD || parse_.tag(verb) == Tag::kVBZ ||
                        parse_.tag(verb) == Tag::kVBP || parse_.has_child(verb, Dep::kAux) ||
                        parse_.has_child(verb, Dep::kAuxpass);
    if (!finite) return;
    ++counts_.orphan_subject;
    changed_ = true;
    const bool passive = parse_.has_child(verb, Dep::kAuxpass);
    parse_.attach(noun, verb, passive ? Dep::kNsubjpass : Dep::kNsubj);
  }

  // "dismissed the plan as a trick": the as-phrase belongs to the verb.
  void as_phrase(std::uint32_t i) {
    if (parse_.dep(i) != Dep::kPrep || parse_.word(i) != "as" || parse_.is_root(i)) return;
    std::uint32_t noun = parse_.head(i);
    for (int step = 0; step < 4 && parse_.dep(noun) == Dep::kPobj; ++step) {
      const std::uint32_t above = parse_.head(parse_.head(noun));
      if (is_verb(parse_, above)) break;
      noun = above;
    }
    if (parse_.dep(noun) != Dep::kDobj || parse_.is_root(noun)) return;
    const std::uint32_t verb = parse_.head(noun);
    if (!is_verb(parse_, verb) || !parse_.is(verb, WordClass::kViews)) return;
    ++counts_.as_phrase;
    changed_ = true;
    parse_.attach(i, verb, Dep::kPrep);
  }

  Parse& parse_;
  const std::vector<bool>& headline_;
  RepairCounts counts_;
  bool changed_ = false;
};

}  // namespace

RepairCounts repair(Parse& parse, const std::vector<bool>& headline) {
  return Repairer(parse, headline).run();
}

}  // namespace entente
