// Reads the rules of AttributeRuler from JSON:
//   [{"patterns": [[{"TAG": "VBP", "LOWER": {"IN": ["are", "'re"]}}]],
//     "attrs": {"LEMMA": "be", "POS": "AUX"}, "index": 0}, …]
// A rule applies with each of its patterns.  LOWER may be a regular expression
// that stands for a few words, such as ^n'?t$; it is spelled out here.
#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "nlp/attribute_ruler.h"
#include "record/labels.h"

namespace entente {
namespace {

using Json = nlohmann::json;

// All words that `pattern` stands for: ^, then letters or classes, each perhaps
// with ?, then $.  nullopt for anything else.
std::optional<std::vector<std::string>> spell_out(std::string_view pattern) {
  if (!pattern.starts_with('^') || !pattern.ends_with('$')) return std::nullopt;
  pattern = pattern.substr(1, pattern.size() - 2);
  std::vector<std::string> words = {""};
  while (!pattern.empty()) {
    std::string_view letters = pattern.substr(0, 1);
    std::size_t used = 1;
    if (letters == "[") {
      const std::size_t end = pattern.find(']');
      if (end == std::string_view::npos) return std::nullopt;
      letters = pattern.substr(1, end - 1);
      used = end + 1;
    }
    if (letters.empty() || letters.find_first_of("\\.*+?(){}|^$-") != std::string_view::npos) {
      return std::nullopt;
    }
    pattern.remove_prefix(used);
    const bool optional = pattern.starts_with('?');
    if (optional) pattern.remove_prefix(1);
    std::vector<std::string> longer;
    if (optional) longer = words;
    for (const std::string& word : words) {
      for (const char letter : letters) longer.push_back(word + letter);
    }
    if (longer.size() > 64) return std::nullopt;
    words = std::move(longer);
  }
  return words;
}

std::optional<std::vector<std::string>> string_list(const Json& json) {
  if (!json.is_array()) return std::nullopt;
  std::vector<std::string> list;
  for (const Json& item : json) {
    if (!item.is_string()) return std::nullopt;
    list.push_back(item.get<std::string>());
  }
  return list;
}

}  // namespace

class RulerParser {
 public:
  explicit RulerParser(const std::string& path) : path_(path) {}

  Result<AttributeRuler> parse(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_array()) return bad("the attribute rules are no JSON list");
    for (const Json& rule : json) {
      ++number_;
      ENTENTE_TRY(parse_rule(rule));
    }
    return std::move(ruler_);
  }

 private:
  using Rule = AttributeRuler::Rule;
  using Condition = AttributeRuler::Condition;

  std::unexpected<Error> bad(std::string_view what) const {
    return fail(ErrorCode::kUnsupported, fmt::format("attribute rule {}: {}", number_, what),
                {path_, 0, {}});
  }

  Status parse_rule(const Json& json) {
    if (!json.is_object() || !json.contains("patterns") || !json["patterns"].is_array() ||
        !json.contains("attrs") || !json["attrs"].is_object() || number_ > 10'000) {
      return bad("no patterns or attributes");
    }
    AttributeRuler::Effect effect;
    for (const auto& [name, value] : json["attrs"].items()) {
      ENTENTE_TRY(parse_attribute(name, value, effect));
    }
    const Json index = json.value("index", Json(0));
    if (!index.is_number_integer()) return bad("an index that is no number");
    for (const Json& pattern : json["patterns"]) {
      ENTENTE_TRY(parse_pattern(pattern, index.get<std::int64_t>(), effect));
    }
    return {};
  }

  Status parse_pattern(const Json& json, std::int64_t index, const AttributeRuler::Effect& effect) {
    if (!json.is_array() || json.empty() || json.size() > 16) return bad("a pattern of no token");
    Rule rule;
    for (const Json& token : json) {
      Condition condition;
      if (!token.is_object()) return bad("a token that is no object");
      for (const auto& [name, value] : token.items()) {
        ENTENTE_TRY(parse_condition(name, value, condition));
      }
      rule.pattern.push_back(condition);
    }
    const auto size = static_cast<std::int64_t>(rule.pattern.size());
    if (index < 0) index += size;
    if (index < 0 || index >= size) return bad("an index outside its pattern");
    rule.target = static_cast<std::size_t>(index);
    rule.effect = effect;
    (size == 1 ? ruler_.rules_ : ruler_.phrases_).push_back(std::move(rule));
    return {};
  }

  Status parse_condition(const std::string& name, const Json& value, Condition& condition) {
    if (name == "IS_SPACE" && value.is_boolean()) {
      condition.is_space = value.get<bool>();
      return {};
    }
    bool negative = false;
    std::optional<std::vector<std::string>> words;
    if (value.is_string()) words = {value.get<std::string>()};
    if (value.is_object() && value.size() == 1) {
      const auto only = value.begin();
      const std::string& key = only.key();
      const Json& inner = only.value();
      negative = key == "NOT_IN";
      if (key == "IN" || negative) words = string_list(inner);
      if (key == "REGEX" && name == "LOWER" && inner.is_string()) {
        words = spell_out(inner.get<std::string>());
      }
    }
    if (!words) return bad(fmt::format("a condition on {} of an unknown form", name));
    if (name == "TAG") return set_labels<Tag>(*words, negative, parse_tag, condition.tags);
    if (name == "DEP") return set_labels<Dep>(*words, negative, parse_dep, condition.deps);
    if (name == "LOWER" && !negative) return set_words(*words, condition);
    return bad(fmt::format("a condition on {}", name));
  }

  // "" means a label that is not set; a label that no network gives matches nothing.
  template <typename Label>
  static Status set_labels(const std::vector<std::string>& words, bool negative,
                           Label (*parse_label)(std::string_view), std::bitset<64>& labels) {
    std::bitset<64> named;
    for (const std::string& word : words) {
      const Label label = parse_label(word);
      if (label != Label::kOther || word.empty()) named.set(static_cast<std::size_t>(label));
    }
    labels = negative ? ~named : named;
    return {};
  }

  Status set_words(const std::vector<std::string>& words, Condition& condition) {
    condition.words.emplace();
    for (const std::string& word : words) {
      const auto next = static_cast<std::uint16_t>(ruler_.word_classes_.size() + 2);
      const std::uint16_t word_class = ruler_.word_classes_.try_emplace(word, next).first->second;
      if (word_class >= condition.words->size()) return bad("too many words");
      condition.words->set(word_class);
    }
    return {};
  }

  Status parse_attribute(const std::string& name, const Json& json,
                         AttributeRuler::Effect& effect) {
    if (!json.is_string()) return bad(fmt::format("{} is no text", name));
    const auto text = json.get<std::string>();
    AttributeRuler::Attribute attribute = AttributeRuler::kLemma;
    std::uint16_t value = 0;
    if (name == "POS") {
      attribute = AttributeRuler::kPos;
      value = static_cast<std::uint16_t>(parse_pos(text));
    } else if (name == "TAG") {
      attribute = AttributeRuler::kTag;
      value = static_cast<std::uint16_t>(parse_tag(text));
    } else if (name == "DEP") {
      attribute = AttributeRuler::kDep;
      value = static_cast<std::uint16_t>(parse_dep(text));
    } else if (name == "MORPH") {
      attribute = AttributeRuler::kMorph;
      value = intern(text == "_" ? "" : text);
    } else if (name == "LEMMA") {
      value = intern(text);
    } else {
      return bad(fmt::format("it sets {}", name));
    }
    effect.value[attribute] = value;
    effect.rule[attribute] = static_cast<std::uint16_t>(number_);
    return {};
  }

  std::uint16_t intern(const std::string& text) {
    std::vector<std::string>& strings = ruler_.strings_;
    const auto found = std::find(strings.begin(), strings.end(), text);
    if (found != strings.end()) return static_cast<std::uint16_t>(found - strings.begin());
    strings.push_back(text);
    return static_cast<std::uint16_t>(strings.size() - 1);
  }

  const std::string& path_;
  std::uint32_t number_ = 0;
  AttributeRuler ruler_;
};

Result<AttributeRuler> AttributeRuler::parse(std::string_view json, const std::string& path) {
  return RulerParser(path).parse(json);
}

Result<AttributeRuler> AttributeRuler::load(const ModelFile& model) {
  const auto text = model.text("attribute_ruler");
  if (!text) return std::unexpected(text.error());
  return parse(*text, model.path());
}

}  // namespace entente
