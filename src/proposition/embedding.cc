// Who embeds whom.
//
// Idea: going down the parse, every token inherits the nearest predicate above
// it (its owner) and the dependency by which the path leaves that owner; a
// preposition on the path is kept as the marker.  The label of that dependency
// and the form of the predicate itself give the embedding.  A conjunct is
// embedded as the first of its row.
//
// Example: "After the raid, Kyiv said rebels, fearing arrest, had fled."
//   raid: nominal in "said", marker "after"; had fled: complement of "said";
//   fearing: participial in "fled"; arrest: nominal in "fearing".
// It gets wrong: what the parser hangs on the wrong verb.
// Cost: linear.
#include "proposition/embedding.h"

#include <algorithm>
#include <string>

namespace entente {
namespace {

// The way from the nearest predicate above a token down to it.
struct Path {
  std::int32_t owner = -1;
  Dep dep = Dep::kRoot;     // the label that leaves the owner
  std::string_view marker;  // the prepositions on the way
};

class EmbeddingFinder {
 public:
  EmbeddingFinder(Parse& parse, const Predicates& predicates, const DeepFrames& frames)
      : parse_(parse), predicates_(predicates), frames_(frames) {
    paths_.resize(parse.size());
    result_.resize(predicates.items.size());
    note_markers();
  }

  std::vector<Embedded> run() {
    for (const std::uint32_t i : parse_.top_down()) {
      if (!parse_.is_root(i)) paths_[i] = path_below(parse_.head(i), i);
      const std::int32_t p = predicates_.at(i);
      if (p >= 0) result_[static_cast<std::size_t>(p)] = embed(i);
    }
    lift_speech_verbs();
    return std::move(result_);
  }

 private:
  // Objects of prepositions know their whole preposition ("in response to");
  // what a quantity counts has the marker of the quantity.
  void note_markers() {
    known_.assign(parse_.size(), false);
    markers_.resize(parse_.size());
    for (std::size_t p = 0; p < predicates_.items.size(); ++p) {
      const Frame& frame = frames_.at(static_cast<std::int32_t>(p));
      for (const auto* fillers : {&frame.object, &frame.surface, &frame.indirect}) {
        for (const Filler& f : *fillers) {
          const bool own = f.origin == ArgumentOrigin::kDirect ||
                           f.origin == ArgumentOrigin::kPassive ||
                           f.origin == ArgumentOrigin::kInversion;
          if (own) known_[f.token] = true;
        }
      }
      for (const PrepObject& o : frame.prepositions) {
        known_[o.token] = true;
        markers_[o.token] = o.preposition;
      }
    }
  }

  Path path_below(std::uint32_t head, std::uint32_t i) {
    const Dep dep = parse_.dep(i);
    if (dep == Dep::kConj && predicates_.at(i) >= 0) return paths_[head];
    Path path;
    if (predicates_.at(head) >= 0) {
      path.owner = predicates_.at(head);
      path.dep = dep;
    } else {
      path = paths_[head];
    }
    const bool of_because = dep == Dep::kPcomp && parse_.pos(i) == Pos::kAdp;
    if (dep == Dep::kPrep || dep == Dep::kAgent || dep == Dep::kDative || of_because) {
      const bool chained = parse_.dep(head) == Dep::kPrep && !path.marker.empty();
      path.marker = chained ? join(path.marker, parse_.word(i)) : whole_preposition(i);
    }
    if (dep == Dep::kPobj && path.dep != Dep::kPrep && path.marker.empty()) {
      path.marker = parse_.word(head);
    }
    return path;
  }

  // "INSTEAD OF attacking": the adverb before it is part of the preposition.
  std::string_view whole_preposition(std::uint32_t i) {
    if (i == 0 || parse_.pos(i - 1) != Pos::kAdv) return parse_.word(i);
    const std::string both = std::string(parse_.word(i - 1)) + ' ' + std::string(parse_.word(i));
    const bool known = parse_.word_classes().find(both).has(WordClass::kComplexPreposition);
    return known ? parse_.strings().keep(both) : parse_.word(i);
  }

  std::string_view join(std::string_view a, std::string_view b) {
    if (a.size() > kMaxMarker) return b;
    return parse_.strings().keep(std::string(a) + ' ' + std::string(b));
  }

  const Embedded* parent_of(const Embedded& e) const {
    return e.parent < 0 ? nullptr : &result_[static_cast<std::size_t>(e.parent)];
  }

  Embedded embed(std::uint32_t i) {
    const std::int32_t p = predicates_.at(i);
    const PredicateKind kind = predicates_.items[static_cast<std::size_t>(p)].kind;
    const std::uint32_t head = parse_.head(i);
    const std::int32_t above = predicates_.at(head);
    Embedded e;
    if (parse_.dep(i) == Dep::kConj && !parse_.is_root(i) && above >= 0) {
      e = result_[static_cast<std::size_t>(above)];
      if (const std::string_view own = kind == PredicateKind::kVerb ? own_marker(i) : "";
          !own.empty()) {
        e.marker = own;
      }
      return e;
    }
    const Path& path = paths_[i];
    e.parent = path.owner;
    if (const Embedded* parent = parent_of(e); parent != nullptr) {
      e.conditional = parent->conditional;
      e.question = parent->question;
    } else {
      e.question = ends_in_question(i);
    }
    e.marker = known_[i] ? markers_[i] : path.marker;
    if (e.parent < 0) return e;
    if (kind == PredicateKind::kNoun) {
      embed_noun(i, e);
    } else {
      embed_clause(i, path, e);
    }
    return e;
  }

  void embed_noun(std::uint32_t i, Embedded& e) {
    const bool attribute = parse_.dep(i) == Dep::kAttr || parse_.dep(i) == Dep::kOprd;
    e.embedding = attribute ? Embedding::kComplement : Embedding::kNominal;
    if (parse_.word_classes().find(e.marker).has(WordClass::kCondition)) e.conditional = true;
  }

  void embed_clause(std::uint32_t i, const Path& path, Embedded& e) {
    const VerbForm& form = frames_.at(predicates_.at(i)).form;
    const std::string_view word = own_marker(i);
    if (!word.empty()) e.marker = word;
    if (parse_.word_classes().find(e.marker).has(WordClass::kCondition)) e.conditional = true;
    const bool of_noun =
        predicates_.items[static_cast<std::size_t>(path.owner)].kind == PredicateKind::kNoun;
    // The clause's own label counts where it hangs on a word that is no
    // predicate: "as SOON as X agreed", "KIM, who left".
    const Dep own = parse_.dep(i);
    const bool own_label = own == Dep::kRelcl || own == Dep::kAcl || own == Dep::kAdvcl;
    switch (own_label ? own : path.dep) {
      case Dep::kRelcl:
        e.embedding = Embedding::kRelative;
        e.marker = word;
        break;
      case Dep::kAcl:
        e.embedding = form.to || form.finite ? Embedding::kComplement : Embedding::kRelative;
        e.marker = word;
        break;
      case Dep::kAdvcl:
        embed_adverbial(form, word, e);
        break;
      case Dep::kPrep:
      case Dep::kAgent:
        e.embedding = is_complement_preposition(e.marker) || of_noun ? Embedding::kComplement
                                                                     : Embedding::kAdverbial;
        break;
      case Dep::kParataxis:
      case Dep::kDep:
        e.embedding = Embedding::kRoot;
        break;
      default:
        e.embedding = Embedding::kComplement;
    }
  }

  void embed_adverbial(const VerbForm& form, std::string_view word, Embedded& e) {
    if (!word.empty()) {
      e.embedding = Embedding::kAdverbial;
    } else if (form.to) {
      e.embedding = goes_on(e.parent) ? Embedding::kComplement : Embedding::kAdverbial;
      e.marker = "to";
    } else if (form.finite) {
      e.embedding = Embedding::kAdverbial;
    } else {
      e.embedding = Embedding::kParticipial;
    }
  }

  // "went on to expel": no purpose.
  bool goes_on(std::int32_t p) const {
    const std::uint32_t verb = predicates_.items[static_cast<std::size_t>(p)].head;
    if (parse_.lemma(verb) != "go") return false;
    const auto children = parse_.children(verb);
    return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
      return parse_.dep(c) == Dep::kPrt && parse_.word(c) == "on";
    });
  }

  std::string_view own_marker(std::uint32_t i) const { return subordinator(parse_, i); }

  // Prepositions whose -ing clause belongs to the meaning of the verb.
  static bool is_complement_preposition(std::string_view word) {
    return word == "of" || word == "from" || word == "to" || word == "for" || word == "in" ||
           word == "with" || word == "into" || word == "about" || word == "against" ||
           word == "on" || word == "at" || word == "over";
  }

  bool ends_in_question(std::uint32_t i) const {
    const TokenRange s = parse_.segments()[parse_.segment(i)];
    for (std::uint32_t t = s.last; t > s.first && s.last - t < 3; --t) {
      const std::string_view word = parse_.word(t - 1);
      if (word == "?") return true;
      if (parse_.pos(t - 1) != Pos::kPunct && parse_.pos(t - 1) != Pos::kSpace) return false;
    }
    return false;
  }

  // "The talks, HE SAID, were good": the parser hangs the speech verb on what
  // was said; turned round, it embeds it.
  void lift_speech_verbs() {
    for (std::size_t p = 0; p < result_.size(); ++p) {
      const std::uint32_t verb = predicates_.items[p].head;
      if (!is_inserted_speech(verb)) continue;
      const std::int32_t said = clause_above(verb);
      if (said < 0) continue;
      Embedded& inner = result_[static_cast<std::size_t>(said)];
      if (inner.parent == static_cast<std::int32_t>(p)) continue;
      result_[p] = inner;
      inner.parent = static_cast<std::int32_t>(p);
      inner.embedding = Embedding::kComplement;
    }
  }

  // The predicate that the verb hangs on; where that is the last noun of the
  // clause ("… a general, THE ARMY SAID"), the verb of the clause.
  std::int32_t clause_above(std::uint32_t verb) const {
    std::uint32_t at = parse_.head(verb);
    if (parse_.dep(verb) != Dep::kRelcl) return predicates_.at(at);
    for (int step = 0; step < kMaxSteps; ++step) {
      const std::int32_t p = predicates_.at(at);
      if (p >= 0 && is_verb(parse_, at)) return p;
      if (parse_.is_root(at)) return -1;
      at = parse_.head(at);
    }
    return -1;
  }

  // "…, the army said": a relative clause would have no comma before its subject.
  bool is_speech_after_comma(std::uint32_t verb) const {
    const std::int32_t subject = parse_.child(verb, Dep::kNsubj);
    if (subject < 0) return false;
    std::uint32_t first = static_cast<std::uint32_t>(subject);
    if (first > verb) return false;
    for (int step = 0; step < kMaxSteps; ++step) {
      const auto children = parse_.children(first);
      if (children.empty() || children.front() > first) break;
      first = children.front();
    }
    return first > 0 && parse_.word(first - 1) == "," && parse_.word(first) != "who" &&
           parse_.word(first) != "which" && parse_.word(first) != "that";
  }

  bool is_inserted_speech(std::uint32_t verb) const {
    if (parse_.is_root(verb) || !parse_.is(verb, WordClass::kReport)) return false;
    const Dep dep = parse_.dep(verb);
    const bool relative = dep == Dep::kRelcl && is_speech_after_comma(verb);
    if (dep != Dep::kParataxis && dep != Dep::kDep && dep != Dep::kCcomp && !relative) return false;
    if (!is_verb(parse_, verb) || !parse_.has_child(verb, Dep::kNsubj)) return false;
    if (parse_.has_child(verb, Dep::kCcomp)) return false;
    if (parse_.has_child(verb, Dep::kDobj) && parse_.lemma(verb) != "tell") return false;
    return dep != Dep::kCcomp || (subordinator(parse_, verb).empty() && verb > parse_.head(verb));
  }

  static constexpr std::size_t kMaxMarker = 40;
  static constexpr int kMaxSteps = 24;
  Parse& parse_;
  const Predicates& predicates_;
  const DeepFrames& frames_;
  std::vector<Path> paths_;
  std::vector<Embedded> result_;
  std::vector<bool> known_;
  std::vector<std::string_view> markers_;
};

}  // namespace

std::vector<Embedded> find_embeddings(Parse& parse, const Predicates& predicates,
                                      const DeepFrames& frames) {
  return EmbeddingFinder(parse, predicates, frames).run();
}

}  // namespace entente
