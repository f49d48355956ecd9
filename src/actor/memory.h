// What a document has named so far, for names that come back shortened and
// for words that only refer.
//
// Holds the referents in the order of their first mention and the last
// mentions in text order.  Every search looks back a bounded number of
// mentions, so that a document costs linear time.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actor/referent.h"
#include "record/span.h"

namespace entente {

// One person, state, body or document of the text.
struct Referent {
  Description what;     // as described where it was named most fully
  Antecedent named_at;  // that mention
  unsigned mentions = 0;
};

// One mention in text order.
struct Seen {
  std::uint32_t referent = 0;
  std::uint32_t sentence = 0;  // counted over title and text
  std::uint32_t token = 0;
  Section section = Section::kText;
  bool subject = false;
  bool place = false;        // where, not who
  bool modifier = false;     // "Russian" threats
  bool coordinated = false;  // "Russia and China": one referent for both
  bool speaker = false;      // says what others do: "A said"
  bool meeting = false;      // takes part in a meeting or a fight: "A met B"
};

class Memory {
 public:
  // Enters a mention.  Mentions of the same person, state or name become one
  // referent.  Returns the referent's index.
  std::uint32_t add(const Description& what, const Antecedent& where, Seen seen);

  const Referent& referent(std::uint32_t index) const { return referents_[index]; }
  std::size_t size() const { return referents_.size(); }

  // The referent that a surname, short name or acronym was given to, if any.
  std::optional<std::uint32_t> by_name(std::string_view name) const;
  // Lets `name` mean the referent from now on; the first owner keeps it.
  void give_name(std::string name, std::uint32_t referent);

  // The last mention, looking back at most `limit` mentions, that `accept` takes.
  std::optional<Seen> last(const std::function<bool(const Referent&, const Seen&)>& accept,
                           std::size_t limit = 60) const;
  // All mentions from the end while `go_on` holds, at most `limit`, the last first.
  std::vector<Seen> recent(const std::function<bool(const Seen&)>& go_on,
                           std::size_t limit = 60) const;

  // The state that nearly all states' mentions name (four of five, two at
  // least or the only one); "" when there is none.
  std::string dominant_state() const;

 private:
  static std::string identity(const Description& what);
  void count_state(const Description& what);

  std::vector<Referent> referents_;
  std::vector<Seen> seen_;
  std::unordered_map<std::string, std::uint32_t> by_identity_;
  std::unordered_map<std::string, std::uint32_t> by_name_;
  std::unordered_map<std::string, unsigned> state_counts_;
  unsigned state_mentions_ = 0;
  std::string top_state_;
};

}  // namespace entente
