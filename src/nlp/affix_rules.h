// The tokenizer's regular expressions, compiled to tables.
//
// A package stores its prefix, suffix and infix rules as one alternation each,
// of a small sub-language: code points, classes, groups of alternatives, `+` on
// the last element, one look-behind and one look-ahead.  AffixRules matches
// exactly that, indexed by the code point that decides; parse() refuses
// anything else.  Immutable: free for any number of threads.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace entente {

// A set of code points.
class CodePointSet {
 public:
  void add(char32_t first, char32_t last);
  void finish();  // sorts and merges; to be called after the last add()
  void negate();  // REQUIRES: finished
  bool contains(char32_t c) const;
  bool has_beyond_ascii() const { return !ranges_.empty() && ranges_.back().second >= 128; }

 private:
  std::array<std::uint64_t, 2> ascii_{};
  std::vector<std::pair<char32_t, char32_t>> ranges_;  // inclusive
};

class AffixRules {
 public:
  struct Match {
    std::size_t begin = 0;  // bytes, half-open
    std::size_t end = 0;
    bool empty() const { return begin == end; }
  };

  // Parses an alternation in Python's syntax; ^ and $ at the ends of an
  // alternative are dropped.  `name` is for messages.  Errors: kUnsupported
  // (with the place in the pattern) for a construct outside the sub-language.
  static Result<AffixRules> parse(std::string_view pattern, std::string_view name);

  // Length in bytes of the first alternative that matches at the start of
  // `text`; 0 if none.  The text before its start does not exist for
  // look-behinds.  REQUIRES for all: valid UTF-8.
  std::size_t match_prefix(std::string_view text) const;
  // Length in bytes of the leftmost match that ends at the end of `text`.
  std::size_t match_suffix(std::string_view text) const;
  // The first match at or after `from`; empty at the end of the text if none.
  Match find(std::string_view text, std::size_t from) const;

 private:
  friend class AffixParser;
  using SetIndex = std::uint16_t;
  using Sequence = std::vector<SetIndex>;
  struct Rule {
    std::vector<Sequence> behind;  // any of them; none: no condition
    Sequence body;
    bool repeats = false;         // the last element of the body may occur more often
    std::vector<SetIndex> ahead;  // none or one
    bool ahead_negative = false;
  };
  static constexpr std::size_t kAscii = 128;
  // Rules by the code point they start (or end) with; the last list is for all
  // code points beyond ASCII.
  using Index = std::array<std::vector<std::uint16_t>, kAscii + 1>;

  void build_index(bool by_last, Index& index) const;
  // The end of a match of `rule` at `begin`, or npos.
  std::size_t match_at(const Rule& rule, std::string_view text, std::size_t begin) const;
  // The start of a match that ends with the text, or npos.
  std::size_t match_back(const Rule& rule, std::string_view text) const;
  bool matches_back(const Sequence& sequence, std::string_view text, std::size_t& end) const;
  bool behind_holds(const Rule& rule, std::string_view text, std::size_t begin) const;
  bool ahead_holds(const Rule& rule, std::string_view text, std::size_t end) const;

  std::vector<CodePointSet> sets_;
  std::vector<Rule> rules_;
  Index by_first_;
  Index by_last_;
};

}  // namespace entente
