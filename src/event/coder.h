// From what a document says to event records: the heart of the program.
//
// Reads the propositions, mentions, times and places of a Reading and gives
// one event for each act that is told, with status, attribution, participants,
// evidence and the steps that led there.  Mentions of one act are joined by
// merge/, not here.  docs/coding.md describes the stages.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "record/event.h"
#include "record/reading.h"

namespace entente {

// Events in the order of their triggers, the title first.  `rejections` gets
// every known word that gave no event, with the reason.  Deterministic; any
// number of threads.  Cost: linear in the propositions.
std::vector<Event> code_events(const Reading& reading, const Lexicon& lexicon,
                               std::vector<Rejection>& rejections);

}  // namespace entente
