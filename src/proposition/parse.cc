#include "proposition/parse.h"

#include <algorithm>

namespace entente {
namespace {

// A line this long may be wrapped text; a shorter one that ends in "\n" stands alone.
constexpr std::uint32_t kMaxHeadingBytes = 50;

bool ends_paragraph(const Analysis& analysis, std::uint32_t first, std::uint32_t i) {
  if (analysis.tokens[i].pos != Pos::kSpace) return false;
  const std::string_view blank = analysis.token_text(i);
  const auto lines = std::ranges::count(blank, '\n');
  if (lines != 1 || i == first) return lines > 1;
  const std::string_view before = analysis.token_text(i - 1);
  constexpr std::string_view kFinal = ".?!:;”\"";
  if (kFinal.find(before) != std::string_view::npos) return true;
  return analysis.tokens[i].begin - analysis.tokens[first].begin < kMaxHeadingBytes;
}

}  // namespace

Parse::Parse(const Analysis& analysis, const WordClasses& classes, StringArena& strings)
    : analysis_(analysis), classes_(classes), strings_(strings) {
  nodes_.resize(analysis.tokens.size());
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    TokenRange rest = analysis.sentences[s];
    for (std::uint32_t i = rest.first; i < rest.last; ++i) {
      if (i + 1 < rest.last && !ends_paragraph(analysis, rest.first, i)) continue;
      read_segment(s, {rest.first, i + 1});
      rest.first = i + 1;
    }
  }
  index();
}

void Parse::read_segment(std::uint32_t sentence, TokenRange segment) {
  for (std::uint32_t i = segment.first; i < segment.last; ++i) {
    const Token& token = analysis_.tokens[i];
    Node& node = nodes_[i];
    node.sentence = sentence;
    node.segment = static_cast<std::uint32_t>(segments_.size());
    node.dep = token.dep;
    node.tag = token.tag;
    node.pos = token.pos;
    node.word = lower(analysis_.token_text(i));
    const std::string_view right =
        token.pos == Pos::kVerb ? classes_.find_lemma(node.word) : std::string_view();
    set_lemma(i, right.empty() ? lower(token.lemma) : right);
  }
  segments_.push_back(segment);
  read_heads(segment);
}

// A head beyond the segment: the word takes the place of its head when that
// hangs in this segment ("a halt to NATO expansion | New alliance", where the
// parser made "expansion" a part of the name "alliance"), else it is a root.
void Parse::read_heads(TokenRange segment) {
  const auto inside = [&](std::uint32_t i) { return i >= segment.first && i < segment.last; };
  for (std::uint32_t i = segment.first; i < segment.last; ++i) {
    const std::uint32_t head = analysis_.tokens[i].head;
    nodes_[i].head = i;
    if (inside(head)) {
      nodes_[i].head = head;
    } else if (head < size()) {
      const Token& beyond = analysis_.tokens[head];
      const Dep dep = analysis_.tokens[i].dep;
      const bool part = dep == Dep::kCompound || dep == Dep::kAmod || dep == Dep::kNmod;
      if (!part || !inside(beyond.head)) continue;
      nodes_[i].head = beyond.head;
      nodes_[i].dep = beyond.dep;
    }
  }
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
