// Actors of other coders' files -> our entities: states by name or code,
// organisations and persons by the knowledge tables.
//
// A name that nothing knows stays an entity with its text alone: what other
// coders found is never thrown away.  Remembers what it has looked up; one
// thread at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/vocabulary.h"
#include "knowledge/knowledge.h"

namespace entente {

class ActorNames {
 public:
  // Both must outlive it.
  ActorNames(const Vocabulary& vocabulary, const Knowledge& knowledge)
      : vocabulary_(vocabulary), knowledge_(knowledge) {}

  // What an entity of that country carries: alpha-3 of the state, or UNO EUR
  // IGO ... ; "" when it is not known.  `text`: a name or a code of any kind.
  const std::string& country_code(std::string_view text);

  // The entity of a name, with the country and sectors as far as the source
  // gives them ("" and none else).  `sectors`: PLOVER.
  Entity resolve(std::string_view name, std::string_view country, std::vector<std::string> sectors);

  // PLOVER sectors of words of `scheme`, each once, by rank.
  std::vector<std::string> sectors(std::string_view scheme,
                                   const std::vector<std::string_view>& words) const;

  const Vocabulary& vocabulary() const { return vocabulary_; }

 private:
  // What a name alone says.
  struct Known {
    std::string id, code, name;
    std::vector<std::string> sectors;
    bool person = false;
  };

  std::string find_country_code(std::string_view text) const;
  const Known& known(std::string_view name);
  Known look_up(std::string_view name) const;
  Known find_whole(std::string_view name) const;
  void add_role(std::string_view words, Known& known) const;

  const Vocabulary& vocabulary_;
  const Knowledge& knowledge_;
  StringMap<std::string> countries_;
  StringMap<Known> names_;
};

}  // namespace entente
