// Idea: modes and contexts are shown by words near the predicate; numbers by
// the verbs of dying, wounding, arresting in its sentence; date and place by
// the expression that hangs nearest above or below the predicate in the parse.
//
// Example: "Gunmen killed at least 12 people in Goma on Friday": dead 12 or
// more, place Goma, date Friday, all of "killed".
// It gets wrong: two deeds with deaths in one sentence share the count.
// Cost: linear in the tokens of the sentence.
#include "event/details.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <charconv>
#include <ranges>

namespace entente {
namespace {

constexpr int kMaxDistance = 12;
constexpr int kDaysUntilHistorical = 366;
constexpr std::size_t kMaxExpressions = 64;  // looked at in one sentence
constexpr std::size_t kMaxCounted = 256;     // predicates asked for numbers in one sentence

bool is_word_before(Dep dep) {
  return dep == Dep::kCompound || dep == Dep::kAmod || dep == Dep::kNmod || dep == Dep::kNpadvmod ||
         dep == Dep::kNummod;
}

// Collects the first mode of a type among the words of phrases.
class ModeFinder {
 public:
  ModeFinder(const SectionView& view, EventType type) : view_(view), type_(type) {}

  void add_phrase(std::uint32_t head) {
    add_word(view_.lemma(head));
    add_word(view_.lower(head));
    std::string pair;
    for (std::uint32_t c : view_.children(head)) {
      if (c > head || !is_word_before(view_.token(c).dep)) continue;
      add_word(view_.lemma(c));
      add_word(view_.lower(c));
      pair.assign(view_.lemma(c)).append(" ").append(view_.lemma(head));
      add_word(pair);
    }
  }

  std::string result() const {
    return best_ < 0 ? std::string()
                     : view_.lexicon().modes()[static_cast<std::size_t>(best_)].label;
  }

 private:
  void add_word(std::string_view word) {
    for (const std::uint8_t row : view_.lexicon().modes_of(word)) {
      if (view_.lexicon().modes()[row].type != type_) continue;
      if (best_ < 0 || row < best_) best_ = row;
      return;
    }
  }

  const SectionView& view_;
  EventType type_;
  int best_ = -1;
};

bool has_preposition(const Proposition& p, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(p.arguments, [&](const Argument& a) {
    return a.role == Role::kPrep && std::ranges::find(words, a.preposition) != words.end();
  });
}

// An instrument, a means, a theme; not the victim, who may drive a tank.
bool shows_mode(const Proposition& p, const Argument& a, EventType type) {
  switch (a.role) {
    case Role::kSubject:
    case Role::kModifier:
    case Role::kAttribute:
      return true;
    case Role::kObject:
      return type != EventType::kAssault || has_preposition(p, {"at", "on", "into", "against"});
    case Role::kPrep:
      return a.preposition == "with" || a.preposition == "by" || a.preposition == "in" ||
             a.preposition == "using" || (a.preposition == "at" && type == EventType::kConsult) ||
             a.preposition == "of" || a.preposition == "for";
    default:
      return false;
  }
}

struct NumberWord {
  std::string_view word;
  std::int64_t min;
  std::int64_t max;
};

constexpr NumberWord kNumberWords[] = {{"a", 1, 1},
                                       {"an", 1, 1},
                                       {"one", 1, 1},
                                       {"two", 2, 2},
                                       {"both", 2, 2},
                                       {"three", 3, 3},
                                       {"four", 4, 4},
                                       {"five", 5, 5},
                                       {"six", 6, 6},
                                       {"seven", 7, 7},
                                       {"eight", 8, 8},
                                       {"nine", 9, 9},
                                       {"ten", 10, 10},
                                       {"eleven", 11, 11},
                                       {"twelve", 12, 12},
                                       {"thirteen", 13, 13},
                                       {"fourteen", 14, 14},
                                       {"fifteen", 15, 15},
                                       {"sixteen", 16, 16},
                                       {"seventeen", 17, 17},
                                       {"eighteen", 18, 18},
                                       {"nineteen", 19, 19},
                                       {"twenty", 20, 20},
                                       {"thirty", 30, 30},
                                       {"forty", 40, 40},
                                       {"fifty", 50, 50},
                                       {"dozen", 12, 12},
                                       {"dozens", 24, 99},
                                       {"scores", 40, 99},
                                       {"hundred", 100, 100},
                                       {"hundreds", 200, 999},
                                       {"thousand", 1000, 1000},
                                       {"thousands", 2000, 9999},
                                       {"tens", 20, 99},
                                       {"several", 3, 9},
                                       {"few", 3, 9},
                                       {"million", 1000000, 1000000},
                                       {"millions", 2000000, 9999999},
                                       {"couple", 2, 2}};

std::optional<NumberWord> read_number_word(std::string_view word) {
  const auto* found = std::ranges::find(kNumberWords, word, &NumberWord::word);
  if (found != std::end(kNumberWords)) return *found;
  std::string digits;
  for (char c : word) {
    if (c != ',') digits += c;
  }
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || digits.empty()) {
    return std::nullopt;
  }
  return NumberWord{word, value, value};
}

enum class Bound { kExact, kAtLeast, kAtMost };

Bound read_bound(const SectionView& view, std::uint32_t number) {
  for (std::uint32_t back = 1; back <= 2 && back <= number; ++back) {
    const std::string_view word = view.lower(number - back);
    if (word == "least" || word == "over" || word == "than") {
      const bool less =
          word == "than" && number >= back + 1 &&
          (view.lower(number - back - 1) == "less" || view.lower(number - back - 1) == "fewer");
      return less ? Bound::kAtMost : Bound::kAtLeast;
    }
    if (word == "most" || word == "to" || word == "nearly" || word == "almost")
      return Bound::kAtMost;
  }
  return Bound::kExact;
}

// The token of the number in front of, or counted over, `token`.
std::optional<std::uint32_t> find_number(const SectionView& view, std::uint32_t token) {
  if (read_number_word(view.lower(token)) && view.token(token).tag == Tag::kCD) return token;
  for (std::uint32_t c : view.children(token)) {
    const Dep dep = view.token(c).dep;
    if ((dep == Dep::kNummod || dep == Dep::kAmod || dep == Dep::kQuantmod) &&
        read_number_word(view.lower(c))) {
      return c;
    }
  }
  // "dozens of people": the phrase stands under its quantity.
  const std::uint32_t of = view.token(token).head;
  if (of != token && view.lower(of) == "of" && view.token(of).head != of) {
    const std::uint32_t counter = view.token(of).head;
    if (read_number_word(view.lower(counter))) return counter;
  }
  for (std::uint32_t c : view.children(token)) {
    if (view.token(c).dep == Dep::kDet && (view.lower(c) == "a" || view.lower(c) == "an")) return c;
  }
  return std::nullopt;
}

struct CountedVerb {
  std::string_view lemma;
  Role role;  // who is counted
};
constexpr CountedVerb kDying[] = {{"kill", Role::kObject},   {"die", Role::kSubject},
                                  {"murder", Role::kObject}, {"massacre", Role::kObject},
                                  {"behead", Role::kObject}, {"execute", Role::kObject}};
constexpr CountedVerb kWounding[] = {
    {"wound", Role::kObject}, {"injure", Role::kObject}, {"hurt", Role::kObject}};
constexpr CountedVerb kArresting[] = {
    {"arrest", Role::kObject}, {"detain", Role::kObject}, {"jail", Role::kObject}};

template <std::size_t N>
std::optional<Quantity> count_in_sentence(const SectionView& view, std::uint32_t sentence,
                                          const CountedVerb (&verbs)[N]) {
  const auto here =
      std::ranges::equal_range(view.propositions(), sentence, {}, &Proposition::sentence);
  for (const Proposition& p : here | std::views::take(kMaxCounted)) {
    if (p.negated) continue;
    const auto* verb = std::ranges::find(verbs, p.lemma, &CountedVerb::lemma);
    if (verb == std::end(verbs)) continue;
    for (const Argument& a : p.arguments) {
      if (a.role != verb->role) continue;
      if (auto quantity = read_quantity(view, a.token)) return quantity;
    }
  }
  return std::nullopt;
}

// The predicate that a phrase hangs on, or -1.
std::int32_t owner_of(const SectionView& view, std::uint32_t token) {
  std::uint32_t at = token;
  for (int step = 0; step < kMaxDistance && view.proposition_at(at) < 0; ++step) {
    if (view.is_root(at)) return -1;
    at = view.token(at).head;
  }
  return view.proposition_at(at);
}

// The time or place of a report is not that of a deed that it tells, but it is
// that of what the speaker does by speaking.
bool is_told_elsewhere(const std::vector<Act>& acts, std::int32_t inner, std::int32_t outer) {
  const Entry* speech = acts[static_cast<std::size_t>(outer)].entry;
  if (speech == nullptr) return false;
  const bool says = speech->cls == EntryClass::kReport || speech->cls == EntryClass::kExpect ||
                    speech->cls == EntryClass::kFear || speech->cls == EntryClass::kDeny ||
                    speech->cls == EntryClass::kAccuse || speech->cls == EntryClass::kClaim;
  const auto& type = acts[static_cast<std::size_t>(inner)].type;
  return says && type && quad_class(*type) % 2 == 0;
}

// From `p` outwards to `owner`: "began on Monday to withdraw"; -1: not so.
int distance_up(const SectionView& view, const std::vector<Act>& acts, std::int32_t p,
                std::int32_t owner) {
  std::int32_t up = p;
  for (int distance = 0; distance < kMaxDistance; ++distance) {
    if (up == owner) return distance;
    const Proposition& here = view.propositions()[static_cast<std::size_t>(up)];
    const bool apart = here.embedding == Embedding::kRelative ||
                       (here.embedding == Embedding::kAdverbial && here.marker != "when" &&
                        here.marker != "while" && here.marker != "as");
    if (here.parent < 0 || apart || is_told_elsewhere(acts, p, here.parent)) {
      return -1;
    }
    up = here.parent;
  }
  return -1;
}

// From `owner` outwards to `p`: "met ministers in Paris", "the talks that ended
// on Friday", "a visit expected to be held in May"; -1: not so.
int distance_down(const SectionView& view, std::int32_t p, std::int32_t owner) {
  const Proposition& predicate = view.propositions()[static_cast<std::size_t>(p)];
  std::int32_t up = owner;
  for (int distance = 1; distance < 3; ++distance) {
    const Proposition& here = view.propositions()[static_cast<std::size_t>(up)];
    const bool inside = here.embedding == Embedding::kNominal;
    const bool clause_of_noun =
        predicate.kind == PredicateKind::kNoun &&
        (here.embedding == Embedding::kRelative || here.embedding == Embedding::kComplement);
    if (here.parent < 0 || (!inside && !clause_of_noun)) return -1;
    up = here.parent;
    if (up == p) return distance;
  }
  return -1;
}

// How far the predicate stands from what the expression hangs on: 0 = it hangs
// on the predicate itself; -1 = elsewhere.
int attachment(const SectionView& view, const std::vector<Act>& acts, std::uint32_t token,
               std::int32_t p) {
  const std::int32_t owner = owner_of(view, token);
  if (owner < 0) return -1;
  const int up = distance_up(view, acts, p, owner);
  // "the 1972 treaty": a name, unless the noun itself is the act.
  if (up >= 0 || is_word_before(view.token(token).dep)) return up;
  return distance_down(view, p, owner);
}

// Index of the expression that hangs nearest, or -1.  `Range`: has `tokens`.
template <typename Range, typename Accepts>
std::ptrdiff_t nearest(const SectionView& view, const std::vector<Act>& acts,
                       const std::vector<Range>& list, std::int32_t p, Accepts&& accepts) {
  const Proposition& proposition = view.propositions()[static_cast<std::size_t>(p)];
  const TokenRange sentence = view.sentence_of(proposition);
  auto at = std::ranges::lower_bound(list, sentence.first, {},
                                     [](const Range& r) { return r.tokens.first; });
  std::ptrdiff_t best = -1;
  int best_distance = 0;
  for (std::size_t seen = 0;
       at != list.end() && at->tokens.first < sentence.last && seen < kMaxExpressions;
       ++at, ++seen) {
    if (!accepts(*at)) continue;
    const int distance = attachment(view, acts, at->tokens.last - 1, p);
    if (distance < 0 || (best >= 0 && distance >= best_distance)) continue;
    best = at - list.begin();
    best_distance = distance;
  }
  return best;
}

// The token behind the dash of "KABUL, March 3 - …", or 0.
std::uint32_t end_of_dateline(const SectionView& view) {
  constexpr std::uint32_t kPlaceWithin = 4;
  constexpr std::uint32_t kDashWithin = 16;
  const auto& places = view.section().places;
  if (places.empty() || places.front().tokens.first > kPlaceWithin) return 0;
  const std::uint32_t end = std::min(view.size(), kDashWithin);
  for (std::uint32_t i = places.front().tokens.last; i < end; ++i) {
    const std::string_view word = view.lower(i);
    if (view.token(i).pos == Pos::kVerb) return 0;
    if (word == "-" || word == "–" || word == "—" || word == "--") return i + 1;
  }
  return 0;
}

bool is_long_ago(const PartialDate& date, const Date& published) {
  return date.last.plus_days(kDaysUntilHistorical) < published;
}

}  // namespace

std::string find_mode(const SectionView& view, std::int32_t p, EventType type) {
  const Proposition& proposition = view.propositions()[static_cast<std::size_t>(p)];
  ModeFinder finder(view, type);
  finder.add_phrase(proposition.head);
  for (const Argument& a : proposition.arguments) {
    if (shows_mode(proposition, a, type)) finder.add_phrase(a.token);
  }
  return finder.result();
}

std::vector<std::string> find_contexts(const SectionView& view, std::int32_t p) {
  const Proposition& proposition = view.propositions()[static_cast<std::size_t>(p)];
  std::bitset<256> shown;
  const auto add = [&](std::string_view word) {
    for (const std::uint8_t row : view.lexicon().contexts_of(word)) shown.set(row);
  };
  const auto add_phrase = [&](std::uint32_t head) {
    add(view.lemma(head));
    std::string pair;
    for (std::uint32_t c : view.children(head)) {
      if (c > head || !is_word_before(view.token(c).dep)) continue;
      add(view.lemma(c));
      pair.assign(view.lemma(c)).append(" ").append(view.lemma(head));
      add(pair);
    }
  };
  const auto add_clause = [&](const Proposition& clause) {
    add_phrase(clause.head);
    for (const Argument& a : clause.arguments) {
      add_phrase(a.token);
      for (std::uint32_t prep : view.children(a.token)) {
        if (view.token(prep).dep != Dep::kPrep) continue;
        for (std::uint32_t object : view.children(prep)) add_phrase(object);
      }
    }
  };
  add_clause(proposition);
  // "accused of spreading lies": what the clause inside is about.
  for (const Argument& a : proposition.arguments) {
    const bool clause =
        a.role == Role::kClauseThat || a.role == Role::kClauseTo || a.role == Role::kClauseIng;
    if (clause && a.proposition >= 0) {
      add_clause(view.propositions()[static_cast<std::size_t>(a.proposition)]);
    }
  }
  std::vector<std::string> out;
  for (std::size_t row = 0; row < view.lexicon().contexts().size(); ++row) {
    if (shown.test(row)) out.push_back(view.lexicon().contexts()[row].label);
  }
  return out;
}

std::vector<std::string> find_topic(const SectionView& view, std::int32_t p) {
  constexpr std::uint32_t kReach = 30;
  constexpr int kDepth = 8;
  const Proposition& proposition = view.propositions()[static_cast<std::size_t>(p)];
  const TokenRange sentence = view.sentence_of(proposition);
  const std::uint32_t first =
      std::max(sentence.first, proposition.head - std::min(proposition.head, kReach));
  const std::uint32_t last = std::min(sentence.last, proposition.head + kReach);
  std::vector<std::string> out;
  for (std::uint32_t i = first; i < last; ++i) {
    const Pos pos = view.token(i).pos;
    if (pos != Pos::kNoun && pos != Pos::kPropn && pos != Pos::kVerb) continue;
    std::uint32_t up = i;
    for (int step = 0; step < kDepth && up != proposition.head && !view.is_root(up); ++step) {
      up = view.token(up).head;
    }
    if (up == proposition.head) out.emplace_back(view.lemma(i));
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

std::optional<Quantity> read_quantity(const SectionView& view, std::uint32_t token) {
  const auto number = find_number(view, token);
  if (!number) return std::nullopt;
  const auto value = read_number_word(view.lower(*number));
  Quantity quantity{value->min, value->max, std::string(view.analysis().token_text(*number)),
                    view.analysis().token_span(*number)};
  switch (read_bound(view, *number)) {
    case Bound::kExact:
      break;
    case Bound::kAtLeast:
      quantity.max.reset();
      break;
    case Bound::kAtMost:
      quantity.min = 0;
      break;
  }
  return quantity;
}

void add_numbers(const SectionView& view, std::int32_t p, Event& event) {
  const Proposition& proposition = view.propositions()[static_cast<std::size_t>(p)];
  if (event.type == EventType::kAssault || event.type == EventType::kProtest) {
    event.dead = count_in_sentence(view, proposition.sentence, kDying);
    event.injured = count_in_sentence(view, proposition.sentence, kWounding);
  }
  if (event.type == EventType::kCoerce || event.type == EventType::kProtest) {
    event.arrested = count_in_sentence(view, proposition.sentence, kArresting);
  }
  if (event.type != EventType::kProtest) return;
  for (const Argument& a : proposition.arguments) {
    if (a.role == Role::kSubject && !event.size) event.size = read_quantity(view, a.token);
  }
}

bool is_dated_ahead(const SectionView& view, const std::vector<Act>& acts, std::int32_t p) {
  const auto& published = view.reading().document->date;
  const Proposition& here = view.propositions()[static_cast<std::size_t>(p)];
  const bool open = here.tense == Tense::kPresent && !here.perfect;
  if (!published || (here.kind == PredicateKind::kVerb && !open)) return false;
  const auto& times = view.section().times;
  const std::ptrdiff_t found = nearest(view, acts, times, p, [&](const TimeExpression& t) {
    return t.date.has_value() && !t.duration_start && t.basis == DateBasis::kPublication &&
           owner_of(view, t.tokens.last - 1) == p;
  });
  return found >= 0 && *published < times[static_cast<std::size_t>(found)].date->first;
}

void add_date(const SectionView& view, const std::vector<Act>& acts, std::int32_t p, Event& event) {
  const auto& published = view.reading().document->date;
  const auto& times = view.section().times;
  const std::ptrdiff_t found =
      nearest(view, acts, times, p, [](const TimeExpression& t) { return t.date.has_value(); });
  if (found >= 0) {
    const TimeExpression& time = times[static_cast<std::size_t>(found)];
    if (published && is_long_ago(*time.date, *published) && has_happened(event.status)) {
      event.status = EventStatus::kHistorical;
    }
    event.date_span = view.analysis().span(time.tokens);
    event.date_precision = time.date->precision;
    event.date_basis = time.basis;
    // "years ago", "the 1990s": enough for the status, no date to print.
    if (time.date->precision != DatePrecision::kUnknown) event.date = time.date;
    // "since May": it began then and goes on.
    if (!time.duration_start || event.status == EventStatus::kHistorical) return;
    event.date_span.reset();
    event.date.reset();
    event.date_precision = DatePrecision::kUnknown;
  }
  event.date_basis = DateBasis::kInferred;
  if (!published || !has_happened(event.status)) return;
  event.date = PartialDate{*published, *published, DatePrecision::kDay};
  event.date_precision = DatePrecision::kDay;
}

std::optional<Location> find_dateline(const SectionView& view) {
  const auto& places = view.section().places;
  if (end_of_dateline(view) == 0 || places.empty()) return std::nullopt;
  return places.front().location;
}

std::optional<Location> find_place(const SectionView& view, const std::vector<Act>& acts,
                                   std::int32_t p, const Event& event) {
  const auto& places = view.section().places;
  const std::uint32_t dateline = end_of_dateline(view);
  const auto inside_actor = [&](const Toponym& place) {
    const Span span = view.analysis().span(place.tokens);
    return std::ranges::any_of(event.actors, [&](const Entity& actor) {
      return actor.span.section == span.section && actor.span.begin <= span.begin &&
             span.end <= actor.span.end;
    });
  };
  const std::ptrdiff_t found = nearest(view, acts, places, p, [&](const Toponym& place) {
    return place.location.has_value() && place.tokens.first >= dateline && !inside_actor(place);
  });
  if (found < 0) return std::nullopt;
  return places[static_cast<std::size_t>(found)].location;
}

}  // namespace entente
