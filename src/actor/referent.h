// What the resolver knows of one mention while it reads a document.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "knowledge/name.h"
#include "record/entity.h"

namespace entente {

enum class Nature : std::uint8_t {
  kUnknown,
  kPerson,
  kState,
  kOrganisation,
  kGroup,   // an armed group, a movement, troops
  kPeople,  // "Iraqis", "protesters"
  kPlace,
  kDocument,
  kMedia,
  kThing,
  kTime,
};

enum class Gender : std::uint8_t { kUnknown, kMale, kFemale };

// One mention, described from its own words; `entities` lack text and span
// until the mention is finished.
struct Description {
  MentionKind kind = MentionKind::kOpen;
  Nature nature = Nature::kUnknown;
  Gender gender = Gender::kUnknown;
  bool plural = false;
  bool anaphoric = false;      // refers back: only the document can tell
  bool owner_unknown = false;  // "the Zorb regime": somebody's, but nobody knows whose
  bool coordination = false;   // "Russia and China" as one
  bool skip = false;           // no mention: a part of a longer name
  std::vector<Entity> entities;
  std::string surname;             // of a person, or the name of what no table knows
  std::vector<std::string> nouns;  // what the text calls it: "president", "statement"
  Office office = Office::kNone;   // of a person
  std::string beside;              // the state whose neighbour or ally is meant
  std::string title;               // the role's words: "foreign secretary"
  std::string organisation;        // row key when the tables know it: "EURCOM"
  std::string why;

  bool resolved() const {
    for (const Entity& e : entities)
      if (!e.id.empty()) return true;
    return false;
  }
};

}  // namespace entente
