// Deep subjects and objects: what passives, relative clauses, participles,
// control, raising and coordination leave unsaid is filled in.
#pragma once

#include <cstdint>
#include <vector>

#include "proposition/clause.h"
#include "proposition/parse.h"
#include "proposition/phrases.h"
#include "proposition/predicates.h"
#include "record/proposition.h"

namespace entente {

struct Filler {
  std::uint32_t token;
  ArgumentOrigin origin;
};

// One predicate with its grammar undone.
struct Frame {
  VerbForm form;                 // of a verb; of the copula for an adjective or attribute
  std::vector<Filler> surface;   // the grammatical subject, inherited when it is not said
  std::vector<Filler> subject;   // deep
  std::vector<Filler> object;    // deep
  std::vector<Filler> indirect;  // deep
  std::vector<PrepObject> prepositions;
};

class DeepFrames {
 public:
  // Fills one frame a predicate, governors first.  `headline[s]`: segment s is
  // written in the grammar of titles.  Cost: linear in tokens for lists of
  // bounded length (kMaxConjuncts).
  DeepFrames(Parse& parse, const Predicates& predicates, const std::vector<bool>& headline);

  Frame& at(std::int32_t predicate) { return frames_[static_cast<std::size_t>(predicate)]; }
  const Frame& at(std::int32_t predicate) const {
    return frames_[static_cast<std::size_t>(predicate)];
  }
  // The words that `token` stands for: the antecedent of a relative pronoun, else itself.
  std::vector<Filler> resolve(std::uint32_t token, ArgumentOrigin origin) const;

 private:
  void find_antecedents();
  bool is_tough(std::uint32_t verb) const;
  bool is_scheduled(std::uint32_t verb) const;
  void fill_verb(std::uint32_t verb, Frame& frame);
  void fill_adjective(std::uint32_t adjective, Frame& frame);
  void fill_noun(std::uint32_t noun, Frame& frame);
  std::vector<Filler> own_subject(std::uint32_t predicate) const;
  std::vector<Filler> inherited_subject(std::uint32_t verb, const VerbForm& form) const;
  std::vector<Filler> controller(std::uint32_t governor, std::uint32_t verb) const;
  std::vector<Filler> controller_after_preposition(std::uint32_t governor, std::uint32_t verb,
                                                   ArgumentOrigin origin) const;
  std::vector<Filler> subject_after_preposition(std::uint32_t preposition) const;
  std::vector<Filler> agent(const Frame& frame) const;
  std::vector<Filler> own_object(std::uint32_t verb) const;
  std::vector<Filler> raised_object(std::uint32_t verb) const;
  std::vector<Filler> gap_object(std::uint32_t verb) const;
  std::vector<Filler> shared_object(std::uint32_t verb) const;
  std::vector<Filler> antecedents(std::uint32_t noun, std::uint32_t verb,
                                  ArgumentOrigin origin) const;
  const Frame* frame_of(std::uint32_t token) const;

  Parse& parse_;
  const Predicates& predicates_;
  const std::vector<bool>& headline_;
  std::vector<Frame> frames_;
  std::vector<std::int32_t> antecedent_;  // of a relative pronoun at that token, or -1
  std::vector<std::uint32_t> relative_;   // the verb of the relative clause it is in
};

}  // namespace entente
