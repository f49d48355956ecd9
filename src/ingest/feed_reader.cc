// RSS and Atom: one document an item.
//
// Entities that a feed declares itself are never expanded (pugixml does not),
// so that none can explode.  What a feed carries as text is HTML, escaped or as
// CDATA; it is read as a page's text is, and each character knows its bytes.
#include <fmt/core.h>

#include <algorithm>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "ingest/article_text.h"
#include "ingest/day_text.h"
#include "ingest/document_json.h"
#include "ingest/html_page.h"
#include "ingest/html_tree.h"
#include "ingest/page_metadata.h"
#include "ingest/reader.h"
#include "text/ascii.h"
#include "text/charset.h"
#include "text/language.h"

namespace entente {
namespace {

constexpr std::size_t kMaxFeed = std::size_t{16} << 20;

// "encoded" of "content:encoded".
std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node find_child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& child : node.children()) {
    if (local_name(child) == name) return child;
  }
  return {};
}

// The character of "amp", "#233" or "#xE9"; 0 for any other entity.
char32_t entity_meaning(std::string_view name) {
  constexpr std::pair<std::string_view, char32_t> kNames[] = {
      {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
  for (const auto& [known, meaning] : kNames) {
    if (name == known) return meaning;
  }
  if (!name.starts_with('#')) return 0;
  const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  const std::string digits(name.substr(hex ? 2 : 1));
  if (digits.empty() || digits.size() > 7) return 0;
  char* end = nullptr;
  const unsigned long value = std::strtoul(digits.c_str(), &end, hex ? 16 : 10);
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  return *end != '\0' || value > 0x10FFFF || surrogate ? 0 : static_cast<char32_t>(value);
}

// Appends `raw`, which stands at byte `at`, with its XML entities decoded.
void add_decoded(MappedText& out, std::string_view raw, std::uint32_t at) {
  for (std::size_t i = 0; i < raw.size();) {
    const std::size_t plain = std::min(raw.find('&', i), raw.size());
    const auto begin = static_cast<std::uint32_t>(at + i);
    if (plain > i) {
      out.add(raw.substr(i, plain - i), {begin, at + static_cast<std::uint32_t>(plain)});
      i = plain;
      continue;
    }
    const std::size_t end = raw.find(';', i);
    const bool near = end != std::string_view::npos && end - i < 12;
    const char32_t c = near ? entity_meaning(raw.substr(i + 1, end - i - 1)) : 0;
    const std::size_t length = c == 0 ? 1 : end - i + 1;
    std::string part = "&";
    if (c != 0) {
      part.clear();
      append_utf8(part, c);
    }
    out.add(part, {begin, begin + static_cast<std::uint32_t>(length)});
    i += length;
  }
}

class FeedReader : public Reader {
 public:
  explicit FeedReader(Input input) : input_(std::move(input)) {}

  bool repeats() const override { return true; }

  Item next() override {
    if (std::exchange(fresh_, false)) {
      if (Status loaded = load(); !loaded) return loaded.error();
    }
    if (next_ < items_.size()) return read_item(items_[next_++]);
    if (broken_) return *std::exchange(broken_, std::nullopt);
    return End{};
  }

 private:
  Error bad(std::string message, std::optional<std::uint64_t> byte = {}) const {
    return {ErrorCode::kBadFormat, std::move(message), {input_.name(), 0, byte}};
  }

  Status load() {
    Result<std::string> bytes = input_.bytes.read_rest(kMaxFeed);
    if (!bytes) return std::unexpected(bytes.error());
    const std::string charset(input_.charset.empty() ? declared_charset(*bytes) : input_.charset);
    decoded_ = decode_text(std::move(*bytes), charset);
    buffer_ = decoded_.text;
    const pugi::xml_parse_result parsed = xml_.load_buffer_inplace(
        buffer_.data(), buffer_.size(), pugi::parse_cdata, pugi::encoding_utf8);
    find_items();
    if (!parsed) {
      // The item that is broken off is the last.
      if (!items_.empty()) items_.pop_back();
      const auto at = static_cast<std::uint32_t>(
          std::min(decoded_.text.size(),
                   static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, parsed.offset))));
      broken_ = bad(fmt::format("not well-formed XML: {}", parsed.description()),
                    decoded_.map.source(at, at + 1).begin);
    } else if (!is_feed_) {
      return std::unexpected(bad("XML, but no RSS or Atom feed"));
    }
    return {};
  }

  void find_items() {
    const pugi::xml_node root = xml_.document_element();
    is_feed_ = local_name(root) == "rss" || local_name(root) == "feed" ||
               local_name(root) == "RDF" || local_name(root) == "entry";
    channel_ = local_name(root) == "feed" ? root : find_child(root, "channel");
    if (local_name(root) == "entry") items_.push_back(root);
    for (const pugi::xml_node& parent : {root, channel_}) {
      for (const pugi::xml_node& child : parent.children()) {
        if (local_name(child) == "item" || local_name(child) == "entry") items_.push_back(child);
      }
      if (root == channel_) break;
    }
  }

  std::uint32_t offset_of(const char* value) const {
    return static_cast<std::uint32_t>(value - buffer_.data());
  }

  // The text in `node`, entities of XML decoded, mapped to decoded_.
  MappedText text_of(const pugi::xml_node& node) const {
    MappedText text;
    for (const pugi::xml_node& child : node.children()) {
      const std::string_view value = child.value();
      if (value.empty()) continue;
      const std::uint32_t at = offset_of(value.data());
      if (child.type() == pugi::node_cdata) {
        text.add(value, {at, at + static_cast<std::uint32_t>(value.size())});
      } else if (child.type() == pugi::node_pcdata) {
        add_decoded(text, value, at);
      }
    }
    return text;
  }

  // XHTML that stands in `node` as elements, as it was written.
  MappedText markup_of(const pugi::xml_node& node) const {
    MappedText text;
    const std::ptrdiff_t first = node.first_child().offset_debug();
    if (first <= 0) return text;
    const auto begin = static_cast<std::size_t>(first) - 1;  // the offset lies behind "<"
    const std::size_t end = decoded_.text.find("</" + std::string(node.name()), begin);
    if (end == std::string::npos) return text;
    text.add(std::string_view(decoded_.text).substr(begin, end - begin),
             {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    return text;
  }

  std::string plain(const pugi::xml_node& node) const {
    return node ? plain_text(text_of(node).text()) : "";
  }

  // The first of `names` that has text.
  std::string first_of(const pugi::xml_node& node,
                       std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      std::string text = plain(find_child(node, name));
      if (!text.empty()) return text;
    }
    return "";
  }

  static std::string link_of(const pugi::xml_node& item) {
    std::string link;
    for (const pugi::xml_node& child : item.children()) {
      if (local_name(child) != "link") continue;
      const std::string_view rel = child.attribute("rel").value();
      if (!rel.empty() && rel != "alternate") continue;
      link = child.attribute("href").value();
      if (link.empty()) link = trim_ascii(child.child_value());
      if (!link.empty()) break;
    }
    return plain_text(link);
  }

  // The fullest of what tells the item.
  void take_text(const pugi::xml_node& item, Document& document) const {
    std::size_t most = 0;
    for (const std::string_view name : {"encoded", "content", "description", "summary"}) {
      const pugi::xml_node node = find_child(item, name);
      if (!node) continue;
      const bool markup = std::string_view(node.attribute("type").value()) == "xhtml";
      const MappedText written = markup ? markup_of(node) : text_of(node);
      const Result<HtmlTree> tree = HtmlTree::parse(written.text());
      if (!tree) continue;
      ArticleText article = read_fragment(*tree);
      if (article.words <= most) continue;
      most = article.words;
      document.origin.map = article.text.map().after(written.map()).after(decoded_.map);
      document.text = article.text.take_text();
    }
  }

  Item read_item(const pugi::xml_node& item) {
    Document document;
    const auto begin = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, item.offset_debug()));
    line_ += std::count(decoded_.text.begin() + static_cast<std::ptrdiff_t>(counted_),
                        decoded_.text.begin() + static_cast<std::ptrdiff_t>(begin), '\n');
    counted_ = begin;
    document.origin.file = input_.name();
    document.origin.line = static_cast<std::uint64_t>(line_);
    document.origin.charset = decoded_.charset;
    document.title = plain(find_child(item, "title"));
    document.url = link_of(item);
    document.id = first_of(item, {"guid", "id"});
    if (document.id.empty()) document.id = document.url;
    if (document.id.empty()) document.id = fmt::format("{}#{}", input_.name(), next_);
    document.date =
        parse_day(first_of(item, {"pubDate", "published", "date", "issued", "updated"}));
    document.source = outlet_of(item, document.url);
    take_text(item, document);
    if (!has_words(document.text)) std::swap(document.text, document.title);
    if (!has_words(document.text)) {
      Error error = bad("the item has no text");
      error.place.line = document.origin.line;
      return error;
    }
    document.language = recognise_language(document.text);
    if (document.language.empty()) {
      document.language = normalise_language(first_of(channel_, {"language"}));
    }
    return document;
  }

  std::string outlet_of(const pugi::xml_node& item, const std::string& url) const {
    const pugi::xml_node source = find_child(item, "source");
    std::string outlet = plain(source.child("title") ? source.child("title") : source);
    if (outlet.empty()) outlet = first_of(item, {"publisher"});
    if (outlet.empty()) outlet = plain(find_child(channel_, "title"));
    return outlet.empty() ? host_of(url) : outlet;
  }

  Input input_;
  bool fresh_ = true;
  DecodedText decoded_;
  std::string buffer_;  // the same, taken apart by the parser in place
  pugi::xml_document xml_;
  pugi::xml_node channel_;
  bool is_feed_ = false;
  std::vector<pugi::xml_node> items_;
  std::size_t next_ = 0;
  std::optional<Error> broken_;
  std::ptrdiff_t line_ = 1;
  std::size_t counted_ = 0;  // bytes whose line ends line_ has
};

}  // namespace

std::unique_ptr<Reader> make_feed_reader(Input input, const SourceOptions&) {
  return std::make_unique<FeedReader>(std::move(input));
}

}  // namespace entente
