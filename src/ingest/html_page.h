// A page of a newspaper as a document.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "record/document.h"

namespace entente {

// Pages larger than this are refused.
inline constexpr std::size_t kMaxPage = std::size_t{8} << 20;

// What is known of a page from outside.
struct PageContext {
  std::string_view charset;  // of HTTP
  std::string_view url;
};

// `text` is the article: its paragraphs in the order of the page with a blank
// line between them, blanks collapsed, entities decoded; origin.map leads back
// to the bytes of `page`.  `id` and origin.file are left to the caller.
// Errors: kBadFormat when there is no article, those of HtmlTree::parse().
Result<Document> read_page(std::string page, const PageContext& context);

// The label that a page or feed declares its encoding with, "" for none.
std::string_view declared_charset(std::string_view head);

}  // namespace entente
