// Idea: a predicate's entries are tried from the most specific to the least;
// the first whose particle and frame all hold is its sense.
//
// Example: "opened fire on the crowd": of the entries of "open", the one with
// object=fire comes before the light verb and holds.
// It gets wrong: two senses that only the subject's history tells apart ("the
// army struck", as a blow or at work).
#include "event/match.h"

#include <algorithm>
#include <limits>

namespace entente {
namespace {

bool is_premodifier(Dep dep) {
  return dep == Dep::kCompound || dep == Dep::kAmod || dep == Dep::kNmod || dep == Dep::kNummod ||
         dep == Dep::kPoss || dep == Dep::kNpadvmod;
}

bool has_word(const std::vector<std::string>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word, std::less<>());
}

bool is_number(const SectionView& view, std::uint32_t token) {
  return view.token(token).tag == Tag::kCD || view.token(token).entity_type == EntityType::kMoney ||
         view.token(token).entity_type == EntityType::kCardinal;
}

class Matcher {
 public:
  explicit Matcher(const SectionView& view)
      : view_(view), entries_(view.propositions().size(), nullptr) {}

  std::vector<const Entry*> run() {
    match_kind(PredicateKind::kNoun);
    match_kind(PredicateKind::kAdjective);
    match_kind(PredicateKind::kVerb);
    return std::move(entries_);
  }

 private:
  void match_kind(PredicateKind kind) {
    const auto& list = view_.propositions();
    // From the end: "responsibility for the ATTACK" asks for what follows.
    for (std::size_t p = list.size(); p-- > 0;) {
      if (list[p].kind == kind) entries_[p] = match(list[p]);
    }
  }

  const Entry* match(const Proposition& p) const {
    switch (p.kind) {
      case PredicateKind::kNoun:
        return match_noun(p);
      case PredicateKind::kAdjective:
        return first_of(view_.lexicon().find(EntryPos::kAdjective, p.lemma), p);
      case PredicateKind::kVerb:
        break;
    }
    // "is concerned about": an adjective that the parser takes for a passive.
    if (p.passive || view_.token(p.head).tag == Tag::kVBN) {
      const auto& adjectives = view_.lexicon().find(EntryPos::kAdjective, view_.lower(p.head));
      if (const Entry* found = first_of(adjectives, p)) return found;
    }
    const std::string_view joined = view_.hyphenated(p.head);
    if (!joined.empty()) {
      const Entry* found = first_of(view_.lexicon().find(EntryPos::kVerb, joined), p);
      if (found != nullptr) return found;
    }
    return first_of(view_.lexicon().find(EntryPos::kVerb, p.lemma), p);
  }

  const Entry* match_noun(const Proposition& p) const {
    const Entry* joined = match_noun_as(p, view_.hyphenated(p.head));
    return joined != nullptr ? joined : match_noun_as(p, p.lemma);
  }

  const Entry* match_noun_as(const Proposition& p, std::string_view lemma) const {
    if (lemma.empty()) return nullptr;
    const auto& entries = view_.lexicon().find(EntryPos::kNoun, lemma);
    const Entry* best = nullptr;
    int best_score = std::numeric_limits<int>::min();
    for (const Entry* entry : entries) {
      if (entry->cls == EntryClass::kEvaluate) continue;
      const int words = count_matching_words(*entry, p);
      if (words == 0) continue;
      const int score = entry->specificity + 24 * (words - 1);
      if (score > best_score && holds(*entry, p)) {
        best = entry;
        best_score = score;
      }
    }
    return best;
  }

  // How many words of a lemma of the entry stand here; 0 if none fits.
  int count_matching_words(const Entry& entry, const Proposition& p) const {
    int best = 0;
    for (const std::string& lemma : entry.lemmas) {
      best = std::max(best, match_lemma(lemma, p));
    }
    return best;
  }

  int match_lemma(std::string_view lemma, const Proposition& p) const {
    std::uint32_t at = p.head;
    int words = 0;
    for (;;) {
      const std::size_t blank = lemma.rfind(' ');
      const std::string_view last = lemma.substr(blank == lemma.npos ? 0 : blank + 1);
      const bool same =
          view_.lemma(at) == last || view_.lower(at) == last || view_.hyphenated(at) == last;
      if (!same) return 0;
      ++words;
      if (blank == lemma.npos) return words;
      if (at == 0) return 0;
      --at;
      lemma = lemma.substr(0, blank);
    }
  }

  const Entry* first_of(const std::vector<const Entry*>& entries, const Proposition& p) const {
    for (const Entry* entry : entries) {
      if (holds(*entry, p)) return entry;
    }
    return nullptr;
  }

  bool holds(const Entry& entry, const Proposition& p) const {
    return particle_holds(entry, p) && std::ranges::all_of(entry.frame, [&](const Condition& c) {
             return condition_holds(c, p);
           });
  }

  bool particle_holds(const Entry& entry, const Proposition& p) const {
    if (entry.particles.empty()) return true;
    return std::ranges::any_of(entry.particles, [&](const std::vector<std::string>& words) {
      return std::ranges::all_of(words,
                                 [&](const std::string& word) { return has_particle(p, word); });
    });
  }

  bool has_particle(const Proposition& p, std::string_view word) const {
    if (p.particle == word) return true;
    bool only_time = false;
    for (const Argument& a : p.arguments) {
      if (a.preposition.empty() || !preposition_is(a.preposition, word)) continue;
      if (!is_time(a.token)) return true;
      only_time = true;
    }
    return !only_time && std::ranges::any_of(view_.children(p.head), [&](std::uint32_t c) {
      return view_.lower(c) == word && view_.token(c).dep != Dep::kNsubj;
    });
  }

  // "called X a liar on Friday" is no calling on.
  bool is_time(std::uint32_t token) const {
    const EntityType type = view_.token(token).entity_type;
    const Mention* mention = view_.mention(token);
    return type == EntityType::kDate || type == EntityType::kTime ||
           (mention != nullptr && mention->kind == MentionKind::kTime);
  }

  // "out of" has both of its words.
  static bool preposition_is(std::string_view preposition, std::string_view word) {
    if (preposition == word) return true;
    return (preposition.ends_with(word) &&
            preposition[preposition.size() - word.size() - 1] == ' ') ||
           (preposition.starts_with(word) && preposition[word.size()] == ' ');
  }

  bool condition_holds(const Condition& c, const Proposition& p) const {
    return is_filled(c, p) != c.forbidden;
  }

  bool is_filled(const Condition& c, const Proposition& p) const {
    if (c.slot.slot == Slot::kAdverb) {
      // "feels threatened": the copula that the predicate hangs on.
      const std::uint32_t above = view_.token(p.head).head;
      if (above != p.head && view_.proposition_at(above) < 0 && !c.words.any() &&
          phrase_passes(view_, entries_, above, c.words)) {
        return true;
      }
      return std::ranges::any_of(view_.children(p.head), [&](std::uint32_t child) {
        return c.words.any() ? view_.token(child).dep == Dep::kAdvmod
                             : phrase_passes(view_, entries_, child, c.words);
      });
    }
    if (c.words.several) return count_somebodies(c, p) > 1;
    if (std::ranges::any_of(p.arguments, [&](const Argument& a) {
          return slot_takes(c.slot, as_finite(a)) &&
                 (c.words.any() || phrase_passes(view_, entries_, a.token, c.words));
        })) {
      return true;
    }
    if (c.slot.slot == Slot::kClauseTo && !c.words.any() && has_purpose(c, p)) return true;
    return c.slot.slot == Slot::kPrep && object_has_preposition(c, p);
  }

  // "sent troops to protect villagers": a purpose, where the frame asks for words.
  bool has_purpose(const Condition& c, const Proposition& p) const {
    return std::ranges::any_of(view_.children(p.head), [&](std::uint32_t child) {
      const std::int32_t clause = view_.proposition_at(child);
      if (clause < 0) return false;
      const Proposition& inner = view_.propositions()[static_cast<std::size_t>(clause)];
      return inner.embedding == Embedding::kAdverbial && inner.marker == "to" &&
             phrase_passes(view_, entries_, child, c.words);
    });
  }

  // "Egypt and Jordan held a drill".
  std::ptrdiff_t count_somebodies(const Condition& c, const Proposition& p) const {
    return std::ranges::count_if(p.arguments, [&](const Argument& a) {
      const Mention* mention = view_.mention(a.token);
      return slot_takes(c.slot, a) && mention != nullptr && !mention->entities.empty();
    });
  }

  // "demanded that Israel withdraw": a bare form, but no infinitive.
  Argument as_finite(const Argument& a) const {
    Argument out = a;
    const std::int32_t p = a.role == Role::kClauseTo ? view_.proposition_at(a.token) : -1;
    if (p >= 0 && view_.propositions()[static_cast<std::size_t>(p)].marker == "that") {
      out.role = Role::kClauseThat;
    }
    return out;
  }

  // "sign a deal WITH Peru": the preposition hangs on the object.
  bool object_has_preposition(const Condition& c, const Proposition& p) const {
    for (const Argument& a : p.arguments) {
      if (a.role != Role::kObject) continue;
      for (std::uint32_t child : view_.children(a.token)) {
        if (view_.token(child).dep != Dep::kPrep || view_.lower(child) != c.slot.preposition) {
          continue;
        }
        if (c.words.any()) return true;
        for (std::uint32_t object : view_.children(child)) {
          if (phrase_passes(view_, entries_, object, c.words)) return true;
        }
      }
    }
    return false;
  }

  static bool slot_takes(const SlotSpec& slot, const Argument& a) {
    switch (slot.slot) {
      case Slot::kSubject:
        return a.role == Role::kSubject;
      case Slot::kObject:
        return a.role == Role::kObject;
      case Slot::kIndirect:
        return a.role == Role::kIndirect;
      case Slot::kAttribute:
        return a.role == Role::kAttribute;
      case Slot::kPossessor:
        return a.role == Role::kPossessor;
      case Slot::kModifier:
        return a.role == Role::kModifier;
      case Slot::kPrep:
        return !a.preposition.empty() && a.preposition == slot.preposition;
      case Slot::kClause:
        return a.role == Role::kClauseThat || a.role == Role::kClauseTo ||
               a.role == Role::kClauseIng;
      case Slot::kClauseThat:
        return a.role == Role::kClauseThat;
      case Slot::kClauseTo:
        return a.role == Role::kClauseTo;
      case Slot::kClauseIng:
        return a.role == Role::kClauseIng;
      case Slot::kAdverb:
      case Slot::kMutual:
      case Slot::kTopic:
        return false;
    }
    return false;
  }

  const SectionView& view_;
  std::vector<const Entry*> entries_;
};

bool words_pass(const SectionView& view, std::uint32_t token, const WordTest& test) {
  if (test.words.empty()) return false;
  const std::string_view head = view.lemma(token);
  if (has_word(test.words, head) || has_word(test.words, view.lower(token))) return true;
  if (!view.hyphenated(token).empty() && has_word(test.words, view.hyphenated(token))) return true;
  std::string pair;
  for (std::uint32_t c : view.children(token)) {
    if (c > token || !is_premodifier(view.token(c).dep)) continue;
    if (view.token(c).dep != Dep::kPoss &&
        (has_word(test.words, view.lemma(c)) || has_word(test.words, view.lower(c)))) {
      return true;
    }
    pair = view.lemma(c);
    pair += ' ';
    pair += head;
    if (has_word(test.words, pair)) return true;
  }
  return false;
}

bool mention_passes(const SectionView& view, std::uint32_t token, const WordTest& test) {
  const Mention* mention = view.mention(token);
  if (mention == nullptr) return false;
  if (test.actor && (mention->kind == MentionKind::kActor ||
                     (mention->kind == MentionKind::kPlace && !mention->entities.empty()) ||
                     mention->kind == MentionKind::kOpen)) {
    return true;
  }
  return test.place && mention->kind == MentionKind::kPlace;
}

bool act_passes(const SectionView& view, const std::vector<const Entry*>& entries,
                std::uint32_t token, const WordTest& test) {
  if (!test.act && test.act_types.empty()) return false;
  const std::int32_t p = view.proposition_at(token);
  if (p < 0) return false;
  const Entry* entry = entries[static_cast<std::size_t>(p)];
  if (entry == nullptr || entry->pos != EntryPos::kNoun || !entry->type) return false;
  return test.act || std::ranges::find(test.act_types, *entry->type) != test.act_types.end();
}

}  // namespace

bool phrase_passes(const SectionView& view, const std::vector<const Entry*>& entries,
                   std::uint32_t token, const WordTest& test) {
  return words_pass(view, token, test) || mention_passes(view, token, test) ||
         act_passes(view, entries, token, test) || (test.number && is_number(view, token));
}

std::vector<const Entry*> match_entries(const SectionView& view) { return Matcher(view).run(); }

const Entry* find_evaluation(const SectionView& view, std::uint32_t token) {
  for (const EntryPos pos : {EntryPos::kAdjective, EntryPos::kNoun}) {
    for (const Entry* entry : view.lexicon().find(pos, view.lemma(token))) {
      if (entry->cls == EntryClass::kEvaluate) return entry;
    }
  }
  return nullptr;
}

}  // namespace entente
