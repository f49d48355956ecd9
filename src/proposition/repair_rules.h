// The repairs one by one: each mends one pattern of parser error at one word
// and says whether it did.  A rule may leave children() stale; repair() indexes.
// The pattern of each stands above its definition.
#pragma once

#include <cstdint>

#include "proposition/parse.h"

namespace entente {

// `i` hangs where `old` hung, or is a root.
void take_place(Parse& parse, std::uint32_t i, std::uint32_t old);

// repair_datelines.cc
bool mend_dateline(Parse& parse, TokenRange segment);

// repair_words.cc
bool mend_hyphen(Parse& parse, std::uint32_t i);
bool mend_progressive(Parse& parse, std::uint32_t i);
bool mend_lost_verb(Parse& parse, TokenRange segment);
bool mend_lost_name(Parse& parse, std::uint32_t i);
bool mend_tagged_verb(Parse& parse, std::uint32_t i);
bool mend_tagged_noun(Parse& parse, std::uint32_t i);
bool mend_subject_tagged_clause(Parse& parse, std::uint32_t i);
bool mend_tagged_participle(Parse& parse, std::uint32_t i);
bool mend_weekday_head(Parse& parse, std::uint32_t day);

// repair_clauses.cc; `title`: the segment is written in the grammar of titles.
bool mend_finite_relative(Parse& parse, bool title, std::uint32_t verb);
bool mend_tail_speech(Parse& parse, std::uint32_t verb);
bool mend_label(Parse& parse, std::uint32_t name);
bool mend_in_order_to(Parse& parse, std::uint32_t noun);
bool mend_orphan_subject(Parse& parse, TokenRange segment);

// repair_objects.cc
bool mend_as_phrase(Parse& parse, std::uint32_t i);
bool mend_as_adjective(Parse& parse, std::uint32_t i);
bool mend_naming_object(Parse& parse, std::uint32_t i);
bool mend_named_apposition(Parse& parse, std::uint32_t i);

// repair_titles.cc
bool mend_title_comma(Parse& parse, bool title, std::uint32_t name);
bool mend_title_infinitive(Parse& parse, bool title, std::uint32_t verb);
bool mend_title_compound(Parse& parse, bool title, std::uint32_t i);

}  // namespace entente
