// Repairs of frequent parser errors, by rule, before anything is read off the
// parse.  Each is a general pattern; docs/propositions.md lists them with the
// number of times that they fire on the development texts.
#pragma once

#include <cstdint>
#include <vector>

#include "proposition/parse.h"

namespace entente {

// How often each repair fired.
struct RepairCounts {
  std::uint32_t dateline = 0;           // "CAIRO, March 16 - Egypt said": the place is no subject
  std::uint32_t hyphen = 0;             // "re - election": one word
  std::uint32_t finite_relative = 0;    // "X called for …" as a reduced relative of X
  std::uint32_t tagged_participle = 0;  // "the government quoted": VBN with a subject of its own
  std::uint32_t tagged_noun =
      0;  // "if Russia attacks": a noun with a subject and an adverbial label
  std::uint32_t tagged_verb = 0;   // "visa rules" with "rules" as a verb that is an object
  std::uint32_t progressive = 0;   // "is mediating" with "mediating" as a noun
  std::uint32_t lost_verb = 0;     // "Togo shared data" with "shared" as a modifier of the root
  std::uint32_t lost_name = 0;     // "Nauru severed ties" with the name as an adverb
  std::uint32_t as_adjective = 0;  // "described it as illegal": "illegal" as a modifier of "as"
  std::uint32_t as_phrase = 0;     // "dismissed the plan as a trick": hung on the plan
  std::uint32_t tail_speech = 0;   // "…, minister C told reporters": conjoined without a subject
  std::uint32_t title_comma = 0;   // "US, Japan agree": the comma stands for "and"
  std::uint32_t title_infinitive = 0;  // "India, Pakistan to resume talks" as a relative clause
  std::uint32_t label = 0;             // "Lima: The government will sign": hung on the name
  std::uint32_t in_order_to = 0;       // "in order to attend": a clause of "order"
  std::uint32_t orphan_subject = 0;    // a subject that the cut of a paragraph left alone
  std::uint32_t title_compound = 0;    // "reject peace offer" with "offer" as a verb
  std::uint32_t weekday_head = 0;      // "the council Sunday": the day as the head of the name
  std::uint32_t naming_object = 0;     // "called the envoy" as what somebody is called
  std::uint32_t named_apposition = 0;  // "called the raid “an act of terror”"
};

// Changes `parse` and indexes it anew.  `headline`: as from find_headlines().
RepairCounts repair(Parse& parse, const std::vector<bool>& headline);

}  // namespace entente
