// One phrase on its own, as `entente resolve` asks.
//
// Stateless but for the day; one object may serve any number of threads.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "knowledge/knowledge.h"
#include "record/analysis.h"
#include "record/entity.h"

namespace entente {

class PhraseQuery {
 public:
  PhraseQuery(const Knowledge& knowledge, Date date) : knowledge_(knowledge), date_(date) {}

  // See ActorResolver::resolve_phrase().
  std::vector<Entity> ask(const Analysis& phrase, const Analysis& context) const;

 private:
  std::vector<Entity> ask_within(const Analysis& context, TokenRange range) const;
  std::vector<Entity> ask_after(const Analysis& context, const Analysis& phrase) const;
  std::vector<Entity> by_table(std::string_view phrase) const;

  const Knowledge& knowledge_;
  Date date_;
};

}  // namespace entente
