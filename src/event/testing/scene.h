// Readings written by hand, for tests of the event stage without any other
// stage: words, propositions over them, and who the words name.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "record/reading.h"

namespace entente::testing {

// One sentence of text.  Tokens are counted from 0 in the order of the words.
class Scene {
 public:
  // Words apart by blanks; lemmas are the lower-case words unless set.
  explicit Scene(std::string_view words);

  // Adds a proposition with its head and lemma; gives its index.
  std::int32_t verb(std::uint32_t head, std::string_view lemma);
  std::int32_t noun(std::uint32_t head, std::string_view lemma);
  Scene& argument(std::int32_t p, Role role, std::uint32_t token,
                  std::string_view preposition = "");
  Scene& embed(std::int32_t child, std::int32_t parent, Embedding embedding,
               std::string_view marker = "");
  // The word names this actor.
  Scene& actor(std::uint32_t token, std::string_view id);
  Scene& thing(std::uint32_t token);

  Proposition& at(std::int32_t p) {
    return reading_.sections[0].propositions.list[static_cast<std::size_t>(p)];
  }
  const Reading& reading();

 private:
  std::int32_t add(PredicateKind kind, std::uint32_t head, std::string_view lemma);
  void mention(std::uint32_t token, MentionKind kind, std::string_view id);

  std::unique_ptr<Document> document_ = std::make_unique<Document>();
  Reading reading_;
};

}  // namespace entente::testing
