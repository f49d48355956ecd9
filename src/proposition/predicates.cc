#include "proposition/predicates.h"

#include "proposition/phrases.h"

namespace entente {
namespace {

bool is_verb_predicate(const Parse& parse, std::uint32_t i) {
  if (!is_verb(parse, i)) return false;
  switch (parse.dep(i)) {
    case Dep::kAux:
    case Dep::kAuxpass:
    case Dep::kAmod:
    case Dep::kCompound:
    case Dep::kNmod:
    case Dep::kPrep:
    case Dep::kCc:
    case Dep::kMark:
    case Dep::kDet:
    case Dep::kPunct:
      return false;
    default:
      return true;
  }
}

bool is_measure(EntityType type) {
  return type == EntityType::kDate || type == EntityType::kTime || type == EntityType::kMoney ||
         type == EntityType::kPercent || type == EntityType::kQuantity;
}

bool is_noun_predicate(Parse& parse, std::uint32_t i) {
  if (parse.pos(i) != Pos::kNoun) return false;
  switch (parse.dep(i)) {
    case Dep::kCompound:
    case Dep::kNmod:
    case Dep::kNpadvmod:
    case Dep::kQuantmod:
    case Dep::kAmod:
    case Dep::kDet:
    case Dep::kPunct:
      return false;
    default:
      break;
  }
  if (is_measure(parse.entity(i)) || content_of(parse, i) != i) return false;
  return !is_inside_preposition(parse, i);
}

bool is_adjective_predicate(const Parse& parse, const Predicates& found, std::uint32_t i) {
  if (parse.pos(i) != Pos::kAdj) return false;
  switch (parse.dep(i)) {
    case Dep::kAcomp:
    case Dep::kOprd:
    case Dep::kAttr:
    case Dep::kRoot:
    case Dep::kCcomp:
    case Dep::kXcomp:
    case Dep::kAdvcl:
    case Dep::kRelcl:
      return true;
    case Dep::kConj:
      return found.is(parse.head(i), PredicateKind::kAdjective);
    default:
      return parse.has_child(i, Dep::kNsubj);
  }
}

// Marks and numbers are never predicates, whatever the tagger says.
bool is_word(const Parse& parse, std::uint32_t i) {
  const std::string_view word = parse.word(i);
  return !word.empty() &&
         (static_cast<unsigned char>(word[0]) >= 0x80 || (word[0] >= 'a' && word[0] <= 'z'));
}

}  // namespace

Predicates find_predicates(Parse& parse) {
  Predicates found;
  found.index.assign(parse.size(), -1);
  std::vector<Predicates::Item> items;
  for (const std::uint32_t i : parse.top_down()) {
    if (!is_word(parse, i)) continue;
    PredicateKind kind = PredicateKind::kVerb;
    if (is_adjective_predicate(parse, found, i)) {
      kind = PredicateKind::kAdjective;
    } else if (is_noun_predicate(parse, i)) {
      kind = PredicateKind::kNoun;
    } else if (!is_verb_predicate(parse, i)) {
      continue;
    }
    found.index[i] = static_cast<std::int32_t>(found.items.size());
    found.items.push_back({i, kind});
  }
  // Into the order of the text.
  for (std::uint32_t i = 0; i < parse.size(); ++i) {
    if (found.index[i] < 0) continue;
    items.push_back(found.items[static_cast<std::size_t>(found.index[i])]);
    found.index[i] = static_cast<std::int32_t>(items.size() - 1);
  }
  found.items = std::move(items);
  return found;
}

}  // namespace entente
