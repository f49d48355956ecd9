#include "ingest/html_page.h"

#include <fmt/core.h>

#include <utility>

#include "ingest/article_text.h"
#include "ingest/page_blocks.h"
#include "ingest/page_metadata.h"
#include "text/ascii.h"
#include "text/charset.h"
#include "text/language.h"

namespace entente {
namespace {

constexpr std::size_t kLeastWords = 4;

// Paragraphs of a text that has no markup; its line ends part them.
std::string tidy(std::string_view body) {
  std::string text;
  for (std::size_t i = 0; i < body.size();) {
    const std::size_t end = std::min(body.size(), body.find('\n', i));
    std::string line = plain_text(body.substr(i, end - i));
    if (!line.empty()) text += (text.empty() ? "" : "\n\n") + line;
    i = end + 1;
  }
  return text;
}

// Takes the text of the page, or what JSON-LD carries when the page shows only
// the beginning of it.  False: there is none.
bool take_text(Document& document, ArticleText article, const std::string& told) {
  const std::size_t told_words = count_words(told);
  if (told_words >= kLeastWords && article.words * 2 < told_words) {
    document.text = tidy(told);
    return !document.text.empty();
  }
  if (article.words < kLeastWords) return false;
  document.origin.map = article.text.map();
  document.text = article.text.take_text();
  return true;
}

}  // namespace

std::string_view declared_charset(std::string_view head) {
  head = head.substr(0, 4096);
  const std::string lower = to_ascii_lower(head);
  for (const std::string_view key : {"charset=", "encoding="}) {
    std::size_t at = lower.find(key);
    if (at == std::string::npos) continue;
    at += key.size();
    if (at < lower.size() && (lower[at] == '"' || lower[at] == '\'')) ++at;
    const std::size_t end = lower.find_first_of("\"' />;?", at);
    if (end != std::string::npos) return head.substr(at, end - at);
  }
  return "";
}

Result<Document> read_page(std::string page, const PageContext& context) {
  if (page.size() > kMaxPage) {
    return fail(ErrorCode::kTooLarge,
                fmt::format("the page has {} bytes; the limit is {}", page.size(), kMaxPage));
  }
  const std::string charset(context.charset.empty() ? declared_charset(page) : context.charset);
  const DecodedText decoded = decode_text(std::move(page), charset);
  const Result<HtmlTree> tree = HtmlTree::parse(decoded.text);
  if (!tree) return std::unexpected(tree.error());
  PageMetadata metadata = read_metadata(*tree);
  Document document;
  if (!take_text(document, read_article(*tree, metadata.title), metadata.article_body)) {
    return fail(ErrorCode::kBadFormat, "there is no article on this page");
  }
  if (document.origin.map) document.origin.map = document.origin.map->after(decoded.map);
  document.origin.charset = decoded.charset;
  document.title = std::move(metadata.title);
  document.url = metadata.url.empty() ? std::string(context.url) : std::move(metadata.url);
  document.source = metadata.outlet.empty() ? host_of(document.url) : std::move(metadata.outlet);
  document.date = metadata.published;
  document.language = recognise_language(document.text);
  if (document.language.empty()) document.language = std::move(metadata.language);
  return document;
}

}  // namespace entente
