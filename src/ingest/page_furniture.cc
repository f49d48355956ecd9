// Idea: templates name their parts after what they are.  Names are cut into
// words ("articleBody-2", "story__related" -> article body 2, story related)
// and looked up, some in pairs.
// Example: class="c-share-bar js-sticky" has the word "share": furniture.
// It gets wrong: names that say nothing ("css-1ab2c3"); what stands in such
// elements is judged by its words and links (article_text.cc).
#include "ingest/page_furniture.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "text/ascii.h"

namespace entente {
namespace {

constexpr auto kNeverTags = std::to_array<GumboTag>(
    {GUMBO_TAG_SCRIPT,  GUMBO_TAG_STYLE,    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
     GUMBO_TAG_SVG,     GUMBO_TAG_MATH,     GUMBO_TAG_IFRAME,   GUMBO_TAG_OBJECT,
     GUMBO_TAG_EMBED,   GUMBO_TAG_VIDEO,    GUMBO_TAG_AUDIO,    GUMBO_TAG_CANVAS,
     GUMBO_TAG_MAP,     GUMBO_TAG_HEAD,     GUMBO_TAG_SELECT,   GUMBO_TAG_BUTTON,
     GUMBO_TAG_INPUT,   GUMBO_TAG_TEXTAREA, GUMBO_TAG_LABEL,    GUMBO_TAG_PROGRESS,
     GUMBO_TAG_DATALIST});
constexpr auto kFurnitureTags = std::to_array<GumboTag>(
    {GUMBO_TAG_NAV, GUMBO_TAG_ASIDE, GUMBO_TAG_FOOTER, GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION,
     GUMBO_TAG_HEADER, GUMBO_TAG_FORM, GUMBO_TAG_ADDRESS, GUMBO_TAG_CAPTION, GUMBO_TAG_MENU});
constexpr auto kFurnitureRoles = std::to_array<std::string_view>(
    {"alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar",
     "navigation", "search", "tablist", "toolbar"});

constexpr auto kForeignWords =
    std::to_array<std::string_view>({"comment", "comments", "commentlist", "disqus", "livefyre",
                                     "outbrain", "recirc", "recirculation", "respond", "taboola"});
// "no-comments", "comments-closed": about an element that has other things in it.
constexpr auto kStates =
    std::to_array<std::string_view>({"allowed", "closed", "disabled", "enabled", "has", "no", "off",
                                     "on", "open", "opened", "with", "without"});
constexpr auto kFurnitureWords = std::to_array<std::string_view>({"ad",
                                                                  "ads",
                                                                  "adslot",
                                                                  "advert",
                                                                  "advertisement",
                                                                  "advertising",
                                                                  "author",
                                                                  "authorbio",
                                                                  "authors",
                                                                  "bio",
                                                                  "biography",
                                                                  "breadcrumb",
                                                                  "breadcrumbs",
                                                                  "byline",
                                                                  "caption",
                                                                  "captions",
                                                                  "consent",
                                                                  "cookie",
                                                                  "cookies",
                                                                  "copyright",
                                                                  "correction",
                                                                  "credit",
                                                                  "credits",
                                                                  "donate",
                                                                  "donation",
                                                                  "flyout",
                                                                  "footer",
                                                                  "gallery",
                                                                  "gdpr",
                                                                  "infobox",
                                                                  "keyword",
                                                                  "keywords",
                                                                  "kicker",
                                                                  "lightbox",
                                                                  "masthead",
                                                                  "menu",
                                                                  "meta",
                                                                  "metadata",
                                                                  "modal",
                                                                  "mostread",
                                                                  "nav",
                                                                  "navbar",
                                                                  "navigation",
                                                                  "newsletter",
                                                                  "overlay",
                                                                  "pager",
                                                                  "pagination",
                                                                  "popular",
                                                                  "popup",
                                                                  "promo",
                                                                  "promoted",
                                                                  "promotion",
                                                                  "pullquote",
                                                                  "recommend",
                                                                  "recommendation",
                                                                  "recommendations",
                                                                  "recommended",
                                                                  "share",
                                                                  "sharebar",
                                                                  "shares",
                                                                  "sharing",
                                                                  "sidebar",
                                                                  "signup",
                                                                  "skip",
                                                                  "slideshow",
                                                                  "social",
                                                                  "sponsor",
                                                                  "sponsored",
                                                                  "subscribe",
                                                                  "subscription",
                                                                  "taglist",
                                                                  "tags",
                                                                  "teaser",
                                                                  "teasers",
                                                                  "ticker",
                                                                  "timestamp",
                                                                  "toolbar",
                                                                  "tooltip",
                                                                  "topics",
                                                                  "trending",
                                                                  "upsell",
                                                                  "visuallyhidden",
                                                                  "widget",
                                                                  "widgets"});
constexpr auto kFurniturePairs = std::to_array<std::string_view>(
    {"also read", "in brief",        "inline link",  "inline links", "links block",   "more from",
     "more news", "more on",         "more stories", "most popular", "most read",     "pull quote",
     "read also", "read more",       "read next",    "recent posts", "screen reader", "see also",
     "sign up",   "sr only",         "tag cloud",    "tag links",    "tag list",      "topic list",
     "up next",   "visually hidden", "you may"});
// What an <article> is called that only points to another.
constexpr auto kTeaserWords =
    std::to_array<std::string_view>({"mostread", "popular", "promo", "promoted", "recommended",
                                     "sponsored", "teaser", "teasers", "trending"});
constexpr auto kBodyPairs = std::to_array<std::string_view>(
    {"article body",   "article content", "article copy",   "article main",  "article paragraphs",
     "article text",   "body content",    "body copy",      "body text",     "content body",
     "content text",   "detail content",  "detail text",    "entry content", "main content",
     "main text",      "name body",       "news body",      "news content",  "news detail",
     "news text",      "post body",       "post content",   "post text",     "rich text",
     "single content", "story body",      "story content",  "story copy",    "story text",
     "text block",     "text content",    "wysiwyg content"});
constexpr auto kBodyWords = std::to_array<std::string_view>(
    {"articlebody", "articlecontent", "articletext", "bodytext", "entrycontent", "maincontent",
     "postcontent", "storybody", "storycontent", "storytext"});
constexpr const char* kNamingAttributes[] = {
    "class", "id", "data-component", "data-testid", "data-module", "data-type", "data-block"};

template <typename T, std::size_t N>
bool holds(const std::array<T, N>& values, const T& value) {
  return std::ranges::find(values, value) != values.end();
}

// Words of a name; a change from lower to upper case parts them too.
void add_words(std::string_view name, std::vector<std::string>& words) {
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < std::min<std::size_t>(name.size(), 400); ++i) {
    const char c = name[i];
    const bool upper = is_ascii_upper(c);
    if (upper && i > 0 && is_ascii_lower(name[i - 1])) finish();
    if (upper || is_ascii_lower(c) || is_ascii_digit(c)) {
      word += upper ? static_cast<char>(c + 32) : c;
    } else {
      finish();
    }
  }
  finish();
}

bool is_state(const std::vector<std::string>& words, std::size_t i) {
  return (i > 0 && holds<std::string_view>(kStates, words[i - 1])) ||
         (i + 1 < words.size() && holds<std::string_view>(kStates, words[i + 1]));
}

// Of an <article>, which is furniture only as a teaser of another.
ElementRole role_of_article(std::string_view name) {
  std::vector<std::string> words;
  add_words(name, words);
  const bool teaser = std::ranges::any_of(words, [](std::string_view word) {
    return word.starts_with("related") || holds<std::string_view>(kTeaserWords, word);
  });
  return teaser ? ElementRole::kFurniture : ElementRole::kPlain;
}

ElementRole role_of_name(std::string_view name) {
  std::vector<std::string> words;
  add_words(name, words);
  // Page builders call every part a widget.
  const bool built = std::ranges::find(words, "elementor") != words.end();
  ElementRole role = ElementRole::kPlain;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    const std::string pair = i + 1 < words.size() ? words[i] + " " + words[i + 1] : "";
    if (holds<std::string_view>(kForeignWords, word) && !is_state(words, i)) {
      return ElementRole::kForeign;
    }
    if (built && word == "widget") continue;
    if (holds<std::string_view>(kFurnitureWords, word) || word.starts_with("related") ||
        holds<std::string_view>(kFurniturePairs, pair)) {
      role = ElementRole::kFurniture;
    } else if (role == ElementRole::kPlain && (holds<std::string_view>(kBodyWords, word) ||
                                               holds<std::string_view>(kBodyPairs, pair))) {
      role = ElementRole::kBody;
    }
  }
  return role;
}

bool is_hidden(const GumboNode* element) {
  if (has_attribute(element, "hidden") || attribute(element, "aria-hidden") == "true") return true;
  const std::string_view style = attribute(element, "style");
  return style.find("display:none") != std::string_view::npos ||
         style.find("display: none") != std::string_view::npos;
}

}  // namespace

ElementRole role_of(const GumboNode* element) {
  const GumboTag tag = element->v.element.tag;
  if (holds(kNeverTags, tag)) return ElementRole::kNever;
  if (tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN) {
    return ElementRole::kPlain;
  }
  if (attribute(element, "itemprop") == "articleBody") return ElementRole::kBody;
  ElementRole role = ElementRole::kPlain;
  for (const char* name : kNamingAttributes) {
    const std::string_view value = attribute(element, name);
    if (value.empty()) continue;
    role = std::max(role, tag == GUMBO_TAG_ARTICLE ? role_of_article(value) : role_of_name(value));
  }
  if (holds(kFurnitureTags, tag) || is_hidden(element) ||
      holds<std::string_view>(kFurnitureRoles, attribute(element, "role"))) {
    role = std::max(role, ElementRole::kFurniture);
  }
  return role;
}

}  // namespace entente
