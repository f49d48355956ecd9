// The words of an analysis as the patterns of time expressions read them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "date/words.h"
#include "record/analysis.h"

namespace entente {

class Scanner {
 public:
  explicit Scanner(const Analysis& analysis) : analysis_(analysis), text_(lower(analysis.text)) {}

  std::uint32_t size() const { return static_cast<std::uint32_t>(analysis_.tokens.size()); }
  const Token& token(std::uint32_t i) const { return analysis_.tokens[i]; }
  // In lower case; "" outside the text.
  std::string_view word(std::int64_t i) const {
    if (i < 0 || i >= size()) return {};
    const Token& t = analysis_.tokens[static_cast<std::size_t>(i)];
    return std::string_view(text_).substr(t.begin, t.end - t.begin);
  }
  bool is(std::int64_t i, std::initializer_list<std::string_view> words) const {
    return std::find(words.begin(), words.end(), word(i)) != words.end();
  }
  bool is_capital(std::uint32_t i) const {
    const char c = analysis_.text[analysis_.tokens[i].begin];
    return c >= 'A' && c <= 'Z';
  }
  bool is_date_entity(std::uint32_t i) const {
    return i < size() && analysis_.tokens[i].entity_type == EntityType::kDate;
  }
  const Analysis& analysis() const { return analysis_; }

 private:
  const Analysis& analysis_;
  std::string text_;
};

}  // namespace entente
