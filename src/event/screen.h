// Sentences of sport, markets, weather, fiction: the verbs of politics, no
// politics.
//
// Made anew for every section; one thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "event/section_view.h"

namespace entente {

class Screen {
 public:
  // Looks once at each word.  The view outlives the screen.
  explicit Screen(const SectionView& view);

  // Why `event`, an act of proposition `p`, is none of politics; "" when it may be.
  std::string_view objection(std::int32_t p, const Event& event) const;

 private:
  // What the words of one sentence speak of.
  struct Signs {
    int sport = 0;
    int market = 0;
    int culture = 0;
    int politics = 0;
    bool fiction = false;  // told in a film, a novel, a game
  };

  static bool is_public(const Event& event);
  void read_sentence(std::uint32_t sentence);
  bool is_score(std::uint32_t token) const;
  bool is_counted(std::uint32_t token) const;
  bool tells_fiction(TokenRange sentence) const;
  bool is_done_by_nature(const Proposition& p) const;

  const SectionView& view_;
  std::vector<Signs> sentences_;
  Signs whole_;
};

}  // namespace entente
