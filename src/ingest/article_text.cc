// Idea: (1) the page falls into blocks of text; a block of several words that
// are not mostly links is prose.  (2) What is called furniture is left out,
// unless most of the prose is in it.  (3) The article is in the elements that
// are called its body; without such, in the smallest element that still has
// nearly all prose.  (4) Of its blocks those go that are captions, notices or
// links by their words.
// Example: <main> with 30 paragraphs in <div class="css-1x">, 3 in <div
// class="css-2y"> (other news): the smallest element with 85 % of the prose is
// css-1x.
// It gets wrong: pages with several articles of like length, of which it takes
// the longest.  Cost: linear in the page times its depth.
#include "ingest/article_text.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "ingest/page_blocks.h"
#include "ingest/page_furniture.h"
#include "text/ascii.h"
#include "text/asides.h"

namespace entente {
namespace {

constexpr std::size_t kProseWords = 8;
constexpr std::size_t kLeastBody = 25;  // words of prose that make a body

using Elements = std::unordered_set<const GumboNode*>;
using Prose = std::unordered_map<const GumboNode*, std::size_t>;

bool is_heading(const GumboNode* node) {
  return node != nullptr && is_element(node) && node->v.element.tag >= GUMBO_TAG_H1 &&
         node->v.element.tag <= GUMBO_TAG_H6;
}

bool ends_sentence(std::string_view text) {
  for (const std::string_view mark : {".", "?", "!", ":", ".\"", "”", ".'", "’", ")", "…"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

bool is_prose(const PageBlock& block) {
  return block.words >= kProseWords && block.linked_words * 2 < block.words &&
         !is_heading(block.element);
}

class ArticleReader {
 public:
  ArticleReader(const HtmlTree& tree, std::string_view title) : tree_(tree), title_(title) {}

  ArticleText read() {
    const GumboNode* body = tree_.root();
    const auto never = [this](const GumboNode* node) {
      return role(node) >= ElementRole::kForeign;
    };
    all_prose_ = count_prose(read_blocks(tree_, body, never), all_);
    const auto skip = [this](const GumboNode* node) { return is_left_out(node); };
    const std::vector<PageBlock> blocks = read_blocks(tree_, body, skip);
    kept_prose_ = count_prose(blocks, kept_);
    return join(filter(inside(find_roots(), blocks)));
  }

 private:
  ElementRole role(const GumboNode* node) {
    const auto [found, added] = roles_.try_emplace(node, ElementRole::kPlain);
    if (added) found->second = role_of(node);
    return found->second;
  }

  // Counts the words of prose below every element; all of them.
  static std::size_t count_prose(const std::vector<PageBlock>& blocks, Prose& prose) {
    std::size_t total = 0;
    for (const PageBlock& block : blocks) {
      if (!is_prose(block)) continue;
      total += block.words;
      for (const GumboNode* node = block.element; node != nullptr; node = node->parent) {
        prose[node] += block.words;
      }
    }
    return total;
  }

  static std::size_t prose_of(const Prose& prose, const GumboNode* node) {
    const auto found = prose.find(node);
    return found == prose.end() ? 0 : found->second;
  }

  bool is_left_out(const GumboNode* node) {
    const ElementRole r = role(node);
    if (r >= ElementRole::kForeign) return true;
    return r == ElementRole::kFurniture && prose_of(all_, node) * 2 <= all_prose_;
  }

  // The elements that make up the article's body.
  std::vector<const GumboNode*> find_roots() {
    std::vector<const GumboNode*> marked = find_marked();
    if (marked.empty()) return {descend(find_start())};
    return marked.size() == 1 ? marked : join_parts(std::move(marked));
  }

  // The element that holds all parts of a body, with the headings between
  // them, unless it holds other prose too.
  std::vector<const GumboNode*> join_parts(std::vector<const GumboNode*> parts) const {
    std::size_t words = 0;
    for (const GumboNode* part : parts) words += prose_of(kept_, part);
    const GumboNode* whole = parts.front()->parent;
    while (whole != nullptr && prose_of(kept_, whole) < words) whole = whole->parent;
    if (whole == nullptr || prose_of(kept_, whole) * 100 > words * 110) return parts;
    return {whole};
  }

  // Elements called bodies that hold none themselves, of the kind with the
  // most prose; none when that is too little.
  std::vector<const GumboNode*> find_marked() {
    std::unordered_map<std::string, std::vector<const GumboNode*>> kinds;
    walk(
        tree_.root(),
        [this](const GumboNode* node) { return is_element(node) && !is_left_out(node); },
        [&](const GumboNode* node) {
          if (role(node) == ElementRole::kBody && prose_of(kept_, node) > 0) {
            kinds[kind_of(node)].push_back(node);
          }
        });
    std::vector<const GumboNode*> best;
    std::size_t most = std::max(kLeastBody - 1, kept_prose_ / 4);
    for (auto& [kind, nodes] : kinds) {
      keep_one_article(nodes);
      keep_innermost(nodes);
      std::size_t words = 0;
      for (const GumboNode* node : nodes) words += prose_of(kept_, node);
      // The one that is nearer to the text, when two hold nearly the same.
      const bool closer = !best.empty() && words * 100 >= most * 85 && is_below(nodes, best);
      if (words > most ? !(is_below(best, nodes) && most * 100 >= words * 85) : closer) {
        best = nodes;
        most = words;
      }
    }
    return best;
  }

  static std::string kind_of(const GumboNode* node) {
    if (attribute(node, "itemprop") == "articleBody") return "articleBody";
    return std::string(attribute(node, "class")) + '|' +
           std::string(attribute(node, "data-component"));
  }

  // Whether `node` is or lies in one of `elements`.
  static bool is_within(const Elements& elements, const GumboNode* node) {
    for (; node != nullptr; node = node->parent) {
      if (elements.contains(node)) return true;
    }
    return false;
  }

  // Whether all of `inner` lie within elements of `outer`.
  static bool is_below(const std::vector<const GumboNode*>& inner,
                       const std::vector<const GumboNode*>& outer) {
    const Elements elements(outer.begin(), outer.end());
    return !inner.empty() && std::ranges::all_of(inner, [&](const GumboNode* node) {
      return is_within(elements, node);
    });
  }

  // Pages that load one article after the other: only the first.
  static void keep_one_article(std::vector<const GumboNode*>& nodes) {
    const auto article_of = [](const GumboNode* node) {
      while (node != nullptr && !is_element(node, GUMBO_TAG_ARTICLE)) node = node->parent;
      return node;
    };
    const GumboNode* first = nullptr;
    for (const GumboNode* node : nodes) {
      if (first == nullptr) first = article_of(node);
    }
    if (first == nullptr) return;
    std::erase_if(nodes, [&](const GumboNode* node) { return article_of(node) != first; });
  }

  // Of elements within each other the inner ones.  `nodes` are in the order in
  // which they end, so that the inner come first.
  static void keep_innermost(std::vector<const GumboNode*>& nodes) {
    Elements outer;
    for (const GumboNode* node : nodes) {
      for (const GumboNode* up = node->parent; up != nullptr; up = up->parent) outer.insert(up);
    }
    std::erase_if(nodes, [&](const GumboNode* node) { return outer.contains(node); });
  }

  // <article> with the most prose when it has enough of it, else <main>, else all.
  const GumboNode* find_start() {
    const GumboNode* article = nullptr;
    const GumboNode* main = nullptr;
    walk(tree_.root(), [&](const GumboNode* node) {
      if (!is_element(node) || is_left_out(node)) return false;
      if (is_element(node, GUMBO_TAG_ARTICLE) && prose_of(kept_, node) > prose_of(kept_, article)) {
        article = node;
      }
      if (is_element(node, GUMBO_TAG_MAIN) || attribute(node, "role") == "main") main = node;
      return true;
    });
    if (article != nullptr && prose_of(kept_, article) * 10 >= kept_prose_ * 4) return article;
    if (main != nullptr && prose_of(kept_, main) * 10 >= kept_prose_ * 3) return main;
    return tree_.root();
  }

  const GumboNode* descend(const GumboNode* node) {
    while (true) {
      const GumboNode* next = nullptr;
      const GumboVector& children = node->v.element.children;
      for (unsigned i = 0; i < children.length; ++i) {
        const auto* child = static_cast<const GumboNode*>(children.data[i]);
        if (prose_of(kept_, child) * 100 >= prose_of(kept_, node) * 85) next = child;
      }
      if (next == nullptr || prose_of(kept_, next) == 0 || is_element(next, GUMBO_TAG_P) ||
          is_element(next, GUMBO_TAG_LI) || is_element(next, GUMBO_TAG_BLOCKQUOTE)) {
        return node;
      }
      node = next;
    }
  }

  static std::vector<const PageBlock*> inside(const std::vector<const GumboNode*>& roots,
                                              const std::vector<PageBlock>& blocks) {
    const Elements elements(roots.begin(), roots.end());
    std::vector<const PageBlock*> found;
    for (const PageBlock& block : blocks) {
      if (is_within(elements, block.element)) found.push_back(&block);
    }
    return found;
  }

  bool is_notice(const PageBlock& block) const {
    const std::string& text = block.text.text();
    if (block.linked_words * 2 >= block.words && block.words < kLeastBody) return true;
    if (is_element(block.element, GUMBO_TAG_H1) || text == title_) return true;
    if (classify_paragraph(text)) return true;
    const auto credit = find_credit_at_end(text);
    return credit && credit->kind == AsideKind::kCredit && block.words <= 60;
  }

  // Before the first prose and behind the last only what reads like text.
  std::vector<const PageBlock*> filter(std::vector<const PageBlock*> blocks) const {
    std::erase_if(blocks, [this](const PageBlock* block) { return is_notice(*block); });
    const auto is_text = [](const PageBlock* block) {
      return is_prose(*block) || (block->words >= 3 && ends_sentence(block->text.text()) &&
                                  !is_heading(block->element));
    };
    const auto first = std::ranges::find_if(blocks, is_text);
    blocks.erase(blocks.begin(), first);
    while (!blocks.empty() && !is_text(blocks.back())) blocks.pop_back();
    std::erase_if(blocks, [&](const PageBlock* block) {
      return block->words < 3 && !is_heading(block->element) && !ends_sentence(block->text.text());
    });
    return blocks;
  }

  static ArticleText join(const std::vector<const PageBlock*>& blocks) {
    ArticleText article;
    for (const PageBlock* block : blocks) {
      if (!article.text.empty()) article.text.add_between("\n\n");
      article.text.append(block->text);
      article.words += block->words;
    }
    return article;
  }

  const HtmlTree& tree_;
  std::string_view title_;
  std::unordered_map<const GumboNode*, ElementRole> roles_;
  Prose all_;   // of the page without what is never text
  Prose kept_;  // without furniture
  std::size_t all_prose_ = 0;
  std::size_t kept_prose_ = 0;
};

}  // namespace

ArticleText read_article(const HtmlTree& tree, std::string_view title) {
  return ArticleReader(tree, title).read();
}

ArticleText read_fragment(const HtmlTree& tree) {
  const auto skip = [](const GumboNode* node) {
    return role_of(node) >= ElementRole::kForeign || is_element(node, GUMBO_TAG_FIGURE);
  };
  ArticleText article;
  for (const PageBlock& block : read_blocks(tree, tree.root(), skip)) {
    const bool link_only = block.linked_words == block.words && block.words < kLeastBody;
    if (link_only || classify_paragraph(block.text.text())) continue;
    if (!article.text.empty()) article.text.add_between("\n\n");
    article.text.append(block.text);
    article.words += block.words;
  }
  return article;
}

}  // namespace entente
