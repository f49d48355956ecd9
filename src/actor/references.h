// Coreference as a sieve: pronouns and definite phrases against what the
// document has named.  Precise rules first; each that decides is named in
// `resolved_by` and `why`; two readings open leave the mention unresolved.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "actor/memory.h"
#include "actor/phrase_resolver.h"
#include "actor/phrase_view.h"
#include "actor/referent.h"
#include "knowledge/knowledge.h"

namespace entente {

// Where a mention stands.
struct Site {
  const PhraseView& view;
  std::uint32_t token = 0;
  std::uint32_t sentence = 0;  // counted over title and text
};

// Whose "police" and "the government" are when the text does not say.
struct HomeCountry {
  Entity entity;         // id empty: none
  std::string found_by;  // source, dateline
};

class References {
 public:
  References(const Knowledge& knowledge, Date date, const Memory& memory)
      : knowledge_(knowledge), date_(date), memory_(memory) {}

  // A report about companies: "the president" is theirs.
  void set_business() { business_ = true; }
  void set_home(HomeCountry home) { home_ = std::move(home); }
  const HomeCountry& home() const { return home_; }

  // Each fills `d` and returns true when exactly one reading is left.
  bool resolve_pronoun(const Site& site, Description& d) const;
  bool resolve_definite(const Site& site, const PhraseResolver& phrases, Description& d) const;
  // A titled person whom nothing else places: the home country's.
  bool resolve_title(Description& d) const;
  // A surname or short name that the document has introduced.
  bool resolve_name(const Site& site, Description& d) const;

 private:
  bool by_meeting(const Site& site, Description& d) const;
  bool by_members(const Site& site, Description& d) const;
  bool by_coordination(const Site& site, unsigned count, Description& d) const;
  bool by_alliance_members(const Site& site, unsigned count, Description& d) const;
  bool by_recent_states(const Site& site, unsigned count, Description& d) const;
  bool by_same_noun(const Site& site, Description& d) const;
  bool by_kind(const Site& site, Description& d) const;
  bool has_form(const Entity& state, std::string_view noun) const;
  bool by_neighbour(const Site& site, Description& d) const;
  bool by_home(const PhraseResolver& phrases, bool definite, Description& d) const;
  void refer(std::uint32_t referent, std::string_view how, std::string_view rule,
             Description& d) const;

  const Knowledge& knowledge_;
  Date date_;
  const Memory& memory_;
  HomeCountry home_;
  bool business_ = false;
};

}  // namespace entente
