// One noun phrase by its own words: names, roles, and whose they are.
//
// Knows nothing of the rest of the document except what `other` tells about
// the phrases inside this one ("its government": whom "its" means).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "actor/phrase_view.h"
#include "actor/referent.h"
#include "base/date.h"
#include "knowledge/knowledge.h"

namespace entente {

class PhraseResolver {
 public:
  // The description of another token of the same section; never null, may be
  // unresolved.
  using Other = std::function<const Description&(std::uint32_t)>;

  PhraseResolver(const Knowledge& knowledge, Date date, const PhraseView& view, Other other)
      : knowledge_(knowledge), date_(date), view_(view), other_(std::move(other)) {}

  // What the token's phrase names by itself.  `anaphoric` is set when only
  // what came before can tell.  Pronouns come back anaphoric and empty.
  Description describe(std::uint32_t token) const;

  // The person that a bare surname means on that day, by the tables: "Putin",
  // "President Lula".  Fills `d` and returns true when one reading fits the
  // titles in `d` and, for lesser offices, `mentioned` says yes to the country.
  bool name_by_surname(Description& d,
                       const std::function<bool(std::string_view)>& mentioned) const;

  // The person in office, as an entity of the owner.  `title`: "president".
  bool fill_holder(Office office, const std::string& title, Entity& owner) const;

  // The key of the owner's state in the tables, that of a former one if it is meant.
  std::string key_of(const Entity& owner) const;

  // Whether the name only says what something is like: "Washington-backed".
  bool is_attribute(const NameUse& name) const;

 private:
  // Whom a role belongs to, and by which link it was found.
  struct Owners {
    std::vector<Entity> entities;
    std::string link;  // demonym, possessor, of, place; "" when none
  };

  Description describe_name(std::uint32_t token, const NameUse& name) const;
  Description describe_state(std::uint32_t token, const Candidate& candidate) const;
  Description describe_organisation(std::uint32_t token, const Candidate& candidate) const;
  Description describe_place(std::uint32_t token, const Candidate& candidate) const;
  Description describe_person(std::uint32_t token, const NameUse& name) const;
  Description describe_role(std::uint32_t token, const NameUse& role) const;
  Description describe_unknown_name(std::uint32_t token) const;
  Description describe_unknown_person(std::uint32_t token) const;
  Description describe_noun(std::uint32_t token) const;
  Description describe_document(std::uint32_t token) const;
  Description describe_portfolio(std::uint32_t token) const;
  Description describe_counterpart(std::uint32_t token) const;
  Description describe_quantity(std::uint32_t token, std::uint32_t object) const;

  Owners owners_of(std::uint32_t token, bool places) const;
  void add_modifier_owners(std::uint32_t token, unsigned depth, Owners& owners) const;
  bool add_owner(std::uint32_t token, Owners& owners) const;
  std::vector<std::string> sectors_of_noun(std::string_view noun) const;
  void take_modifier_role(std::uint32_t token, Description& d) const;
  std::optional<Term> holder_of_state(Office office, const std::string& title,
                                      const Entity& owner) const;
  std::optional<Term> holder_of_body(Office office, const std::string& title,
                                     const Entity& owner) const;
  bool is_no_role(std::uint32_t token) const;
  bool has_unknown_owner(std::uint32_t token) const;
  std::optional<std::uint32_t> name_behind(std::uint32_t token) const;
  bool name_body(std::uint32_t token, Description& d) const;
  Description describe_district(std::uint32_t token) const;
  Description describe_joined(std::uint32_t token) const;
  void add_conjuncts(std::uint32_t token, Owners& owners) const;
  std::vector<Entity> entities_of_role(const Candidate& role, const Owners& owners,
                                       std::string_view noun) const;
  bool name_person(std::uint32_t token, Description& d) const;
  void take_titles(std::uint32_t token, Description& d) const;
  void take_role(std::uint32_t token, Description& d) const;
  std::optional<Term> term_with_office(EntryId person, Office office) const;
  std::string name_text(std::uint32_t token) const;
  std::string person_text(std::uint32_t token) const;
  bool is_former(std::uint32_t token) const;
  bool in_place_position(std::uint32_t token, bool capital) const;

  const Knowledge& knowledge_;
  Date date_;
  const PhraseView& view_;
  Other other_;
};

// How a name is found, as `resolved_by` says it: name, alias, demonym, metonym.
std::string_view form_word(NameForm form);
// The entity that a table row names, without text and span.
Entity entity_of(const Candidate& candidate, std::string_view resolved_by);
// "Minister of Foreign Affairs", "Iran" -> "Minister of Foreign Affairs of Iran".
std::string office_text(std::string_view title, std::string_view of);
// Whom a surname alone means on that day, by the tables; nothing when it is not
// famous or has two readings.
std::optional<Entity> find_famous(std::string_view surname, const Knowledge& knowledge, Date date);
// Drops the person and sectors: the state or body that a person or force belongs to.
Entity owner_part(Entity entity);

}  // namespace entente
