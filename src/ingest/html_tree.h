// A page as a tree, and what readers ask of its elements.
#pragma once

#include <gumbo.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace entente {

// Owns the tree and points into the page, which must outlive it.
class HtmlTree {
 public:
  // REQUIRES: valid UTF-8.  Errors: those of check_html_bounds().
  static Result<HtmlTree> parse(std::string_view html);

  const GumboNode* root() const { return output_->root; }
  std::string_view html() const { return html_; }

 private:
  struct Destroy {
    void operator()(GumboOutput* output) const;
  };
  HtmlTree(std::string_view html, GumboOutput* output) : html_(html), output_(output) {}

  std::string_view html_;
  std::unique_ptr<GumboOutput, Destroy> output_;
};

bool is_element(const GumboNode* node);
bool is_element(const GumboNode* node, GumboTag tag);
// Text, blanks and CDATA.
bool is_text(const GumboNode* node);

// "" when the element has none.
std::string_view attribute(const GumboNode* element, const char* name);
bool has_attribute(const GumboNode* element, const char* name);

// Calls `enter` for every node in the order of the page, `leave` when all
// below an element was seen.  What `enter` returns false for is not gone into,
// and not left.  Without recursion, so that depth costs nothing.
void walk(const GumboNode* root, const std::function<bool(const GumboNode*)>& enter,
          const std::function<void(const GumboNode*)>& leave = {});

// The text of all that is below `node`, blanks collapsed.
std::string inner_text(const GumboNode* node);

// The text of a piece of HTML, as feeds and metadata carry it, blanks
// collapsed; what cannot be parsed stays as it is.
std::string plain_text(std::string_view html);

// Appends `text`, every run of blanks as one space; none at the start of `out`.
void append_collapsed(std::string& out, std::string_view text);
// Takes blanks off the end.
void trim_end(std::string& text);

}  // namespace entente
