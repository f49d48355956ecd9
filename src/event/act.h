// An act: a proposition with its sense, on the way to become an event.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/entry.h"

namespace entente {

inline constexpr std::int32_t kNoAct = -1;

// One for every proposition of a section, at the same index.
struct Act {
  std::optional<EventType> type;      // of the entry, or given by what it ends
  const Entry* entry = nullptr;       // its sense; nullptr: no known word
  std::int32_t consumed_by = kNoAct;  // the act that it is part or topic of
  std::string_view consumed_why;      // for diagnostics
  std::int32_t inner = kNoAct;        // the act that it speaks about
  std::int32_t same_as = kNoAct;      // another word for the same act ("attack … killed")
  std::int32_t host = kNoAct;  // the verb that says it takes place ("talks are due to BEGIN")
  std::int32_t twin = kNoAct;  // the first act whose same_as is this one

  bool typed() const { return type.has_value(); }
  bool consumed() const { return consumed_by != kNoAct; }
};

}  // namespace entente
