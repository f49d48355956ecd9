// Which states a text is about: evidence for one of several places of a name.
#pragma once

#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/knowledge.h"
#include "record/analysis.h"

namespace entente {

class CountrySupport {
 public:
  // Counts names, adjectives, demonyms, metonyms and large regions of states.
  CountrySupport(const Analysis& analysis, std::span<const NameMatch> names);

  // 0 not named; 1 … 2 named in the text; 3 in the sentence of `token` too.
  double of(std::string_view country, std::uint32_t token) const;

 private:
  std::size_t sentence_of(std::uint32_t token) const;
  const Analysis& analysis_;
  std::map<std::string_view, int> in_text_;
  std::map<std::pair<std::size_t, std::string_view>, int> in_sentence_;
};

}  // namespace entente
