#include "ingest/html_tree.h"

#include "ingest/html_guard.h"

namespace entente {
namespace {

const GumboVector* children_of(const GumboNode* node) {
  if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
    return &node->v.element.children;
  }
  return node->type == GUMBO_NODE_DOCUMENT ? &node->v.document.children : nullptr;
}

const GumboNode* child(const GumboNode* node, std::size_t index) {
  const GumboVector* children = children_of(node);
  return children != nullptr && index < children->length
             ? static_cast<const GumboNode*>(children->data[index])
             : nullptr;
}

}  // namespace

void HtmlTree::Destroy::operator()(GumboOutput* output) const {
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

Result<HtmlTree> HtmlTree::parse(std::string_view html) {
  ENTENTE_TRY(check_html_bounds(html));
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
  if (output == nullptr) return fail(ErrorCode::kBadFormat, "this cannot be parsed as HTML");
  return HtmlTree(html, output);
}

bool is_element(const GumboNode* node) { return node->type == GUMBO_NODE_ELEMENT; }

bool is_element(const GumboNode* node, GumboTag tag) {
  return is_element(node) && node->v.element.tag == tag;
}

bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
         node->type == GUMBO_NODE_CDATA;
}

std::string_view attribute(const GumboNode* element, const char* name) {
  if (!is_element(element)) return "";
  const GumboAttribute* found = gumbo_get_attribute(&element->v.element.attributes, name);
  return found == nullptr ? "" : found->value;
}

bool has_attribute(const GumboNode* element, const char* name) {
  return is_element(element) &&
         gumbo_get_attribute(&element->v.element.attributes, name) != nullptr;
}

void walk(const GumboNode* root, const std::function<bool(const GumboNode*)>& enter,
          const std::function<void(const GumboNode*)>& leave) {
  const GumboNode* node = root;
  while (true) {
    if (enter(node)) {
      if (const GumboNode* first = child(node, 0)) {
        node = first;
        continue;
      }
      if (leave) leave(node);
    }
    // To the next sibling, of an ancestor where there is none.
    while (true) {
      if (node == root) return;
      const GumboNode* parent = node->parent;
      if (const GumboNode* next = child(parent, node->index_within_parent + 1)) {
        node = next;
        break;
      }
      node = parent;
      if (leave) leave(node);
    }
  }
}

std::string inner_text(const GumboNode* node) {
  std::string text;
  walk(node, [&](const GumboNode* n) {
    if (is_text(n)) append_collapsed(text, n->v.text.text);
    if (is_element(n, GUMBO_TAG_BR) || is_element(n, GUMBO_TAG_P)) append_collapsed(text, " ");
    return !is_element(n, GUMBO_TAG_SCRIPT) && !is_element(n, GUMBO_TAG_STYLE);
  });
  trim_end(text);
  return text;
}

std::string plain_text(std::string_view html) {
  std::string text;
  if (html.find_first_of("<&") == std::string_view::npos) {
    append_collapsed(text, html);
    trim_end(text);
    return text;
  }
  const Result<HtmlTree> tree = HtmlTree::parse(html);
  return tree ? inner_text(tree->root()) : std::string(html);
}

void append_collapsed(std::string& out, std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool wide = text.substr(i).starts_with(kNoBreakSpace);
    const char c = text[i];
    if (wide || c == ' ' || (c >= '\t' && c <= '\r')) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      i += wide ? 1 : 0;
    } else {
      out += c;
    }
  }
}

void trim_end(std::string& text) {
  while (text.ends_with(' ')) text.pop_back();
}

}  // namespace entente
