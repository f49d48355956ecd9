#include "proposition/parse.h"

#include <algorithm>

namespace entente {

Parse::Parse(const Analysis& analysis, const WordClasses& classes, StringArena& strings)
    : analysis_(analysis), classes_(classes), strings_(strings) {
  nodes_.resize(analysis.tokens.size());
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    const TokenRange sentence = analysis.sentences[s];
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Token& token = analysis.tokens[i];
      Node& node = nodes_[i];
      const bool inside = token.head >= sentence.first && token.head < sentence.last;
      node.head = inside ? token.head : i;
      node.sentence = s;
      node.dep = token.dep;
      node.tag = token.tag;
      node.pos = token.pos;
      node.word = lower(analysis.token_text(i));
      set_lemma(i, lower(token.lemma));
    }
  }
  index();
}

std::string_view Parse::lower(std::string_view s) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (std::ranges::none_of(s, is_upper)) return s;
  char buffer[64];
  if (s.size() > sizeof buffer) return s;  // no word of English: a URL or a run of letters
  std::ranges::transform(
      s, buffer, [&](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  return strings_.keep({buffer, s.size()});
}

void Parse::set_lemma(std::uint32_t i, std::string_view lemma) {
  nodes_[i].lemma = lemma;
  nodes_[i].classes = classes_.find(lemma);
  if (nodes_[i].word != lemma) nodes_[i].classes.add(classes_.find(nodes_[i].word));
}

std::int32_t Parse::child(std::uint32_t i, Dep dep) const {
  for (const std::uint32_t c : children(i)) {
    if (nodes_[c].dep == dep) return static_cast<std::int32_t>(c);
  }
  return -1;
}

void Parse::index_children() {
  const std::uint32_t n = size();
  first_child_.assign(n + 1, 0);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (!is_root(i)) ++first_child_[head(i) + 1];
  }
  for (std::uint32_t i = 0; i < n; ++i) first_child_[i + 1] += first_child_[i];
  children_.resize(first_child_[n]);
  std::vector<std::uint32_t> next(first_child_.begin(), first_child_.end() - 1);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (!is_root(i)) children_[next[head(i)]++] = i;
  }
}

void Parse::index() {
  index_children();
  const std::uint32_t n = size();
  order_.clear();
  order_.reserve(n);
  std::vector<bool> reached(n, false);
  const auto reach_from = [&](std::uint32_t root) {
    reached[root] = true;
    order_.push_back(root);
    for (std::size_t next = order_.size() - 1; next < order_.size(); ++next) {
      const std::uint32_t i = order_[next];
      for (std::uint32_t k = first_child_[i]; k < first_child_[i + 1]; ++k) {
        const std::uint32_t c = children_[k];
        if (reached[c]) continue;
        reached[c] = true;
        order_.push_back(c);
      }
    }
  };
  for (std::uint32_t i = 0; i < n; ++i) {
    if (is_root(i)) reach_from(i);
  }
  if (order_.size() == n) return;
  std::vector<bool> passed(n, false);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (reached[i]) continue;
    std::uint32_t on_cycle = i;  // the way up from here must end in a cycle
    while (!passed[on_cycle]) {
      passed[on_cycle] = true;
      on_cycle = head(on_cycle);
    }
    nodes_[on_cycle].head = on_cycle;
    reach_from(on_cycle);
  }
  index_children();
}

}  // namespace entente
