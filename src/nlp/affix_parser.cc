// Parses the regular expressions of AffixRules.
//
// Example: `(?<=[0-9])(?:km|m)$|\.\.+$` gives three rules: a digit behind, body
// k m; a digit behind, body m; body . . with the last one repeated.
#include <fmt/core.h>

#include <map>
#include <optional>

#include "base/utf8.h"
#include "nlp/affix_rules.h"

namespace entente {

class AffixParser {
 public:
  AffixParser(std::string_view pattern, std::string_view name) : text_(pattern), name_(name) {}

  Result<AffixRules> parse() {
    do {
      if (!parse_alternative()) return unsupported();
    } while (accept("|"));
    if (pos_ != text_.size()) return unsupported();
    rules_.build_index(false, rules_.by_first_);
    rules_.build_index(true, rules_.by_last_);
    return std::move(rules_);
  }

 private:
  using Rule = AffixRules::Rule;
  using Sequence = AffixRules::Sequence;
  using SetIndex = AffixRules::SetIndex;
  static constexpr std::size_t kMaxRules = 10'000;

  std::unexpected<Error> unsupported() const {
    const std::string_view rest = text_.substr(std::min(pos_, text_.size()), 20);
    return fail(ErrorCode::kUnsupported,
                fmt::format("the tokenizer's {} rules use something that this program does not "
                            "know, at byte {}: {}",
                            name_, pos_, find_invalid_utf8(rest) ? "" : rest));
  }

  bool accept(std::string_view token) {
    if (!text_.substr(pos_).starts_with(token)) return false;
    pos_ += token.size();
    return true;
  }
  bool at_end_of_alternative() const {
    return pos_ == text_.size() || text_[pos_] == '|' || text_[pos_] == ')';
  }

  // One alternative of the whole: becomes one rule for each way through its groups.
  bool parse_alternative() {
    std::vector<Rule> rules(1);
    accept("^");
    while (!at_end_of_alternative()) {
      if (accept("$")) return at_end_of_alternative() && keep(rules);
      if (!rules.front().ahead.empty()) return false;  // nothing may follow a look-ahead
      if (!parse_item(rules)) return false;
    }
    return keep(rules);
  }

  bool keep(std::vector<Rule>& rules) {
    for (Rule& rule : rules) {
      if (rule.body.empty() || rules_.rules_.size() >= kMaxRules) return false;
      if (rule.repeats && !can_repeat(rule)) return false;
      rules_.rules_.push_back(std::move(rule));
    }
    return true;
  }

  // A repeated element is matched greedily and never given back: that is right
  // only if nothing follows and, backwards, if all elements are one set.
  static bool can_repeat(const Rule& rule) {
    if (!rule.ahead.empty() || !rule.behind.empty()) return false;
    for (const SetIndex set : rule.body) {
      if (set != rule.body.front()) return false;
    }
    return true;
  }

  bool parse_item(std::vector<Rule>& rules) {
    if (accept("(?<=")) {
      const auto group = parse_group();
      if (!group || !rules.front().body.empty() || !rules.front().behind.empty()) return false;
      rules.front().behind = *group;
      return true;
    }
    const bool negative = text_.substr(pos_).starts_with("(?!");
    if (accept("(?!") || accept("(?=")) {
      const auto group = parse_group();
      if (!group || group->size() != 1 || group->front().size() != 1) return false;
      for (Rule& rule : rules) {
        rule.ahead = group->front();
        rule.ahead_negative = negative;
      }
      return true;
    }
    if (rules.front().repeats) return false;
    if (accept("(?:")) {
      const auto group = parse_group();
      return group && append_group(*group, rules);
    }
    const auto set = parse_set();
    if (!set) return false;
    const bool repeats = accept("+");
    for (Rule& rule : rules) {
      rule.body.push_back(*set);
      rule.repeats = repeats;
    }
    return true;
  }

  static bool append_group(const std::vector<Sequence>& group, std::vector<Rule>& rules) {
    std::vector<Rule> longer;
    if (rules.size() * group.size() > kMaxRules) return false;
    for (const Rule& rule : rules) {
      for (const Sequence& sequence : group) {
        longer.push_back(rule);
        longer.back().body.insert(longer.back().body.end(), sequence.begin(), sequence.end());
      }
    }
    rules = std::move(longer);
    return true;
  }

  // Alternatives of plain sequences, up to and with the closing bracket.
  std::optional<std::vector<Sequence>> parse_group() {
    std::vector<Sequence> group;
    do {
      Sequence sequence;
      while (!at_end_of_alternative()) {
        const auto set = parse_set();
        if (!set) return std::nullopt;
        sequence.push_back(*set);
      }
      if (sequence.empty()) return std::nullopt;
      group.push_back(std::move(sequence));
    } while (accept("|"));
    if (!accept(")")) return std::nullopt;
    return group;
  }

  // A code point or a class.
  std::optional<SetIndex> parse_set() {
    const std::size_t begin = pos_;
    CodePointSet set;
    if (accept("[")) {
      if (!parse_class(set)) return std::nullopt;
    } else {
      if (std::string_view("*+?{}()^$.").find(text_[pos_]) != std::string_view::npos) {
        return std::nullopt;
      }
      const auto c = parse_code_point();
      if (!c) return std::nullopt;
      set.add(*c, *c);
      set.finish();
    }
    return intern(text_.substr(begin, pos_ - begin), std::move(set));
  }

  // The inside of a class, up to and with the closing bracket.
  bool parse_class(CodePointSet& set) {
    const bool negative = accept("^");
    while (pos_ < text_.size() && text_[pos_] != ']') {
      const auto first = parse_code_point();
      if (!first) return false;
      auto last = first;
      if (pos_ + 1 < text_.size() && text_[pos_] == '-' && text_[pos_ + 1] != ']') {
        ++pos_;
        last = parse_code_point();
        if (!last || *last < *first) return false;
      }
      set.add(*first, *last);
    }
    set.finish();
    if (negative) set.negate();
    return accept("]");
  }

  // A code point as it is or escaped: \uXXXX, \UXXXXXXXX or \punctuation.
  std::optional<char32_t> parse_code_point() {
    if (pos_ == text_.size()) return std::nullopt;
    if (!accept("\\")) return decode_utf8(text_, pos_);
    if (accept("u")) return parse_hex(4);
    if (accept("U")) return parse_hex(8);
    if (pos_ == text_.size() || std::isalnum(static_cast<unsigned char>(text_[pos_]))) {
      return std::nullopt;
    }
    return decode_utf8(text_, pos_);
  }

  std::optional<char32_t> parse_hex(int digits) {
    std::uint32_t value = 0;
    for (int i = 0; i < digits; ++i, ++pos_) {
      if (pos_ == text_.size() || !std::isxdigit(static_cast<unsigned char>(text_[pos_]))) {
        return std::nullopt;
      }
      const char c = text_[pos_];
      const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
      value = value * 16 + static_cast<std::uint32_t>(digit);
    }
    return value;
  }

  // Equal spellings share one set: the big letter classes occur many times.
  std::optional<SetIndex> intern(std::string_view spelling, CodePointSet set) {
    if (rules_.sets_.size() > 60'000) return std::nullopt;
    const auto [found, is_new] =
        known_.emplace(spelling, static_cast<SetIndex>(rules_.sets_.size()));
    if (is_new) rules_.sets_.push_back(std::move(set));
    return found->second;
  }

  std::string_view text_;
  std::string_view name_;
  std::size_t pos_ = 0;
  AffixRules rules_;
  std::map<std::string_view, SetIndex> known_;
};

Result<AffixRules> AffixRules::parse(std::string_view pattern, std::string_view name) {
  return AffixParser(pattern, name).parse();
}

}  // namespace entente
