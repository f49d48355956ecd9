// Acts: what happened once, however many reports tell it (codebook section 7).
//
// A Telling is one event record of one document; an ActRecord a cluster of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "record/event.h"
#include "record/story.h"

namespace entente {

// An actor, recipient or holder, as far as comparing needs it.
struct ActParty {
  std::string id;      // "RUS", "NATO"; empty: unresolved
  std::string code;    // "RUS", "IGO"; empty: unknown
  std::string person;  // a person's name; empty: none
  std::string text;    // the phrase of the mention: its words say nothing more about the act
  bool operator==(const ActParty&) const = default;
};

// What comparing needs of an event; can be built from an Event or from the
// rows of the database.
struct Telling {
  std::int64_t event = 0;     // its row; unique
  std::int64_t document = 0;  // the row of its document
  std::string key;            // the event's id, "doc#3": orders tellings whatever came first
  std::int64_t story = 0;     // the story of its document
  Voice voice;                // of that story
  EventType type = EventType::kAgree;
  std::vector<std::string> modes;
  EventStatus status = EventStatus::kAsserted;
  std::vector<ActParty> actors;
  std::vector<ActParty> recipients;
  std::vector<ActParty> holders;    // attribution, outermost first
  std::optional<PartialDate> date;  // the event's own
  DateBasis date_basis = DateBasis::kInferred;
  std::optional<Date> published;
  std::string place;  // name; empty: none
  std::string place_country;
  std::string place_kind;
  std::optional<std::int64_t> dead;  // the least that it says
  std::optional<std::int64_t> injured;
  std::optional<std::int64_t> arrested;
  std::string quote;           // the sentence
  std::uint32_t mentions = 1;  // sentences of the document that tell it
};

// What one holder says of an act: "asserted" by the outlets themselves,
// "reported" by X, "denied" by Y.
struct Claim {
  EventStatus status = EventStatus::kAsserted;
  ActParty holder;  // the outermost; empty id and code: the outlets themselves
  std::uint32_t mentions = 0;
  std::uint32_t stories = 0;
  std::uint32_t outlets = 0;
};

struct ActRecord {
  std::int64_t id = 0;  // the smallest of `events`
  std::string key;      // the smallest key of its tellings: the same for every order of arrival
  EventType type = EventType::kAgree;           // the one that most stories give
  std::string mode;                             // likewise; empty: none
  EventStatus status = EventStatus::kAsserted;  // the strongest that anybody gives
  bool contested = false;                       // some say that it happened, others that it did not
  std::optional<PartialDate> date;  // where the tellings agree; of publication when none has one
  DateBasis date_basis = DateBasis::kInferred;
  std::vector<ActParty> actors;  // all that any telling names
  std::vector<ActParty> recipients;
  std::string place;
  std::string place_country;
  std::uint32_t mentions = 0;        // sentences
  std::uint32_t stories = 0;         // near-copies count once
  std::uint32_t outlets = 0;         // different voices; all unknown ones count as one
  std::uint32_t countries = 0;       // seats of those voices, where known
  std::vector<Claim> claims;         // strongest status first, then by holder
  std::vector<std::int64_t> events;  // its tellings, ascending
};

// Why two tellings are one act, one line a ground, with figures.
struct ActReason {
  std::int64_t event = 0;
  std::int64_t other = 0;
  double score = 0;                  // what the link is worth, 0 … 1
  std::vector<std::string> grounds;  // "actors RUS are the same", "words .62 alike"
};

}  // namespace entente
