// Names in their place: the tables give every reading of "Jordan", the words
// around it choose.  Each reading gets points: its rank in the tables, whether
// the thing existed on the day, whether the model's entity type fits its kind.
// "Jordan Peterson", tagged as one person, keeps no country in it.
//
// Wrong when the model tags a country as a person and the whole of the name is
// the country's ("Chad said", PERSON): the country is kept all the same.
// Cost: O(tokens + names).
#include "actor/phrase_view.h"

#include <algorithm>
#include <utility>

#include "actor/noun_classes.h"

namespace entente {
namespace {

bool fits(const Candidate& candidate, EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return candidate.kind == NameKind::kPerson;
    case EntityType::kGpe:
      if (candidate.subkind == "grouping") return true;
      return candidate.kind == NameKind::kState || candidate.kind == NameKind::kCity ||
             candidate.kind == NameKind::kRegion;
    case EntityType::kLoc:
      if (candidate.subkind == "grouping") return true;
      return candidate.kind == NameKind::kRegion || candidate.kind == NameKind::kCity;
    case EntityType::kNorp:
      return candidate.form == NameForm::kAdjective || candidate.form == NameForm::kDemonym ||
             candidate.kind == NameKind::kGroup;
    case EntityType::kOrg:
      return candidate.kind == NameKind::kOrganisation || candidate.kind == NameKind::kForce ||
             candidate.kind == NameKind::kGroup;
    default:
      return false;
  }
}

bool is_place(const Candidate& candidate) {
  return candidate.kind == NameKind::kCity || candidate.kind == NameKind::kRegion;
}

void rank(std::vector<Candidate>& candidates, EntityType type, Date date) {
  std::vector<std::pair<int, std::size_t>> order;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    int points = -2 * static_cast<int>(std::min<std::size_t>(i, 20));
    // A capital stays one when the table's state has another key ("Moscow" in 1985).
    if (candidates[i].period.contains(date) || candidates[i].form == NameForm::kCapital)
      points += 8;
    if (fits(candidates[i], type)) points += 4;
    order.emplace_back(-points, i);
  }
  std::ranges::sort(order);
  std::vector<Candidate> ranked;
  ranked.reserve(order.size());
  for (const auto& [points, i] : order) ranked.push_back(candidates[i]);
  candidates = std::move(ranked);
}

}  // namespace

PhraseView::PhraseView(const Analysis& analysis, const std::vector<TimeExpression>& times,
                       std::vector<NameMatch> names, Date date)
    : tree_(analysis) {
  mark_times(times);
  mark_capitals();
  read_names(std::move(names), date);
}

void PhraseView::read_names(std::vector<NameMatch> matches, Date date) {
  name_at_.assign(tree_.size(), -1);
  role_at_.assign(tree_.size(), -1);
  // Roles first: "Bank" is a town in the tables.
  std::ranges::stable_partition(
      matches, [](const NameMatch& m) { return m.candidates.front().kind == NameKind::kRole; });
  for (NameMatch& match : matches) {
    NameUse use{match.tokens, head_of(match.tokens), match.partial, std::move(match.candidates)};
    const bool role = use.best().kind == NameKind::kRole;
    if (!role) {
      rank(use.candidates, tree_.token(use.head).entity_type, date);
      if (!keeps(use)) continue;
    }
    auto& index = role ? role_at_ : name_at_;
    auto& list = role ? roles_ : names_;
    for (auto i = use.tokens.first; i < use.tokens.last; ++i)
      index[i] = static_cast<std::int32_t>(list.size());
    list.push_back(std::move(use));
  }
}

std::uint32_t PhraseView::head_of(TokenRange range) const {
  for (auto i = range.last; i-- > range.first;) {
    const auto h = tree_.head(i);
    const bool outside = h < range.first || h >= range.last || h == i;
    if (outside && tree_.token(i).pos != Pos::kPunct && tree_.token(i).pos != Pos::kPart) return i;
  }
  return range.last - 1;
}

// Whether the best reading can be meant here at all.
bool PhraseView::keeps(const NameUse& use) const {
  const Token& token = tree_.token(use.head);
  const Candidate& best = use.best();
  switch (token.entity_type) {
    case EntityType::kDate:
    case EntityType::kTime:
    case EntityType::kMoney:
    case EntityType::kPercent:
    case EntityType::kQuantity:
    case EntityType::kCardinal:
    case EntityType::kOrdinal:
      // "the Russian new year", "Monday's Moscow talks": inside a date only adjectives count.
      return best.form == NameForm::kAdjective ||
             (tree_.is_capitalised(use.head) && best.form != NameForm::kDemonym &&
              !is_place(best) && best.kind != NameKind::kPerson);
    case EntityType::kWorkOfArt:
    case EntityType::kLanguage:
      return false;
    default:
      break;
  }
  const bool one_word = use.tokens.last - use.tokens.first == 1;
  if (one_word && token.pos == Pos::kVerb && !fits(best, token.entity_type) &&
      !all_caps(tree_.sentence(use.head)))
    return false;
  if (token.entity_type == EntityType::kPerson && best.kind != NameKind::kPerson) {
    // A part of a longer person's name.
    auto inside = [&](std::uint32_t i) {
      return i < tree_.size() && tree_.token(i).entity_type == EntityType::kPerson &&
             tree_.sentence(i) == tree_.sentence(use.head);
    };
    if (inside(use.tokens.last) || (use.tokens.first > 0 && inside(use.tokens.first - 1)))
      return best.form == NameForm::kAdjective;
  }
  const bool place_type =
      token.entity_type == EntityType::kGpe || token.entity_type == EntityType::kLoc;
  if (is_place(best) && token.entity_type == EntityType::kEvent) return false;
  if (is_place(best) && one_word && !place_type &&
      (role_at_[use.head] >= 0 || is_class(tree_.noun(use.head), kCityNoun | kBodyNoun) ||
       all_caps(tree_.sentence(use.head))))
    return false;
  // "the Obama administration" is not of the town.
  if (is_place(best) && one_word && tree_.dep(use.head) == Dep::kCompound &&
      is_class(tree_.noun(tree_.head(use.head)), kGovernmentNoun))
    return false;
  if (is_place(best) && one_word && token.pos != Pos::kPropn &&
      token.entity_type != EntityType::kGpe && token.entity_type != EntityType::kLoc)
    return false;
  return true;
}

void PhraseView::mark_times(const std::vector<TimeExpression>& times) {
  time_.assign(tree_.size(), false);
  for (std::uint32_t i = 0; i < tree_.size(); ++i) {
    const EntityType type = tree_.token(i).entity_type;
    time_[i] = type == EntityType::kDate || type == EntityType::kTime;
    if (time_[i] || !tree_.is_nominal(i)) continue;
    if (tree_.noun(i) != "may" && tree_.noun(i) != "march" && is_class(tree_.noun(i), kTimeNoun))
      time_[i] = true;
  }
  for (const TimeExpression& time : times)
    for (auto i = time.tokens.first; i < time.tokens.last && i < tree_.size(); ++i) time_[i] = true;
}

void PhraseView::mark_capitals() {
  all_caps_.assign(analysis().sentences.size() + 1, false);
  for (std::size_t s = 0; s < analysis().sentences.size(); ++s) {
    const TokenRange range = analysis().sentences[s];
    unsigned words = 0;
    unsigned capital = 0;
    for (auto i = range.first; i < range.last; ++i) {
      const auto text = analysis().token_text(i);
      if (text.size() < 3) continue;
      ++words;
      capital += std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
    }
    all_caps_[s] = words >= 3 && 4 * capital >= 3 * words;
  }
}

}  // namespace entente
