// The deep subject and object of every predicate.
//
// Idea: every predicate first gets its grammatical subject.  If it has none of
// its own it takes that of the word it hangs on, by the construction: a
// conjunct shares, a complement is controlled by subject or object, a
// participle takes the subject of the main clause, a relative clause its
// antecedent.  Voice then decides which deep role the subject is.  Governors
// are filled before what hangs on them, so one pass is enough.
//
// Example: "The rebels, accused by Kyiv of shelling the town, denied it."
//   accused: acl of rebels, passive -> object rebels, subject Kyiv;
//   shelling: after "of" under a passive -> its grammatical subject, rebels.
// It gets wrong: "Troops were sent to punish the rebels" makes the troops
// punish, as English has no sign for the purpose of the unsaid sender.
// Cost: linear; every list is at most kMaxConjuncts long.
#include "proposition/deep.h"

#include <algorithm>
#include <string>

namespace entente {
namespace {

constexpr std::uint32_t kMaxSharedObjectDistance = 6;

using Fillers = std::vector<Filler>;

Fillers with_origin(const Fillers& fillers, ArgumentOrigin origin) {
  Fillers result = fillers;
  for (Filler& f : result) f.origin = origin;
  return result;
}

void append(Fillers& to, const Fillers& from) {
  for (const Filler& f : from) {
    if (to.size() >= kMaxConjuncts) return;
    if (std::ranges::find(to, f.token, &Filler::token) == to.end()) to.push_back(f);
  }
}

bool is_subject(Dep dep) {
  return dep == Dep::kNsubj || dep == Dep::kNsubjpass || dep == Dep::kCsubj ||
         dep == Dep::kCsubjpass;
}

bool is_relative_pronoun(Tag tag) {
  return tag == Tag::kWDT || tag == Tag::kWP || tag == Tag::kWPS;
}

bool is_plural_verb(const Parse& parse, std::uint32_t verb) {
  if (parse.tag(verb) == Tag::kVBP) return true;
  return std::ranges::any_of(parse.children(verb), [&](std::uint32_t c) {
    return parse.tag(c) == Tag::kVBP ||
           (parse.dep(c) == Dep::kAuxpass && parse.word(c) == "were") ||
           (parse.dep(c) == Dep::kAux && parse.word(c) == "were");
  });
}

bool is_time(const Parse& parse, std::uint32_t token) {
  return parse.is(token, WordClass::kTimeNoun) || parse.entity(token) == EntityType::kDate ||
         parse.entity(token) == EntityType::kTime;
}

}  // namespace

DeepFrames::DeepFrames(Parse& parse, const Predicates& predicates,
                       const std::vector<bool>& headline)
    : parse_(parse), predicates_(predicates), headline_(headline) {
  frames_.resize(predicates.items.size());
  find_antecedents();
  for (const std::uint32_t token : parse.top_down()) {
    const std::int32_t p = predicates.at(token);
    if (p < 0) continue;
    at(p).prepositions = prepositions(parse, token);
    switch (predicates.items[static_cast<std::size_t>(p)].kind) {
      case PredicateKind::kVerb:
        fill_verb(token, at(p));
        break;
      case PredicateKind::kAdjective:
        fill_adjective(token, at(p));
        break;
      case PredicateKind::kNoun:
        fill_noun(token, at(p));
        break;
    }
  }
}

const Frame* DeepFrames::frame_of(std::uint32_t token) const {
  const std::int32_t p = predicates_.at(token);
  return p < 0 ? nullptr : &at(p);
}

// The noun that the nearest relative clause around a token modifies.  The
// clause of a cleft ("it was France that vetoed") modifies the attribute.
void DeepFrames::find_antecedents() {
  antecedent_.assign(parse_.size(), -1);
  relative_.assign(parse_.size(), 0);
  for (const std::uint32_t i : parse_.top_down()) {
    if (parse_.is_root(i)) continue;
    const std::uint32_t head = parse_.head(i);
    antecedent_[i] = antecedent_[head];
    relative_[i] = relative_[head];
    std::int32_t noun = -1;
    if (parse_.dep(i) == Dep::kRelcl || parse_.dep(i) == Dep::kAcl) {
      noun = is_verb(parse_, head) ? -1 : static_cast<std::int32_t>(head);
    }
    const bool may_be_cleft = parse_.dep(i) == Dep::kCcomp || parse_.dep(i) == Dep::kRelcl ||
                              parse_.dep(i) == Dep::kAdvcl;
    if (noun < 0 && may_be_cleft && parse_.lemma(head) == "be") {
      noun = parse_.child(head, Dep::kAttr);
    }
    if (noun < 0) continue;
    antecedent_[i] = noun;
    relative_[i] = i;
  }
}

Fillers DeepFrames::antecedents(std::uint32_t noun, std::uint32_t verb,
                                ArgumentOrigin origin) const {
  Fillers result;
  std::uint32_t first = noun;
  if (is_plural_verb(parse_, verb) && parse_.tag(noun) != Tag::kNNS) {
    for (std::size_t step = 0; step < kMaxConjuncts && parse_.dep(first) == Dep::kConj &&
                               is_nominal(parse_, parse_.head(first));
         ++step) {
      first = parse_.head(first);
    }
    for (const std::uint32_t token : conjuncts(parse_, first)) {
      result.push_back({content_of(parse_, token), origin});
    }
    return result;
  }
  result.push_back({noun, origin});
  return result;
}

Fillers DeepFrames::resolve(std::uint32_t token, ArgumentOrigin origin) const {
  if (is_relative_pronoun(parse_.tag(token)) && antecedent_[token] >= 0) {
    const auto noun = static_cast<std::uint32_t>(antecedent_[token]);
    if (noun != token) return antecedents(noun, relative_[token], ArgumentOrigin::kRelative);
  }
  return {{content_of(parse_, token), origin}};
}

Fillers DeepFrames::own_subject(std::uint32_t predicate) const {
  Fillers result;
  for (const std::uint32_t c : parse_.children(predicate)) {
    if (is_subject(parse_.dep(c))) {
      const ArgumentOrigin origin = c > predicate && parse_.dep(c) == Dep::kNsubj
                                        ? ArgumentOrigin::kInversion
                                        : ArgumentOrigin::kDirect;
      for (const std::uint32_t token : conjuncts(parse_, c)) append(result, resolve(token, origin));
    }
  }
  if (!result.empty()) return result;
  const std::int32_t there = parse_.child(predicate, Dep::kExpl);
  if (there >= 0 && parse_.word(static_cast<std::uint32_t>(there)) == "there") {
    for (const Dep dep : {Dep::kAttr, Dep::kDobj}) {
      const std::int32_t attribute = parse_.child(predicate, dep);
      if (attribute < 0) continue;
      for (const std::uint32_t token : conjuncts(parse_, static_cast<std::uint32_t>(attribute))) {
        append(result, {{content_of(parse_, token), ArgumentOrigin::kExistential}});
      }
      break;
    }
  }
  return result;
}

// Who does the action of `verb`, an infinitive or a participle that is a
// complement of `governor`.
Fillers DeepFrames::controller(std::uint32_t governor, std::uint32_t verb) const {
  const Frame* frame = frame_of(governor);
  if (frame == nullptr) return {};
  const bool raising = parse_.is(governor, WordClass::kRaising);
  const ArgumentOrigin origin = raising ? ArgumentOrigin::kRaising : ArgumentOrigin::kControl;
  if (frame->form.passive) return with_origin(frame->surface, origin);
  const bool object_controls = parse_.is(governor, WordClass::kObjectControl) &&
                               !parse_.is(governor, WordClass::kSubjectControl);
  if (object_controls && !frame->indirect.empty()) return with_origin(frame->indirect, origin);
  if (object_controls && !frame->object.empty() && frame->object.front().token < verb) {
    return with_origin(frame->object, origin);
  }
  Fillers after = controller_after_preposition(governor, verb, origin);
  if (!after.empty()) return after;
  return with_origin(frame->surface, origin);
}

// "called on RUSSIA to withdraw", "appealed to IRAN to stop".
Fillers DeepFrames::controller_after_preposition(std::uint32_t governor, std::uint32_t verb,
                                                 ArgumentOrigin origin) const {
  Fillers result;
  for (const PrepObject& p : frame_of(governor)->prepositions) {
    if (p.clause || p.token > verb || is_time(parse_, p.token)) continue;
    const std::string phrase =
        std::string(parse_.lemma(governor)) + ' ' + std::string(p.preposition);
    if (parse_.word_classes().find(phrase).has(WordClass::kObjectControl)) {
      append(result, {{p.token, origin}});
    }
  }
  return result;
}

// "accused Iran of BOMBING" -> Iran; "left without SIGNING" -> who left;
// "imposed sanctions on Iran for BOMBING" -> Iran.
Fillers DeepFrames::subject_after_preposition(std::uint32_t preposition) const {
  std::uint32_t governor = parse_.head(preposition);
  if (governor == preposition) return {};
  if (parse_.dep(preposition) == Dep::kPrep && predicates_.at(governor) < 0 &&
      (parse_.dep(governor) == Dep::kPrep || parse_.dep(governor) == Dep::kAgent)) {
    governor = parse_.head(governor);  // "because of bombing"
  }
  const Frame* frame = frame_of(governor);
  if (frame == nullptr) return {};
  const std::string_view word = parse_.word(preposition);
  if (word == "including") return {};
  if (!predicates_.is(governor, PredicateKind::kVerb)) {
    return with_origin(frame->surface, ArgumentOrigin::kControl);
  }
  const bool of_object = word == "of" || word == "for" || word == "from" || word == "with" ||
                         word == "into" || word == "over" || word == "about";
  if (!of_object || parse_.is(governor, WordClass::kSubjectGerund)) {
    return with_origin(frame->surface, word == "of" || word == "to" || word == "in"
                                           ? ArgumentOrigin::kControl
                                           : ArgumentOrigin::kParticiple);
  }
  if (frame->form.passive) return with_origin(frame->surface, ArgumentOrigin::kControl);
  if (!frame->object.empty() && frame->object.front().token < preposition) {
    if (word == "for" || word == "over") {
      for (const Filler& object : frame->object) {
        const Frame* noun = frame_of(object.token);
        if (noun == nullptr) continue;
        for (const PrepObject& p : noun->prepositions) {
          if ((p.preposition == "on" || p.preposition == "against") && p.token < preposition) {
            return {{p.token, ArgumentOrigin::kControl}};
          }
        }
      }
    }
    return with_origin(frame->object, ArgumentOrigin::kControl);
  }
  return with_origin(frame->surface, ArgumentOrigin::kControl);
}

Fillers DeepFrames::inherited_subject(std::uint32_t verb, const VerbForm& form) const {
  if (parse_.is_root(verb)) return {};
  const std::uint32_t head = parse_.head(verb);
  const Frame* governor = frame_of(head);
  switch (parse_.dep(verb)) {
    case Dep::kConj:
      return governor == nullptr ? Fillers()
                                 : with_origin(governor->surface, ArgumentOrigin::kCoordination);
    case Dep::kXcomp:
    case Dep::kCcomp:
      return controller(head, verb);
    case Dep::kAdvcl:
    case Dep::kDep:
    case Dep::kParataxis:
      if (governor == nullptr || form.finite) return {};
      return with_origin(governor->surface, ArgumentOrigin::kParticiple);
    case Dep::kAcl:
      if (form.to) {
        return governor == nullptr ? Fillers()
                                   : with_origin(governor->surface, ArgumentOrigin::kControl);
      }
      return antecedents(head, verb, ArgumentOrigin::kReducedRelative);
    case Dep::kPcomp:
    case Dep::kPobj:
      return subject_after_preposition(head);
    case Dep::kDobj:
      return controller(head, verb);
    default:
      return {};
  }
}

Fillers DeepFrames::agent(const Frame& frame) const {
  Fillers result;
  bool labelled = false;
  for (const PrepObject& p : frame.prepositions)
    labelled = labelled || (p.agent && p.preposition == "by");
  for (const PrepObject& p : frame.prepositions) {
    if (p.preposition != "by" || p.agent != labelled || p.clause || is_time(parse_, p.token)) {
      continue;
    }
    append(result, resolve(p.token, ArgumentOrigin::kPassive));
  }
  return result;
}

Fillers DeepFrames::own_object(std::uint32_t verb) const {
  Fillers result;
  for (std::uint32_t c : parse_.children(verb)) {
    if (parse_.dep(c) == Dep::kPrt) {  // "called OFF the march", the march below "off"
      const std::int32_t below = parse_.child(c, Dep::kPobj);
      if (below < 0) continue;
      c = static_cast<std::uint32_t>(below);
    } else if (parse_.dep(c) != Dep::kDobj) {
      continue;
    }
    if (predicates_.is(c, PredicateKind::kVerb)) continue;
    for (const std::uint32_t token : conjuncts(parse_, c)) {
      append(result, resolve(token, ArgumentOrigin::kDirect));
    }
  }
  return result;
}

// "allowed REBELS to leave" parsed as a clause with its own subject.
Fillers DeepFrames::raised_object(std::uint32_t verb) const {
  Fillers result;
  for (const std::uint32_t c : parse_.children(verb)) {
    if (c < verb) continue;
    const bool clause = parse_.dep(c) == Dep::kCcomp && parse_.tag(c) == Tag::kVB &&
                        parse_.is(verb, WordClass::kObjectControl);
    if (!clause) continue;
    const std::int32_t subject = parse_.child(c, Dep::kNsubj);
    if (subject < 0 || parse_.has_child(c, Dep::kMark)) continue;
    for (const std::uint32_t token : conjuncts(parse_, static_cast<std::uint32_t>(subject))) {
      append(result, resolve(token, ArgumentOrigin::kRaising));
    }
    break;
  }
  return result;
}

// "the town (that) rebels seized": the clause has a subject and no object.
Fillers DeepFrames::gap_object(std::uint32_t verb) const {
  if (parse_.dep(verb) != Dep::kRelcl || is_verb(parse_, parse_.head(verb))) return {};
  const std::uint32_t noun = parse_.head(verb);
  if (is_time(parse_, noun)) return {};
  bool has_subject = false;
  for (const std::uint32_t c : parse_.children(verb)) {
    const Dep dep = parse_.dep(c);
    if (is_subject(dep)) has_subject = has_subject || !is_relative_pronoun(parse_.tag(c));
    if (is_subject(dep) && is_relative_pronoun(parse_.tag(c))) return {};
    const bool filled = dep == Dep::kCcomp || dep == Dep::kXcomp || dep == Dep::kAttr ||
                        dep == Dep::kAcomp || parse_.tag(c) == Tag::kWRB;
    if (filled) return {};
    if (dep != Dep::kPrep) continue;
    if (parse_.children(c).empty()) return {};  // "the man they spoke to"
    const std::int32_t object = parse_.child(c, Dep::kPobj);
    if (object >= 0 && is_relative_pronoun(parse_.tag(static_cast<std::uint32_t>(object)))) {
      return {};
    }
  }
  if (!has_subject) return {};
  return antecedents(noun, noun, ArgumentOrigin::kRelative);
}

// "condemned and then boycotted the talks": the object stands at the last verb.
Fillers DeepFrames::shared_object(std::uint32_t verb) const {
  for (const std::uint32_t c : parse_.children(verb)) {
    if (c < verb) continue;
    const Dep dep = parse_.dep(c);
    if (dep == Dep::kPrep || dep == Dep::kCcomp || dep == Dep::kXcomp) return {};
    if (dep != Dep::kConj || !is_verb(parse_, c)) continue;
    if (c - verb > kMaxSharedObjectDistance || parse_.has_child(c, Dep::kNsubj)) return {};
    return with_origin(own_object(c), ArgumentOrigin::kCoordination);
  }
  return {};
}

// "is to visit", "is going to visit", "is due to visit", a title's "Xi to visit".
bool DeepFrames::is_scheduled(std::uint32_t verb) const {
  if (parse_.is_root(verb)) return headline_[parse_.segment(verb)];
  const std::uint32_t head = parse_.head(verb);
  if (parse_.dep(verb) != Dep::kXcomp && parse_.dep(verb) != Dep::kCcomp) return false;
  const Frame* governor = frame_of(head);
  if (governor == nullptr || governor->form.tense == Tense::kPast) return false;
  if (parse_.lemma(head) == "be") {
    return !parse_.has_child(head, Dep::kAttr) && !parse_.has_child(head, Dep::kAcomp);
  }
  if (!parse_.is(head, WordClass::kScheduled)) return false;
  if (!is_verb(parse_, head)) return true;
  return governor->form.passive || governor->form.progressive;
}

// "The fortress is hard TO CAPTURE": its object is the grammatical subject.
bool DeepFrames::is_tough(std::uint32_t verb) const {
  if (parse_.dep(verb) != Dep::kXcomp || parse_.is_root(verb)) return false;
  const std::uint32_t head = parse_.head(verb);
  return !is_verb(parse_, head) && parse_.is(head, WordClass::kTough);
}

void DeepFrames::fill_verb(std::uint32_t verb, Frame& frame) {
  frame.form = read_verb_form(parse_, verb, headline_[parse_.segment(verb)]);
  const bool conjunct = parse_.dep(verb) == Dep::kConj && !parse_.is_root(verb);
  const Frame* first = conjunct ? frame_of(parse_.head(verb)) : nullptr;
  if (first != nullptr && is_verb(parse_, parse_.head(verb))) {
    share_verb_form(parse_, verb, first->form, frame.form);
  }
  if (frame.form.to && is_scheduled(verb)) frame.form.tense = Tense::kFuture;
  frame.surface = own_subject(verb);
  const bool own = !frame.surface.empty();
  for (const std::uint32_t c : parse_.children(verb)) {
    if (parse_.dep(c) != Dep::kDative || !is_nominal(parse_, c)) continue;
    for (const std::uint32_t token : conjuncts(parse_, c)) {
      append(frame.indirect, resolve(token, ArgumentOrigin::kDirect));
    }
  }
  if (!own) frame.surface = inherited_subject(verb, frame.form);
  if (parse_.dep(verb) == Dep::kRelcl && frame.surface.empty() &&
      !is_verb(parse_, parse_.head(verb))) {
    frame.surface = antecedents(parse_.head(verb), verb, ArgumentOrigin::kRelative);
  }
  const Fillers direct = own_object(verb);
  if (frame.form.passive) {
    frame.subject = agent(frame);
    frame.object = frame.surface;
    for (Filler& f : frame.object) {
      if (f.origin == ArgumentOrigin::kDirect) f.origin = ArgumentOrigin::kPassive;
    }
    if (!direct.empty()) {  // "Kyiv was given tanks"
      frame.indirect = frame.object;
      frame.object = direct;
    }
    return;
  }
  if (is_tough(verb) && direct.empty()) {
    frame.object = with_origin(frame.surface, ArgumentOrigin::kRaising);
    frame.surface.clear();
    return;
  }
  frame.subject = frame.surface;
  frame.object = direct;
  if (frame.object.empty()) frame.object = raised_object(verb);
  if (frame.object.empty()) frame.object = gap_object(verb);
  if (frame.object.empty()) frame.object = shared_object(verb);
}

void DeepFrames::fill_adjective(std::uint32_t adjective, Frame& frame) {
  frame.surface = own_subject(adjective);
  if (!parse_.is_root(adjective)) {
    const std::uint32_t head = parse_.head(adjective);
    if (const Frame* governor = frame_of(head); governor != nullptr) {
      if (parse_.dep(adjective) == Dep::kOprd && !governor->form.passive) {
        if (frame.surface.empty()) frame.surface = governor->object;
      } else {
        frame.form = governor->form;
        frame.form.passive = false;
        if (frame.surface.empty()) frame.surface = governor->surface;
      }
    }
  }
  frame.subject = frame.surface;
}

// The doer of a noun of action, for what hangs on the noun: "Iran's plan to
// attack", "made a threat to leave".
void DeepFrames::fill_noun(std::uint32_t noun, Frame& frame) {
  for (const std::uint32_t c : parse_.children(noun)) {
    if (parse_.dep(c) != Dep::kPoss) continue;
    for (const std::uint32_t token : conjuncts(parse_, c)) {
      append(frame.surface, resolve(token, ArgumentOrigin::kNominal));
    }
  }
  Fillers by;
  for (const PrepObject& p : frame.prepositions) {
    if (p.preposition == "by" && !p.clause && !is_time(parse_, p.token)) {
      append(by, resolve(p.token, ArgumentOrigin::kNominal));
    }
  }
  if (!by.empty()) frame.surface = frame.subject = by;
  if (!frame.surface.empty() || parse_.is_root(noun)) return;
  const std::uint32_t head = parse_.head(noun);
  const Frame* governor = frame_of(head);
  if (parse_.dep(noun) == Dep::kDobj && governor != nullptr) frame.surface = governor->subject;
  if (parse_.dep(noun) == Dep::kNsubjpass && governor != nullptr) frame.surface = governor->subject;
  if (parse_.dep(noun) == Dep::kPobj) {
    const Frame* above = frame_of(parse_.head(head));
    if (above != nullptr && is_verb(parse_, parse_.head(head))) frame.surface = above->subject;
  }
  if (!frame.surface.empty()) return;
  for (const std::uint32_t c : parse_.children(noun)) {
    const EntityType type = parse_.entity(c);
    if (c < noun && (type == EntityType::kGpe || type == EntityType::kNorp ||
                     type == EntityType::kOrg || type == EntityType::kPerson)) {
      append(frame.surface, {{c, ArgumentOrigin::kNominal}});
    }
  }
}

}  // namespace entente
