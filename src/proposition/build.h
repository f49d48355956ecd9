// From a parse to propositions: who does what to whom, with passives,
// relative clauses, control, coordination, light verbs and headlines undone.
// docs/propositions.md lists the constructions.
#pragma once

#include "lexicon/word_classes.h"
#include "record/analysis.h"
#include "record/proposition.h"

namespace entente {

// All propositions and quotations of one analysis.  The result refers to
// strings of the analysis, which must outlive it.  Deterministic; any number of
// threads.  Cost: linear in tokens.
// Model: predicate-argument structures as in PredPatt (White et al. 2016,
// doi:10.18653/v1/D16-1177).
Propositions build_propositions(const Analysis& analysis, const WordClasses& classes);

}  // namespace entente
