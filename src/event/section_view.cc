#include "event/section_view.h"

#include <algorithm>

namespace entente {
namespace {

std::string to_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

SectionView::SectionView(const Reading& reading, const SectionReading& section,
                         const Lexicon& lexicon)
    : reading_(reading), section_(section), lexicon_(lexicon) {
  const std::size_t n = analysis().tokens.size();
  lower_.reserve(n);
  lemma_.reserve(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    lower_.push_back(to_lower(analysis().token_text(i)));
    lemma_.push_back(to_lower(token(i).lemma));
  }
  hyphenated_.resize(n);
  for (std::uint32_t i = 2; i < n; ++i) {
    const bool joined = !token(i - 1).space_after && !token(i - 2).space_after;
    if (joined && lower_[i - 1] == "-") hyphenated_[i] = lower_[i - 2] + "-" + lemma_[i];
  }
  mentions_.assign(n, nullptr);
  for (const Mention& mention : reading.mentions) {
    if (mention.section == analysis().section && mention.token < n) {
      mentions_[mention.token] = &mention;
    }
  }
  proposition_at_.assign(n, -1);
  for (std::size_t p = 0; p < propositions().size(); ++p) {
    const Proposition& proposition = propositions()[p];
    proposition_at_[proposition.head] = static_cast<std::int32_t>(p);
    lemma_[proposition.head] = proposition.lemma;  // repaired
  }
  index_children();
}

void SectionView::index_children() {
  const std::uint32_t n = size();
  first_child_.assign(n + 1, 0);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (!is_root(i)) ++first_child_[token(i).head + 1];
  }
  for (std::uint32_t i = 0; i < n; ++i) first_child_[i + 1] += first_child_[i];
  children_.resize(first_child_[n]);
  std::vector<std::uint32_t> next(first_child_.begin(), first_child_.end() - 1);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (!is_root(i)) children_[next[token(i).head]++] = i;
  }
}

}  // namespace entente
