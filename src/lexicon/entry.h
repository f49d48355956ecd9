// Entries of the trigger lexicon: one row of data/lexicon/entries/*.tsv each.
//
// Plain data, filled by lexicon_reader.cc, read by event/.  The format is
// described for writers of entries in docs/lexicon.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/event.h"

namespace entente {

// What an entry does to the act that it embeds, and what it is itself
// (design: outermost first).  X(enumerator, "name in the table")
#define ENTENTE_ENTRY_CLASSES(X)                                                               \
  X(Act, "act")               /* a deed: attack, meet, arrest */                               \
  X(Agree, "agree")           /* agree, offer, accept */                                       \
  X(Promise, "promise")       /* vow, pledge: an agreement, or a threat by what is promised */ \
  X(Demand, "demand")         /* demand, urge, call for */                                     \
  X(Refuse, "refuse")         /* refuse, turn down, veto */                                    \
  X(Threaten, "threaten")     /* threaten, vow revenge */                                      \
  X(Concede, "concede")       /* apologise, ease, call off */                                  \
  X(Accuse, "accuse")         /* accuse, allege: does not presuppose */                        \
  X(Presuppose, "presuppose") /* condemn, praise: the inner act is fact */                     \
  X(Report, "report")         /* say, announce */                                              \
  X(Deny, "deny")             /* deny, dispute */                                              \
  X(Fear, "fear")             /* fear, worry */                                                \
  X(Expect, "expect")         /* expect, seem */                                               \
  X(Plan, "plan")             /* plan, intend */                                               \
  X(Want, "want")             /* hope, try, consider: open */                                  \
  X(Willing, "willing")       /* want, would like: open; a cooperative act is AGREE */         \
  X(Claim, "claim")           /* claim an attack: the subject's deed, on its own word */       \
  X(Manage, "manage")         /* manage, begin, continue: the act happened */                  \
  X(Fail, "fail")             /* fail, avoid, refrain from: it did not */                      \
  X(End, "end")               /* end, suspend, reduce + act: its opposite */                   \
  X(Cause, "cause")           /* force, make: it happened */                                   \
  X(Prevent, "prevent")       /* prevent, block, stop from: it did not */                      \
  X(Enact, "enact")           /* order, approve, authorise + act = the act */                  \
  X(Light, "light")           /* launch an attack: the noun's meaning, the verb's subject */   \
  X(Undergo, "undergo")       /* came under attack: the subject is the recipient */            \
  X(Evaluate, "evaluate")     /* illegal, a provocation: a judgement when someone says it */   \
  X(None, "none")             /* a sense that is no event: strike a balance */

enum class EntryClass : std::uint8_t {
#define ENTENTE_ENUMERATOR(name, text) k##name,
  ENTENTE_ENTRY_CLASSES(ENTENTE_ENUMERATOR)
#undef ENTENTE_ENUMERATOR
};

inline constexpr std::size_t kEntryClassCount = 27;

enum class EntryPos : std::uint8_t { kVerb, kNoun, kAdjective };

// A place in the predicate's surroundings that a condition or a participant
// speaks of.
enum class Slot : std::uint8_t {
  kSubject,
  kObject,
  kIndirect,
  kAttribute,
  kPossessor,
  kModifier,
  kPrep,    // `preposition` says which
  kClause,  // any clause
  kClauseThat,
  kClauseTo,
  kClauseIng,
  kAdverb,  // a word that hangs on the predicate
  kMutual,  // participants only: subject, object, with, between, among together
  kTopic,   // participants only: who stands inside the object or the topic noun
};

struct SlotSpec {
  Slot slot = Slot::kSubject;
  std::string preposition;  // with kPrep
};

// What may stand in a slot.  Everything empty and false: anything.
struct WordTest {
  std::vector<std::string> words;    // lemmas or forms, lower case, sorted
  std::vector<EventType> act_types;  // "@ASSAULT": a noun of action of the type
  bool actor = false;                // "@actor": names somebody who can act
  bool place = false;                // "@place"
  bool act = false;                  // "@act": a noun of action of any type
  bool number = false;               // "@number"
  bool several = false;              // "@several": two or more stand in the slot
  bool any() const {
    return words.empty() && act_types.empty() && !actor && !place && !act && !number && !several;
  }
};

struct Condition {
  bool forbidden = false;  // "!object": must not be there, or not be so
  SlotSpec slot;
  WordTest words;
};

struct Entry {
  std::string id;                   // "request.call_for"
  std::vector<std::string> lemmas;  // of one meaning; the first names the row
  EntryPos pos = EntryPos::kVerb;
  // Alternatives, word by word: "for"; "on" or "upon"; "out against".
  std::vector<std::vector<std::string>> particles;
  std::vector<Condition> frame;  // all must hold
  std::optional<EventType> type;
  std::string mode;  // empty: none
  EntryClass cls = EntryClass::kAct;
  std::vector<SlotSpec> actor;       // the first that is filled
  std::vector<SlotSpec> recipients;  // the first that is filled; empty: nobody
  std::string example;
  std::string near_miss;
  std::string file;
  std::uint64_t line = 0;
  int specificity = 0;    // of two entries that fit, the higher wins
  bool fallback = false;  // of entries/fallback.tsv: only where no other entry fits
};

std::string_view to_string(EntryClass cls);
std::optional<EntryClass> parse_entry_class(std::string_view name);

}  // namespace entente
