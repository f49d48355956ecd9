#include "proposition/build.h"

#include <vector>

#include "proposition/arguments.h"
#include "proposition/clause.h"
#include "proposition/deep.h"
#include "proposition/embedding.h"
#include "proposition/headline.h"
#include "proposition/parse.h"
#include "proposition/predicates.h"
#include "proposition/quotation.h"
#include "proposition/repair.h"

namespace entente {
namespace {

bool is_imperative(const Parse& parse, const Frame& frame, const Embedded& embedded,
                   std::uint32_t verb) {
  return embedded.embedding == Embedding::kRoot && embedded.parent < 0 && frame.surface.empty() &&
         frame.form.infinitive && !frame.form.own_auxiliary && parse.tag(verb) == Tag::kVB;
}

void copy_form(const VerbForm& form, Proposition& proposition) {
  proposition.negated = form.negated;
  proposition.passive = form.passive;
  proposition.perfect = form.perfect;
  proposition.progressive = form.progressive;
  proposition.infinitive = form.infinitive;
  proposition.tense = form.tense;
  proposition.modality = form.modality;
}

void copy_embedding(const Embedded& embedded, Proposition& proposition) {
  proposition.parent = embedded.parent;
  proposition.embedding = embedded.embedding;
  proposition.marker = embedded.marker;
  proposition.conditional = embedded.conditional;
  proposition.question = embedded.question;
}

// "no talks were held", "nobody came", "without firing a shot".
void add_negation_by_phrase(const Parse& parse, Proposition& proposition) {
  if (proposition.kind == PredicateKind::kNoun) {
    if (is_negative_phrase(parse, proposition.head)) proposition.negated = true;
  } else {
    for (const std::uint32_t c : parse.children(proposition.head)) {
      const Dep dep = parse.dep(c);
      const bool counts = dep == Dep::kNsubj || dep == Dep::kNsubjpass || dep == Dep::kDobj;
      if (counts && is_negative_phrase(parse, c)) proposition.negated = true;
    }
    for (const Argument& a : proposition.arguments) {
      const bool counts = a.role == Role::kSubject || a.role == Role::kObject;
      if (counts && a.origin != ArgumentOrigin::kControl && is_negative_phrase(parse, a.token)) {
        proposition.negated = true;
      }
    }
  }
  if (proposition.marker == "without") proposition.negated = true;
}

void link_arguments(const Predicates& predicates, std::vector<Proposition>& list) {
  for (Proposition& p : list) {
    for (Argument& a : p.arguments) a.proposition = predicates.at(a.token);
  }
}

}  // namespace

Propositions build_propositions(const Analysis& analysis, const WordClasses& classes) {
  Propositions result;
  Parse parse(analysis, classes, result.strings);
  const std::vector<bool> headline = find_headlines(parse);
  repair(parse, headline);
  const Predicates predicates = find_predicates(parse);
  const DeepFrames frames(parse, predicates, headline);
  const std::vector<Embedded> embedded = find_embeddings(parse, predicates, frames);
  result.list.resize(predicates.items.size());
  for (std::size_t i = 0; i < result.list.size(); ++i) {
    Proposition& p = result.list[i];
    const Frame& frame = frames.at(static_cast<std::int32_t>(i));
    p.head = predicates.items[i].head;
    p.kind = predicates.items[i].kind;
    p.section = analysis.section;
    p.sentence = parse.sentence(p.head);
    p.lemma = parse.lemma(p.head);
    if (p.kind != PredicateKind::kNoun) copy_form(frame.form, p);
    copy_embedding(embedded[i], p);
    p.imperative = p.kind == PredicateKind::kVerb && !headline[parse.segment(p.head)] &&
                   is_imperative(parse, frame, embedded[i], p.head);
    collect_arguments(parse, predicates, frames, p);
    add_negation_by_phrase(parse, p);
  }
  share_light_verbs(parse, predicates, result.list);
  link_arguments(predicates, result.list);
  result.quotations = find_quotations(parse, predicates, frames, headline);
  mark_quoted(result.quotations, result.list);
  return result;
}

}  // namespace entente
