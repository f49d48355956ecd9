// One section as the resolver sees it: its phrases, and for every token the
// name or role that the tables find there, in the reading that fits the place.
//
// Built once per section in linear time; immutable afterwards.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "actor/phrase_tree.h"
#include "base/date.h"
#include "knowledge/knowledge.h"
#include "record/reading.h"

namespace entente {

// A name or a role in the text; `candidates` best first, never empty.
struct NameUse {
  TokenRange tokens;
  std::uint32_t head = 0;  // the token that the rest of the sentence hangs on
  bool partial = false;    // "U.S." in "U.S.-led"
  std::vector<Candidate> candidates;

  const Candidate& best() const { return candidates.front(); }
};

class PhraseView {
 public:
  // `names`: what Knowledge::find_names() gave for the analysis.
  PhraseView(const Analysis& analysis, const std::vector<TimeExpression>& times,
             std::vector<NameMatch> names, Date date);
  PhraseView(const PhraseView&) = delete;
  PhraseView& operator=(const PhraseView&) = delete;

  const Analysis& analysis() const { return tree_.analysis(); }
  const PhraseTree& tree() const { return tree_; }
  Section section() const { return analysis().section; }

  // The name that covers the token, nullptr if none.
  const NameUse* name_at(std::uint32_t token) const { return at(name_at_, names_, token); }
  // The role that covers the token, nullptr if none.
  const NameUse* role_at(std::uint32_t token) const { return at(role_at_, roles_, token); }
  // Inside a date or time expression.
  bool is_time(std::uint32_t token) const { return time_[token]; }
  // Most of its letters stand in capitals: case says nothing.
  bool all_caps(std::uint32_t sentence) const { return all_caps_[sentence]; }
  const std::vector<NameUse>& names() const { return names_; }

 private:
  static const NameUse* at(const std::vector<std::int32_t>& index, const std::vector<NameUse>& list,
                           std::uint32_t token) {
    return index[token] < 0 ? nullptr : &list[static_cast<std::size_t>(index[token])];
  }
  void read_names(std::vector<NameMatch> matches, Date date);
  void mark_times(const std::vector<TimeExpression>& times);
  void mark_capitals();
  std::uint32_t head_of(TokenRange range) const;
  bool keeps(const NameUse& use) const;

  PhraseTree tree_;
  std::vector<NameUse> names_;
  std::vector<NameUse> roles_;
  std::vector<std::int32_t> name_at_;
  std::vector<std::int32_t> role_at_;
  std::vector<bool> time_;
  std::vector<bool> all_caps_;
};

}  // namespace entente
