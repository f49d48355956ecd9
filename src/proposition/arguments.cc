#include "proposition/arguments.h"

#include <algorithm>

#include "proposition/phrases.h"

namespace entente {
namespace {

constexpr std::size_t kMaxArguments = 96;

class ArgumentCollector {
 public:
  ArgumentCollector(Parse& parse, const Predicates& predicates, const DeepFrames& frames,
                    Proposition& out)
      : parse_(parse), predicates_(predicates), frames_(frames), out_(out) {}

  void run() {
    const std::int32_t p = predicates_.at(out_.head);
    const Frame& frame = frames_.at(p);
    add_all(Role::kSubject, frame.subject);
    add_all(Role::kObject, frame.object);
    add_all(Role::kIndirect, frame.indirect);
    if (out_.kind == PredicateKind::kNoun) {
      add_noun_modifiers();
      add_copula_subject();
    }
    if (out_.kind == PredicateKind::kVerb) add_particle();
    for (const std::uint32_t c : parse_.children(out_.head)) add_complement(c);
    add_small_clause();
    add_prepositions(frame);
  }

 private:
  void add_all(Role role, const std::vector<Filler>& fillers) {
    for (const Filler& f : fillers) add_argument(out_, role, f.token, f.origin);
  }

  void add_particle() {
    std::uint32_t token = 0;
    out_.particle = particle_of(parse_, out_.head, &token);
    if (!out_.particle.empty()) {
      add_argument(out_, Role::kParticle, token, ArgumentOrigin::kDirect);
    }
  }

  void add_complement(std::uint32_t c) {
    switch (parse_.dep(c)) {
      case Dep::kCcomp:
      case Dep::kXcomp:
        add_clause(c);
        break;
      case Dep::kAcl:
        if (out_.kind == PredicateKind::kNoun) add_noun_clause(c);
        break;
      case Dep::kDobj:
      case Dep::kCsubj:
        if (predicates_.is(c, PredicateKind::kVerb)) add_clause(c);
        break;
      case Dep::kAttr:
      case Dep::kAcomp:
      case Dep::kOprd:
        for (const std::uint32_t token : conjuncts(parse_, c)) {
          add_argument(out_, Role::kAttribute, content_of(parse_, token), ArgumentOrigin::kDirect);
        }
        break;
      default:
        break;
    }
  }

  // A clause and the clauses conjoined with it.
  void add_clause(std::uint32_t clause) {
    std::vector<std::uint32_t> row = {clause};
    for (std::size_t next = 0; next < row.size() && row.size() < kMaxConjuncts; ++next) {
      const std::uint32_t c = row[next];
      if (predicates_.at(c) < 0 || predicates_.is(c, PredicateKind::kNoun)) continue;
      add_argument(out_, clause_role(c), c, ArgumentOrigin::kDirect);
      for (const std::uint32_t d : parse_.children(c)) {
        if (parse_.dep(d) == Dep::kConj) row.push_back(d);
      }
    }
  }

  Role clause_role(std::uint32_t c) const {
    const VerbForm& form = frames_.at(predicates_.at(c)).form;
    if (form.finite) return Role::kClauseThat;
    if (form.infinitive) return Role::kClauseTo;
    return parse_.tag(c) == Tag::kVBG ? Role::kClauseIng : Role::kClauseThat;
  }

  // "plan to attack", "the claim that it attacked"; not "the man arrested".
  void add_noun_clause(std::uint32_t c) {
    if (predicates_.at(c) < 0) return;
    const VerbForm& form = frames_.at(predicates_.at(c)).form;
    if (form.to) add_argument(out_, Role::kClauseTo, c, ArgumentOrigin::kDirect);
    if (form.finite) add_argument(out_, Role::kClauseThat, c, ArgumentOrigin::kDirect);
  }

  // "called the move a provocation" parsed as a clause without a verb.
  void add_small_clause() {
    if (out_.kind != PredicateKind::kVerb) return;
    for (const std::uint32_t c : parse_.children(out_.head)) {
      if (parse_.dep(c) != Dep::kCcomp || is_verb(parse_, c)) continue;
      const std::int32_t subject = parse_.child(c, Dep::kNsubj);
      if (subject < 0 || parse_.child(c, Dep::kAux) >= 0) continue;
      add_argument(out_, Role::kAttribute, c, ArgumentOrigin::kDirect);
      for (const std::uint32_t token : conjuncts(parse_, static_cast<std::uint32_t>(subject))) {
        add_argument(out_, Role::kObject, content_of(parse_, token), ArgumentOrigin::kRaising);
      }
    }
  }

  void add_prepositions(const Frame& frame) {
    for (const PrepObject& p : frame.prepositions) {
      if (p.clause) {
        add_argument(out_, Role::kClauseIng, p.token, ArgumentOrigin::kDirect, p.preposition);
        continue;
      }
      for (const Filler& f : frames_.resolve(p.token, ArgumentOrigin::kDirect)) {
        if (p.dative) add_argument(out_, Role::kIndirect, f.token, f.origin);
        add_argument(out_, Role::kPrep, f.token, f.origin, p.preposition);
      }
    }
  }

  void add_noun_modifiers() {
    for (const std::uint32_t c : parse_.children(out_.head)) {
      const Dep dep = parse_.dep(c);
      if (dep == Dep::kPoss) {
        for (const std::uint32_t token : conjuncts(parse_, c)) {
          for (const Filler& f : frames_.resolve(token, ArgumentOrigin::kNominal)) {
            add_argument(out_, Role::kPossessor, f.token, f.origin);
          }
        }
      } else if (dep == Dep::kCompound || dep == Dep::kAmod || dep == Dep::kNmod) {
        add_modifier(c);
      }
    }
  }

  // A modifier with its own: "Polish-Ukrainian talks", "US and Chinese officials".
  void add_modifier(std::uint32_t first) {
    std::vector<std::uint32_t> row = {first};
    for (std::size_t next = 0; next < row.size() && row.size() < kMaxConjuncts; ++next) {
      add_argument(out_, Role::kModifier, row[next], ArgumentOrigin::kNominal);
      for (const std::uint32_t c : parse_.children(row[next])) {
        const Dep dep = parse_.dep(c);
        const bool modifies = dep == Dep::kConj || dep == Dep::kCompound || dep == Dep::kAmod ||
                              dep == Dep::kNmod || dep == Dep::kNpadvmod;
        if (modifies && parse_.pos(c) != Pos::kPunct) row.push_back(c);
      }
    }
  }

  // "Aukus is a PACT": the noun has the subject of its copula.
  void add_copula_subject() {
    const Dep dep = parse_.dep(out_.head);
    if ((dep != Dep::kAttr && dep != Dep::kOprd) || parse_.is_root(out_.head)) return;
    const std::int32_t copula = predicates_.at(parse_.head(out_.head));
    if (copula < 0) return;
    const Frame& frame = frames_.at(copula);
    const bool object = dep == Dep::kOprd && !frame.form.passive;
    for (const Filler& f : object ? frame.object : frame.surface) {
      if (f.origin == ArgumentOrigin::kExistential || f.token == out_.head) continue;
      add_argument(out_, Role::kSubject, f.token, f.origin);
    }
  }

  Parse& parse_;
  const Predicates& predicates_;
  const DeepFrames& frames_;
  Proposition& out_;
};

// Copies what the verb has and the noun lacks.
void share_arguments(const Proposition& verb, bool inverse, Proposition& noun) {
  const bool has_subject = std::ranges::any_of(noun.arguments, [](const Argument& a) {
    return a.role == Role::kSubject && a.origin == ArgumentOrigin::kNominal;
  });
  for (const Argument& a : verb.arguments) {
    if (a.token == noun.head) continue;
    const auto origin = ArgumentOrigin::kLightVerb;
    if (a.role == Role::kSubject) {
      if (inverse) add_argument(noun, Role::kObject, a.token, origin);
      if (!inverse && !has_subject) add_argument(noun, Role::kSubject, a.token, origin);
    } else if (a.role == Role::kIndirect) {
      add_argument(noun, Role::kIndirect, a.token, origin);
    } else if (a.role == Role::kPrep) {
      add_argument(noun, Role::kPrep, a.token, origin, a.preposition);
    }
  }
  if (!inverse) return;
  const std::vector<Argument> before = noun.arguments;
  for (const Argument& a : before) {
    if (a.role == Role::kPrep && (a.preposition == "from" || a.preposition == "by")) {
      add_argument(noun, Role::kSubject, a.token, ArgumentOrigin::kLightVerb);
    }
  }
}

class LightVerbs {
 public:
  LightVerbs(const Parse& parse, const Predicates& predicates, std::vector<Proposition>& list)
      : parse_(parse), predicates_(predicates), list_(list) {}

  void run(const Proposition& verb) {
    std::string phrase(verb.lemma);
    if (!verb.particle.empty()) phrase += ' ' + std::string(verb.particle);
    const WordClassSet direct = parse_.word_classes().find(phrase);
    for (const Argument& a : verb.arguments) {
      if (a.role == Role::kObject) share(verb, direct, a.token);
      if (a.role != Role::kPrep) continue;
      const std::string with = phrase + ' ' + std::string(a.preposition);
      share(verb, parse_.word_classes().find(with), a.token);
    }
  }

 private:
  void share(const Proposition& verb, WordClassSet classes, std::uint32_t noun) {
    const bool inverse = classes.has(WordClass::kLightInverse);
    if (!inverse && !classes.has(WordClass::kLight)) return;
    if (!predicates_.is(noun, PredicateKind::kNoun)) return;
    share_arguments(verb, inverse, list_[static_cast<std::size_t>(predicates_.at(noun))]);
  }

  const Parse& parse_;
  const Predicates& predicates_;
  std::vector<Proposition>& list_;
};

}  // namespace

void add_argument(Proposition& proposition, Role role, std::uint32_t token, ArgumentOrigin origin,
                  std::string_view preposition) {
  if (proposition.arguments.size() >= kMaxArguments) return;
  for (const Argument& a : proposition.arguments) {
    if (a.role == role && a.token == token && a.preposition == preposition) return;
  }
  Argument argument;
  argument.role = role;
  argument.token = token;
  argument.origin = origin;
  argument.preposition = preposition;
  proposition.arguments.push_back(argument);
}

void collect_arguments(Parse& parse, const Predicates& predicates, const DeepFrames& frames,
                       Proposition& proposition) {
  ArgumentCollector(parse, predicates, frames, proposition).run();
}

void share_light_verbs(const Parse& parse, const Predicates& predicates,
                       std::vector<Proposition>& list) {
  LightVerbs light(parse, predicates, list);
  for (const std::uint32_t token : parse.top_down()) {
    if (!predicates.is(token, PredicateKind::kVerb)) continue;
    // A copy, as the lists of nouns grow while it is read.
    // NOLINTNEXTLINE(performance-unnecessary-copy-initialization)
    const Proposition verb = list[static_cast<std::size_t>(predicates.at(token))];
    light.run(verb);
  }
}

}  // namespace entente
