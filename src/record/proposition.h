// Propositions: the predicates of a sentence with their arguments in deep
// roles, the syntax undone.  Made by proposition/, read by event/.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/string_arena.h"
#include "record/span.h"

namespace entente {

// Every verb, every common noun that heads a phrase, every predicative
// adjective is a predicate; a copula and its attribute are one each.
enum class PredicateKind : std::uint8_t { kVerb, kNoun, kAdjective };

enum class Role : std::uint8_t {
  kSubject,     // deep subject: the agent of a passive, the antecedent of "who"
  kObject,      // deep object
  kIndirect,    // "gave KYIV tanks"
  kPrep,        // object of a preposition that hangs on the predicate; see `preposition`
  kClauseThat,  // finite complement, with or without "that"
  kClauseTo,    // infinitive complement
  kClauseIng,   // -ing complement, also after a preposition ("accused of bombing")
  kAttribute,   // what a copula says: "is a threat", "is illegal"
  kPossessor,   // of a noun: "NATO's expansion"
  kModifier,    // compound or adjective of a noun: "US sanctions", "Russian threats"
  kParticle,    // not a participant: "call OFF"
};

// Which construction gave the argument; named in `explain`.
enum class ArgumentOrigin : std::uint8_t {
  kDirect,
  kPassive,
  kRelative,
  kReducedRelative,
  kParticiple,
  kControl,
  kRaising,
  kCoordination,
  kNominal,
  kLightVerb,
  kApposition,
  kExistential,
  kInversion,
  kHeadline,
  kRepair,
};

// What the builder promises (docs/propositions.md has examples):
// - A quantity is transparent: in "a series of raids", "dozens of miners" the
//   argument is "raids", "miners"; in "three were killed" it is the number.
// - A relative pronoun is replaced by its antecedent.
// - kIndirect stands for both forms of the dative; "gave tanks to Kyiv" has
//   kPrep "to" besides.
// - The agent of a passive is kSubject and kPrep "by".
// - A noun has kSubject from a by-phrase, its copula ("Aukus is a pact") or its
//   light verb; possessor, modifiers and prepositions stay what they are.
struct Argument {
  Role role = Role::kSubject;
  std::string_view preposition;  // lower case, "" unless role is kPrep or a clause after one
                                 // ("accused of bombing")
  std::uint32_t token =
      0;  // head token of the phrase or clause; each conjunct is an argument of its own
  std::int32_t proposition = -1;  // the proposition whose head is `token`, if any
  ArgumentOrigin origin = ArgumentOrigin::kDirect;
};

enum class Tense : std::uint8_t { kNone, kPast, kPresent, kFuture };

enum class Modality : std::uint8_t {
  kNone,
  kWill,
  kWould,
  kCan,
  kCould,
  kMay,
  kMight,
  kMust,
  kShould
};

// How a proposition hangs in the one that embeds it.
enum class Embedding : std::uint8_t {
  kRoot,         // main clause, or conjunct of one
  kComplement,   // that-, to-, ing-clause or noun argument of the parent
  kRelative,     // modifies an argument of the parent
  kAdverbial,    // see `marker`: "after", "because", "if", "despite", "while"; "to" = purpose
  kParticipial,  // "…, accusing Moscow of lying"
  kNominal,      // noun of action that is an argument or modifier of the parent; `marker` is the
                 // preposition between them ("after the raid", "in response to the raid")
};

// A conjunct is embedded as the first of its row.  A relative clause is embedded in
// its antecedent, when that is a common noun.  "…, he said" embeds what was said.
struct Proposition {
  std::uint32_t head = 0;  // token of the predicate: what `trigger` points at
  PredicateKind kind = PredicateKind::kVerb;
  Section section = Section::kText;
  std::uint32_t sentence = 0;  // index into Analysis::sentences
  std::string_view lemma;      // lower case, tagging errors repaired ("staged" -> "stage")
  std::string_view particle;   // "off" in "called off", "" if none
  bool negated = false;        // by syntax: not, never, no, without, neither
  bool passive = false;
  bool question = false;
  bool conditional = false;  // inside an if/unless/whether clause
  bool imperative = false;
  bool perfect = false;
  bool progressive = false;
  bool infinitive = false;  // bare or to-infinitive
  // Of the finite verb that carries it; kNone for nouns.  kFuture also for "is to
  // visit", "is due/set/going to visit" and a title's "Xi to visit".
  Tense tense = Tense::kNone;
  Modality modality = Modality::kNone;
  Embedding embedding = Embedding::kRoot;
  std::string_view marker;      // lower case: subordinator ("if", "that", "to" for a purpose) or
                                // preposition ("of" in "accused of bombing"), "" if none
  std::int32_t parent = -1;     // the proposition that embeds this one
  std::int32_t quotation = -1;  // index into Propositions::quotations
  std::vector<Argument> arguments;
};

// A stretch of quoted words with its speaker, possibly over several sentences.
struct Quotation {
  std::uint32_t first = 0;  // tokens [first, last), the marks included
  std::uint32_t last = 0;
  std::int32_t speaker = -1;  // head token of the speaker's phrase
  std::int32_t verb = -1;     // token of the reporting verb ("said"), if any
  bool scare = false;         // a few words inside a clause, not a statement
};

// All propositions of one analysis, in the order of their heads.  The views in
// them point into the analysis, the word classes or `strings`.
struct Propositions {
  std::vector<Proposition> list;
  std::vector<Quotation> quotations;
  StringArena strings;
};

}  // namespace entente
