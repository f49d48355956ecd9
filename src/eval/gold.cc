#include "eval/gold.h"

#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/tsv.h"
#include "base/utf8.h"

namespace entente {
namespace {

using Json = nlohmann::json;

struct FormName {
  GoldForm form;
  std::string_view name;
};
constexpr FormName kForms[] = {{GoldForm::kRecords, "records"},
                               {GoldForm::kFull, "full"},
                               {GoldForm::kExpect, "expect"},
                               {GoldForm::kPairs, "pairs"}};

// A number stands for its digits.
std::string text_of(const Json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end() || at->is_null()) return {};
  return at->is_string() ? at->get<std::string>() : at->dump();
}

// A value, a list of values, or nothing; null is left out and told.
std::vector<std::string> list_of(const Json& object, const char* key, bool* has_null = nullptr) {
  std::vector<std::string> out;
  const auto at = object.find(key);
  if (at == object.end()) return out;
  const auto add = [&](const Json& value) {
    if (value.is_null() && has_null) *has_null = true;
    if (value.is_string()) out.push_back(value.get<std::string>());
  };
  if (at->is_array()) {
    for (const Json& value : *at) add(value);
  } else {
    add(*at);
  }
  return out;
}

std::optional<Ids> ids_of(const Json& object, const char* key) {
  if (!object.contains(key) || object[key].is_null()) return std::nullopt;
  return list_of(object, key);
}

void read_also(const Json& object, GoldItem& item) {
  const auto also = object.find("also");
  if (also == object.end() || !also->is_object()) return;
  item.also_actors = ids_of(*also, "actors");
  item.also_recipients = ids_of(*also, "recipients");
  item.also_attribution = ids_of(*also, "attribution");
  item.also_status = text_of(*also, "status");
  item.also_mode = text_of(*also, "mode");
}

GoldItem item_of(const Json& object, GoldForm form, const GoldDocuments& documents) {
  GoldItem item;
  item.quote = text_of(object, "quote");
  bool has_null = false;
  item.types = list_of(object, "event", &has_null);
  item.or_none = has_null || item.types.empty();
  item.modes = list_of(object, "mode");
  item.actors = ids_of(object, "actors");
  item.recipients = ids_of(object, "recipients");
  item.attribution = ids_of(object, "attribution");
  item.status = text_of(object, "status");
  item.date = text_of(object, "date");
  item.optional = object.value("optional", Json()) == true;
  item.document = text_of(object, "story");
  read_also(object, item);
  if (form == GoldForm::kFull) {
    for (const std::string& type : list_of(object, "alt_event")) item.types.push_back(type);
    item.id = item.document + "#" + text_of(object, "n");
    const std::string same = text_of(object, "same_as");
    item.group = same.empty() ? text_of(object, "n") : same;
    return item;
  }
  item.id = text_of(object, "id");
  if (item.document.empty()) {
    const bool one = documents.size() == 1;
    item.document = one ? documents.begin()->first : item.id.substr(0, item.id.find('-'));
  }
  return item;
}

std::u32string fold(std::string_view text) {
  std::u32string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = decode_utf8(text, pos);
    switch (c) {
      case U'\u2018':
      case U'\u2019':
        out += U'\'';
        break;
      case U'\u201c':
      case U'\u201d':
        out += U'"';
        break;
      case U'\u00a0':
        out += U' ';
        break;
      default:
        out += c;
    }
  }
  return out;
}

// Calls `take` for each object of JSON Lines.
template <typename Take>
Status for_each_object(std::string_view text, const std::string& path, Take&& take) {
  if (const auto bad = find_invalid_utf8(text)) {
    return fail(ErrorCode::kBadFormat, "not valid UTF-8", {path, 0, *bad});
  }
  std::uint64_t line = 0;
  while (!text.empty()) {
    ++line;
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view row = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (row.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const Json object = Json::parse(row, nullptr, false);
    if (!object.is_object()) {
      return fail(ErrorCode::kBadFormat, "expected one JSON object", {path, line, {}});
    }
    ENTENTE_TRY(take(object, Place{path, line, {}}));
  }
  return {};
}

// Unresolved ones only when they count.
Ids ids_of(const std::vector<Entity>& entities, bool unknown_counts = false) {
  Ids out;
  for (const Entity& e : entities) {
    const bool known = !e.id.empty() || !e.code.empty();
    if (known || unknown_counts) out.push_back(!e.id.empty() ? e.id : known ? e.code : "UNK");
  }
  return out;
}

}  // namespace

std::string_view to_string(GoldForm form) {
  return std::ranges::find(kForms, form, &FormName::form)->name;
}

std::optional<GoldForm> parse_gold_form(std::string_view name) {
  const auto at = std::ranges::find(kForms, name, &FormName::name);
  return at == std::end(kForms) ? std::nullopt : std::optional(at->form);
}

std::optional<GoldForm> guess_gold_form(std::string_view text) {
  if (text.starts_with("id\tevent\tsource\ttarget\tsentence\n")) return GoldForm::kPairs;
  const Json first = Json::parse(text.substr(0, text.find('\n')), nullptr, false);
  if (!first.is_object()) return std::nullopt;
  if (first.contains("evidence") && first.contains("document")) return GoldForm::kRecords;
  if (first.contains("story") && first.contains("n")) return GoldForm::kFull;
  if (first.contains("quote")) return GoldForm::kExpect;
  return std::nullopt;
}

std::vector<QuotePlace> find_quote(std::string_view quote, const GoldDocument& document) {
  std::vector<QuotePlace> places;
  const std::u32string wanted = fold(quote);
  if (wanted.empty()) return places;
  for (const bool in_title : {false, true}) {
    const std::u32string text = fold(in_title ? document.title : document.text);
    for (std::size_t at = text.find(wanted); at != text.npos; at = text.find(wanted, at + 1)) {
      places.push_back({in_title, at, at + wanted.size()});
    }
  }
  return places;
}

Result<std::vector<GoldItem>> read_gold_items(std::string_view text, const std::string& path,
                                              GoldForm form, const GoldDocuments& documents) {
  std::vector<GoldItem> items;
  ENTENTE_TRY(for_each_object(text, path, [&](const Json& object, const Place& place) -> Status {
    GoldItem item = item_of(object, form, documents);
    // In a full list, a row without a type is a note of its writer.
    if (form == GoldForm::kFull && item.types.empty()) return {};
    const auto document = documents.find(item.document);
    if (document == documents.end()) {
      return fail(ErrorCode::kNotFound,
                  fmt::format("document '{}' is not among the documents", item.document), place);
    }
    item.places = find_quote(item.quote, document->second);
    if (item.places.empty()) {
      return fail(
          ErrorCode::kNotFound,
          fmt::format("the quote '{}' does not stand in document '{}'", item.quote, item.document),
          place);
    }
    items.push_back(std::move(item));
    return {};
  }));
  return items;
}

std::vector<GoldItem> gold_items_of(const std::vector<EventRecord>& records) {
  std::vector<GoldItem> items;
  for (const EventRecord& record : records) {
    const Event& event = record.event;
    GoldItem item;
    item.id = item.group = record.id;
    item.document = record.report.id;
    item.quote = record.quote;
    item.types = {std::string(to_string(event.type))};
    item.modes = event.modes;
    item.actors = ids_of(event.actors);
    item.recipients = ids_of(event.recipients);
    item.attribution = ids_of(event.attribution, true);
    item.status = to_string(event.status);
    if (event.date && event.date_basis != DateBasis::kInferred) item.date = event.date->to_string();
    const auto add = [&](const EventMention& mention) {
      const Span& s = mention.sentence;
      item.places.push_back({s.section == Section::kTitle, s.begin, s.end});
    };
    add(event.evidence);
    for (const EventMention& mention : event.mentions) add(mention);
    items.push_back(std::move(item));
  }
  return items;
}

Result<std::vector<GoldPair>> read_gold_pairs(std::string text, const std::string& path) {
  const auto table =
      TsvTable::parse(std::move(text), path, {"id", "event", "source", "target", "sentence"});
  if (!table) return std::unexpected(table.error());
  std::vector<GoldPair> pairs;
  for (const TsvTable::Row& row : table->rows()) {
    const auto& c = row.cells;
    if (c[1] != "YIELD" && !parse_event_type(c[1])) {
      return fail(ErrorCode::kBadFormat, fmt::format("'{}' is no event type", c[1]),
                  table->place(row));
    }
    pairs.push_back({std::string(c[0]), std::string(c[1]), std::string(c[2]), std::string(c[3]),
                     std::string(c[4])});
  }
  return pairs;
}

}  // namespace entente
