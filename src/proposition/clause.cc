#include "proposition/clause.h"

#include <array>
#include <utility>

namespace entente {
namespace {

constexpr std::array<std::pair<std::string_view, Modality>, 20> kModals = {{
    {"will", Modality::kWill},   {"'ll", Modality::kWill},      {"’ll", Modality::kWill},
    {"wo", Modality::kWill},     {"shall", Modality::kWill},    {"sha", Modality::kWill},
    {"would", Modality::kWould}, {"'d", Modality::kWould},      {"’d", Modality::kWould},
    {"can", Modality::kCan},     {"ca", Modality::kCan},        {"cannot", Modality::kCan},
    {"could", Modality::kCould}, {"may", Modality::kMay},       {"might", Modality::kMight},
    {"must", Modality::kMust},   {"should", Modality::kShould}, {"ought", Modality::kShould},
    {"need", Modality::kMust},   {"dare", Modality::kCan},
}};

Modality modality_of(std::string_view word) {
  for (const auto& [modal, modality] : kModals) {
    if (modal == word) return modality;
  }
  return Modality::kNone;
}

Tense tense_of_modal(Modality modality) {
  switch (modality) {
    case Modality::kWill:
      return Tense::kFuture;
    case Modality::kWould:
    case Modality::kCould:
    case Modality::kMight:
      return Tense::kPast;
    default:
      return Tense::kPresent;
  }
}

Tense tense_of_tag(Tag tag) {
  if (tag == Tag::kVBD) return Tense::kPast;
  if (tag == Tag::kVBZ || tag == Tag::kVBP) return Tense::kPresent;
  return Tense::kNone;
}

bool is_have(std::string_view word) {
  return word == "have" || word == "has" || word == "had" || word == "having" || word == "'ve" ||
         word == "’ve";
}

bool is_be(const Parse& parse, std::uint32_t i) { return parse.lemma(i) == "be"; }

void read_auxiliary(const Parse& parse, std::uint32_t aux, Tag verb_tag, VerbForm& form) {
  const std::string_view word = parse.word(aux);
  form.own_auxiliary = true;
  if (parse.tag(aux) == Tag::kTO || word == "to") {
    form.to = form.infinitive = true;
    return;
  }
  if (parse.tag(aux) == Tag::kMD) {
    form.modality = modality_of(word);
    form.tense = tense_of_modal(form.modality);
    form.finite = true;
    return;
  }
  if (const Tense tense = tense_of_tag(parse.tag(aux)); tense != Tense::kNone && !form.finite) {
    form.tense = tense;
    form.finite = true;
  }
  if (is_have(word)) form.perfect = true;
  const bool being = parse.dep(aux) == Dep::kAuxpass && parse.tag(aux) == Tag::kVBG;
  if (being || (is_be(parse, aux) && verb_tag == Tag::kVBG)) form.progressive = true;
}

bool is_negator(const Parse& parse, std::uint32_t c) {
  if (parse.dep(c) == Dep::kNeg) return true;
  const Dep dep = parse.dep(c);
  if (dep != Dep::kAdvmod && dep != Dep::kPreconj && dep != Dep::kCc) return false;
  if (parse.is(c, WordClass::kNegator)) return parse.word(c) != "no" && parse.word(c) != "nor";
  // "no longer": the adverb carries the negation.
  const auto below = parse.children(c);
  return !below.empty() && parse.word(below.front()) == "no" && parse.word(c) == "longer";
}

// A participle that stands alone as a clause is passive when it is a past
// participle: "(a statement) adopted by", "wants the law scrapped".
bool is_bare_passive(const Parse& parse, std::uint32_t verb, bool headline) {
  if (parse.tag(verb) != Tag::kVBN && !(headline && parse.tag(verb) == Tag::kVBD)) return false;
  if (parse.has_child(verb, Dep::kDobj)) return false;
  switch (parse.dep(verb)) {
    case Dep::kAcl:
    case Dep::kAdvcl:
    case Dep::kXcomp:
    case Dep::kCcomp:
      return parse.tag(verb) == Tag::kVBN;
    case Dep::kRoot:
      return headline && !parse.is(verb, WordClass::kIntransitive) &&
             !parse.is(verb, WordClass::kReport);
    default:
      return false;
  }
}

}  // namespace

VerbForm read_verb_form(const Parse& parse, std::uint32_t verb, bool headline) {
  VerbForm form;
  const Tag tag = parse.tag(verb);
  bool auxiliary_passive = false;
  for (const std::uint32_t c : parse.children(verb)) {
    switch (parse.dep(c)) {
      case Dep::kAux:
        read_auxiliary(parse, c, tag, form);
        break;
      case Dep::kAuxpass:
        read_auxiliary(parse, c, tag, form);
        auxiliary_passive = true;
        break;
      case Dep::kNsubjpass:
      case Dep::kCsubjpass:
        auxiliary_passive = true;
        break;
      default:
        if (is_negator(parse, c)) form.negated = true;
    }
  }
  form.passive =
      auxiliary_passive || (!form.own_auxiliary && is_bare_passive(parse, verb, headline));
  if (!form.finite && !form.to) {
    form.tense = tense_of_tag(tag);
    form.finite = form.tense != Tense::kNone;
    if (tag == Tag::kVB) form.infinitive = true;
  }
  if (form.modality != Modality::kNone) form.infinitive = false;
  if (form.finite && form.own_auxiliary) form.infinitive = false;
  return form;
}

void share_verb_form(const Parse& parse, std::uint32_t verb, const VerbForm& first,
                     VerbForm& form) {
  if (form.own_auxiliary) return;
  if (parse.has_child(verb, Dep::kNsubj) || parse.has_child(verb, Dep::kNsubjpass)) {
    // "26 were killed and 41 WOUNDED": the auxiliary is left out.
    if (first.passive && parse.tag(verb) == Tag::kVBN && !parse.has_child(verb, Dep::kDobj)) {
      form = first;
    }
    return;
  }
  const Tag tag = parse.tag(verb);
  const Tag first_tag = parse.tag(parse.head(verb));
  if (first.passive && (tag != Tag::kVBN || parse.has_child(verb, Dep::kDobj))) return;
  const bool same_shape = tag == first_tag ||
                          (tag == Tag::kVBD && first_tag == Tag::kVBN && first.own_auxiliary) ||
                          (tag == Tag::kVBP && first_tag == Tag::kVB);
  if (!same_shape || tag == Tag::kVBZ) return;
  if (tag == Tag::kVBD && first_tag == Tag::kVBD) return;
  const bool negated = form.negated;
  form = first;
  form.negated = negated;
  for (const std::uint32_t c : parse.children(parse.head(verb))) {
    const bool joins =
        parse.dep(c) == Dep::kCc && (parse.word(c) == "or" || parse.word(c) == "nor");
    if (joins && first.negated) form.negated = true;
  }
}

bool is_negative_phrase(const Parse& parse, std::uint32_t head) {
  if (parse.is(head, WordClass::kNegativePronoun)) return true;
  for (const std::uint32_t c : parse.children(head)) {
    const std::string_view word = parse.word(c);
    const Dep dep = parse.dep(c);
    if ((dep == Dep::kDet || dep == Dep::kNeg || dep == Dep::kPreconj || dep == Dep::kCc) &&
        (word == "no" || word == "neither")) {
      return true;
    }
  }
  return false;
}

std::string_view subordinator(const Parse& parse, std::uint32_t verb) {
  for (const std::uint32_t c : parse.children(verb)) {
    if (c > verb) break;
    const bool marks =
        parse.dep(c) == Dep::kMark || (parse.dep(c) == Dep::kAdvmod && parse.tag(c) == Tag::kWRB);
    if (marks) return parse.word(c);
  }
  return {};
}

}  // namespace entente
