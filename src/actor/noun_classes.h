// Closed classes of English nouns and adjectives that reference rules ask
// about: what may stand for a state, a person, a document, a quantity.
//
// The words stand in data/lang/en/noun_classes.tsv; only those that a rule asks
// for.  Roles ("trucker" LAB) are open and live in the tables of knowledge/.
// Free for any number of threads.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

// A set of classes; a word may be in several.
enum NounClass : std::uint32_t {
  kNoClass = 0,
  kStateNoun = 1U << 0,        // country, nation, republic
  kAllianceNoun = 1U << 1,     // alliance, pact, bloc
  kBodyNoun = 1U << 2,         // ministry, agency, council: one institution
  kGroupNoun = 1U << 3,        // group, militia, movement
  kLeaderNoun = 1U << 4,       // leader, statesman, head of …
  kDocumentNoun = 1U << 5,     // statement, communiqué, resolution
  kQuantityNoun = 1U << 6,     // a group of, dozens of: what counts is behind "of"
  kPartyNoun = 1U << 7,        // side, party, neighbour, partner: stands for one of several known
  kFemaleNoun = 1U << 8,       // queen, spokeswoman, Mrs
  kMaleNoun = 1U << 9,         // king, spokesman, Mr
  kPersonNoun = 1U << 10,      // man, woman, suspect: a person without an office
  kFormerWord = 1U << 11,      // former, ex, late, ousted
  kTitleWord = 1U << 12,       // Mr, Dr, Sir: says nothing of the office
  kTimeNoun = 1U << 13,        // Friday, week, May
  kCityNoun = 1U << 14,        // city, town, capital, province
  kCompanyNoun = 1U << 15,     // company, firm, shares
  kForceNoun = 1U << 16,       // troops, forces, army
  kGovernmentNoun = 1U << 17,  // government, administration, regime
  kThingNoun = 1U << 18,       // hurricane, team, index: things that take verbs of action
  kPeopleNoun = 1U << 19,      // people, population, nationals
  kLeadsNoun = 1U << 20,       // head, chief, leader, spokesman … of: takes its state from "of"
  kPortfolioNoun = 1U << 23,   // minister, secretary, ministry
  kForeignNoun = 1U << 22,     // regime, junta: never the speaker's own
  kPairNoun = 1U << 24,        // side, ally, rival: the plural alone may mean a pair of before
  kFormNoun = 1U << 27,        // kingdom, republic, emirate: only for states that are one
  kSpeechVerb = 1U << 26,      // say, tell, report: the subject stands outside of what it tells
  kSportNoun = 1U << 25,       // striker, semi-final, innings: the teams of states, no states
  kOfficeNoun = 1U << 21,      // minister, president, ambassador: one holder at a time
};
using NounClasses = std::uint32_t;

// The classes of a lower-case singular; kNoClass for others.
NounClasses noun_classes(std::string_view word);

inline bool is_class(std::string_view word, NounClasses any_of) {
  return (noun_classes(word) & any_of) != 0;
}

}  // namespace entente
