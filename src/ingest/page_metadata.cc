#include "ingest/page_metadata.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "ingest/day_text.h"
#include "ingest/json_object.h"
#include "text/ascii.h"
#include "text/language.h"

namespace entente {
namespace {

enum class Field : std::uint8_t { kTitle, kOutlet, kUrl, kLanguage, kDay };

struct MetaName {
  std::string_view name;  // of property, name or itemprop, in lower case
  Field field;
};

// The stronger first.
constexpr auto kMetaNames = std::to_array<MetaName>({
    {"article:published_time", Field::kDay},
    {"datepublished", Field::kDay},
    {"og:article:published_time", Field::kDay},
    {"article.published", Field::kDay},
    {"parsely-pub-date", Field::kDay},
    {"sailthru.date", Field::kDay},
    {"cxenseparse:recs:publishtime", Field::kDay},
    {"pubdate", Field::kDay},
    {"publishdate", Field::kDay},
    {"publish-date", Field::kDay},
    {"publish_date", Field::kDay},
    {"publication_date", Field::kDay},
    {"originalpublicationdate", Field::kDay},
    {"dcterms.created", Field::kDay},
    {"dcterms.date", Field::kDay},
    {"dc.date.issued", Field::kDay},
    {"dc.date", Field::kDay},
    {"date", Field::kDay},
    {"og:title", Field::kTitle},
    {"headline", Field::kTitle},
    {"dc.title", Field::kTitle},
    {"twitter:title", Field::kTitle},
    {"og:site_name", Field::kOutlet},
    {"application-name", Field::kOutlet},
    {"dc.publisher", Field::kOutlet},
    {"cre", Field::kOutlet},
    {"og:url", Field::kUrl},
    {"og:locale", Field::kLanguage},
    {"dc.language", Field::kLanguage},
    {"content-language", Field::kLanguage},
    {"language", Field::kLanguage},
});

constexpr auto kArticleTypes = std::to_array<std::string_view>(
    {"AnalysisNewsArticle", "Article", "AskPublicNewsArticle", "BackgroundNewsArticle",
     "BlogPosting", "LiveBlogPosting", "NewsArticle", "OpinionNewsArticle", "Report",
     "ReportageNewsArticle", "ReviewNewsArticle"});

// What the places of a page say, by strength: a lower rank wins.
class Finds {
 public:
  void offer(Field field, std::string_view value, std::size_t rank) {
    std::string text = plain_text(value);
    if (text.empty() || (field == Field::kDay && !parse_day(text))) return;
    Find& find = finds_[static_cast<std::size_t>(field)];
    if (rank < find.rank) find = {std::move(text), rank};
  }
  const std::string& value(Field field) const {
    return finds_[static_cast<std::size_t>(field)].value;
  }

 private:
  struct Find {
    std::string value;
    std::size_t rank = SIZE_MAX;
  };
  std::array<Find, 5> finds_;
};

constexpr std::size_t kJsonRank = 0;
constexpr std::size_t kMetaRank = 1;  // and the place in kMetaNames
constexpr std::size_t kTagRank = 100;
constexpr std::size_t kWeakRank = 200;

class MetadataReader {
 public:
  explicit MetadataReader(const HtmlTree& tree) : tree_(tree) {}

  PageMetadata read() {
    walk(tree_.root(), [this](const GumboNode* node) {
      if (is_element(node)) read_element(node);
      return true;
    });
    PageMetadata found;
    found.url = finds_.value(Field::kUrl);
    found.outlet = finds_.value(Field::kOutlet);
    if (found.outlet.empty()) found.outlet = host_of(found.url);
    found.title = without_outlet(finds_.value(Field::kTitle), found.outlet, host_of(found.url));
    found.language = normalise_language(finds_.value(Field::kLanguage));
    if (found.language.size() != 2) found.language.clear();
    found.published = parse_day(finds_.value(Field::kDay));
    found.article_body = std::move(article_body_);
    return found;
  }

 private:
  void read_element(const GumboNode* node) {
    switch (node->v.element.tag) {
      case GUMBO_TAG_HTML:
        finds_.offer(Field::kLanguage, attribute(node, "lang"), kTagRank);
        break;
      case GUMBO_TAG_META:
        read_meta(node);
        break;
      case GUMBO_TAG_LINK:
        if (attribute(node, "rel") == "canonical") {
          finds_.offer(Field::kUrl, attribute(node, "href"), kJsonRank);
        }
        break;
      case GUMBO_TAG_TITLE:
        if (is_element(node->parent, GUMBO_TAG_HEAD)) {
          offer_text(Field::kTitle, node, kWeakRank);
        }
        break;
      case GUMBO_TAG_H1:
        offer_text(Field::kTitle, node, kTagRank);
        break;
      case GUMBO_TAG_TIME:
        read_time(node);
        break;
      case GUMBO_TAG_SCRIPT:
        if (to_ascii_lower(attribute(node, "type")).starts_with("application/ld+json")) {
          read_json(node);
        }
        break;
      default:
        if (attribute(node, "itemprop") == "datePublished") read_time(node);
    }
  }

  // The text below `node`, of a few elements: they may lie within each other.
  void offer_text(Field field, const GumboNode* node, std::size_t rank) {
    if (--texts_left_ >= 0) finds_.offer(field, inner_text(node), rank);
  }

  void read_meta(const GumboNode* node) {
    for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string name = to_ascii_lower(attribute(node, key));
      if (name.empty()) continue;
      for (std::size_t i = 0; i < kMetaNames.size(); ++i) {
        if (kMetaNames[i].name != name) continue;
        finds_.offer(kMetaNames[i].field, attribute(node, "content"), kMetaRank + i);
      }
    }
  }

  // The first <time>; one that is called the publication before it.
  void read_time(const GumboNode* node) {
    const bool named = attribute(node, "itemprop") == "datePublished" ||
                       has_attribute(node, "pubdate") ||
                       attribute(node, "class").find("publish") != std::string_view::npos;
    const std::size_t rank = named ? kTagRank : kWeakRank;
    finds_.offer(Field::kDay, attribute(node, "datetime"), rank);
    finds_.offer(Field::kDay, attribute(node, "content"), rank);
    if (named || is_element(node, GUMBO_TAG_TIME)) {
      offer_text(Field::kDay, node, rank + 1);
    }
  }

  void read_json(const GumboNode* node) {
    std::string content;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(children.data[i]);
      if (is_text(child)) content += child->v.text.text;
    }
    const Result<OrderedJson> json = parse_json(content);
    if (json) read_value(*json);
  }

  // Looks for articles in arrays and @graph.  parse_json() bounds the depth.
  void read_value(const OrderedJson& value) {
    if (value.is_array()) {
      for (const OrderedJson& item : value) read_value(item);
    }
    if (!value.is_object()) return;
    if (const auto graph = value.find("@graph"); graph != value.end()) read_value(*graph);
    if (const auto main = value.find("mainEntity"); main != value.end()) read_value(*main);
    if (is_article(value)) read_json_article(value);
  }

  static bool is_article(const OrderedJson& object) {
    const auto type = object.find("@type");
    if (type == object.end()) return false;
    const auto known = [](const OrderedJson& name) {
      return name.is_string() &&
             std::ranges::find(kArticleTypes, name.get_ref<const std::string&>()) !=
                 kArticleTypes.end();
    };
    return type->is_array() ? std::ranges::any_of(*type, known) : known(*type);
  }

  // The string under `key`; of an object or a list in its place, its name.
  static std::string_view text_of(const OrderedJson& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) return "";
    const OrderedJson* value = &*found;
    if (value->is_array() && !value->empty()) value = &value->front();
    if (value->is_object()) return key == std::string_view("name") ? "" : text_of(*value, "name");
    return value->is_string() ? std::string_view(value->get_ref<const std::string&>()) : "";
  }

  void read_json_article(const OrderedJson& article) {
    finds_.offer(Field::kTitle, text_of(article, "headline"), kJsonRank);
    finds_.offer(Field::kDay, text_of(article, "datePublished"), kJsonRank);
    finds_.offer(Field::kOutlet, text_of(article, "publisher"), kTagRank);
    finds_.offer(Field::kUrl, text_of(article, "url"), kTagRank);
    finds_.offer(Field::kLanguage, text_of(article, "inLanguage"), kJsonRank);
    if (article_body_.empty()) article_body_ = std::string(text_of(article, "articleBody"));
  }

  // "Envoys meet | The Daily" -> "Envoys meet".
  static std::string without_outlet(std::string title, const std::string& outlet,
                                    const std::string& host) {
    for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » ", " · "}) {
      const std::size_t at = title.rfind(mark);
      if (at == std::string::npos || at == 0) continue;
      const std::string last = to_ascii_lower(std::string_view(title).substr(at + mark.size()));
      const std::string name = to_ascii_lower(outlet);
      if ((!name.empty() &&
           (name.find(last) != std::string::npos || last.find(name) != std::string::npos)) ||
          (!host.empty() && (host == last || host.starts_with(last + ".")))) {
        title.resize(at);
        return title;
      }
    }
    return title;
  }

  const HtmlTree& tree_;
  Finds finds_;
  int texts_left_ = 20;
  std::string article_body_;
};

}  // namespace

PageMetadata read_metadata(const HtmlTree& tree) { return MetadataReader(tree).read(); }

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return "";
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/:?#"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return to_ascii_lower(host);
}

}  // namespace entente
