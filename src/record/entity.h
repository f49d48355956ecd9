// Entities: who acts, is acted on, or speaks (codebook section 6).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/span.h"

namespace entente {

struct Person {
  std::string name;
  std::string office;  // "President of Russia"; empty: none known
};

// The mention that a pronoun or a definite phrase refers back to.
struct Antecedent {
  std::string text;
  Span span;
};

// One actor phrase, resolved as far as the text and the tables allow.
struct Entity {
  std::string id;    // "RUS", "NATO", "WEST"; empty: unresolved
  std::string code;  // the state it belongs to, or UNO EUR IGO NGO ISM IMG MNC; empty: unknown
  std::string name;  // the usual name of the entity, "Russia"
  std::vector<std::string> sectors;  // PLOVER sectors, primary first
  std::optional<Person> person;
  std::string text;  // the full noun phrase of the mention
  Span span;
  // How it was found: name alias demonym metonym office person apposition
  // coreference members role ...  One word, listed in docs/actors.md.
  std::string resolved_by;
  std::string row;  // the row of the tables that decided, "states.tsv:182"; empty: none
  std::optional<Antecedent> antecedent;
};

// What kind of thing a mention names; decides in which roles it may stand.
enum class MentionKind : std::uint8_t {
  kActor,  // a state's government, a person, an organisation, a group
  kPlace,  // a place that acts only by metonymy
  kMedia,  // an outlet: a holder of words, hardly ever an actor
  kThing,  // no actor: a document, a thing, an abstraction
  kTime,   // a date or a time
  kOpen,   // a pronoun or phrase that nothing resolved
};

// All entities that one noun phrase stands for, by its head token: one, or
// several for "the two leaders" (members).  Conjuncts are mentions of their own.
struct Mention {
  std::uint32_t token = 0;  // the head, in the analysis of `section`
  Section section = Section::kText;
  MentionKind kind = MentionKind::kOpen;
  bool plural = false;
  // With kPlace: what it is when it stands in a government's role
  // ("Moscow warned"); the event stage knows the role.
  std::vector<Entity> entities;
  std::string why;  // for `explain`: what was tried, what decided
};

}  // namespace entente
