// Who fills the slots of a predicate: tokens, and the entities they name.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "event/section_view.h"

namespace entente {

// Somebody in a slot.  `inside`: found inside a phrase that names no actor
// ("NATO's expansion"), so less sure.
struct Party {
  std::uint32_t token = 0;
  bool inside = false;
  bool likely = false;  // only looks like somebody
};

class Participants {
 public:
  explicit Participants(const SectionView& view) : view_(view) {}

  // The parties of the first slot that is filled; empty if none is.
  // `topic` opens the object, then what prepositions add.
  std::vector<Party> first_filled(const Proposition& p, std::span<const SlotSpec> slots) const;
  // All sides of a mutual act.
  std::vector<Party> all_sides(const Proposition& p) const;
  // Actors of a noun of action: by-phrase, light verb's subject, possessor,
  // modifier; with `of_is_actor` also "of" ("the withdrawal of rebels").
  std::vector<Party> noun_actors(const Proposition& p, bool of_is_actor) const;
  // Who may act or be acted on in the phrase: the token itself when it names
  // somebody, else who stands inside it.
  std::vector<Party> parties_of(std::uint32_t token) const;
  // Who stands inside a phrase: by, possessor, modifiers, prepositions.
  std::vector<Party> inside(std::uint32_t token) const;

  // Last resort where no slot is filled: tokens of the slots that look like
  // somebody, though no table has them ("the barrister", "Kismayo airport").
  std::vector<Party> likely(const Proposition& p, std::span<const SlotSpec> slots) const;
  // A name of the text, or a noun for people or a body.
  bool looks_like_somebody(std::uint32_t token) const;

  // Whether the token names somebody: an actor, a government by its place, or
  // a phrase that may yet be somebody.
  bool names_somebody(std::uint32_t token) const;

  // Entities in the order of the text, none twice.
  std::vector<Entity> entities(std::vector<Party> parties) const;

  // Tokens that fill one slot.
  std::vector<std::uint32_t> fill(const Proposition& p, const SlotSpec& slot) const;

 private:
  void add_preposition(std::uint32_t phrase, std::string_view preposition,
                       std::vector<std::uint32_t>& out) const;
  std::vector<Party> parties_of_all(const std::vector<std::uint32_t>& tokens) const;
  const Location* find_place(std::uint32_t token) const;
  std::vector<Party> authors(std::uint32_t token) const;
  std::vector<Party> topic(const Proposition& p) const;
  // `where`: also what says where ("partners in Paris").
  void add_inside(std::uint32_t token, int depth, bool where, std::vector<Party>& out) const;
  bool is_crowd(std::uint32_t token) const;

  const SectionView& view_;
};

}  // namespace entente
