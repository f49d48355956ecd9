// Tags, labels and words -> parts of speech, features, some lemmas.
//
// The rules come with the model: patterns over one token or a few, each with
// the attributes that it sets.  All are matched against what the networks said;
// of several that set one attribute the last in the list wins.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "model/model_file.h"
#include "nlp/working_doc.h"

namespace entente {

// Immutable: free for any number of threads, each with its own Workspace.
class AttributeRuler {
 public:
  // Errors: kNotFound; kBadFormat for rules that are no such JSON;
  // kUnsupported for a condition or attribute that this program does not know.
  static Result<AttributeRuler> load(const ModelFile& model);
  static Result<AttributeRuler> parse(std::string_view json, const std::string& path);

  class Workspace;

  // Reads tag and dep of the tokens and the words of `doc`; sets pos, morph,
  // lemma, and for white space tag and dep.  Strings are kept by the analysis.
  // REQUIRES: every word of `doc` comes from one table that serves this ruler only.
  void apply(Analysis& analysis, const WorkingDoc& doc, Workspace& workspace) const;

 private:
  friend class RulerParser;
  enum Attribute : std::uint8_t { kPos, kMorph, kLemma, kTag, kDep, kAttributes };

  // What a rule sets: the enumerator, or the index in strings_; and by which
  // rule, counted from 1 (0: not set).
  struct Effect {
    std::uint16_t value[kAttributes] = {};
    std::uint16_t rule[kAttributes] = {};
    bool starts_phrase = false;  // may be the first token of a longer pattern
  };
  // A condition on one token.
  struct Condition {
    std::bitset<64> tags = std::bitset<64>().set();
    std::bitset<64> deps = std::bitset<64>().set();
    std::optional<bool> is_space;
    std::optional<std::bitset<1024>> words;  // by word class
  };
  struct Rule {
    std::vector<Condition> pattern;
    std::size_t target = 0;  // the token that gets the attributes
    Effect effect;
  };
  // All that conditions can see of a token.
  struct View {
    Tag tag;
    Dep dep;
    bool is_space;
    std::uint16_t word_class;
    std::uint32_t key() const {
      return static_cast<std::uint32_t>(tag) | static_cast<std::uint32_t>(dep) << 8 |
             static_cast<std::uint32_t>(is_space) << 16 |
             static_cast<std::uint32_t>(word_class) << 17;
    }
  };
  static bool holds(const Condition& condition, const View& view);
  static void merge(const Effect& from, Effect& into);
  View view(const Token& token, const Lexeme& lexeme) const;
  Effect compute(const View& view) const;
  void apply_phrases(std::size_t i, Workspace& workspace) const;
  void write(const Effect& effect, Token& token, Analysis& analysis, Workspace& workspace) const;

  std::vector<Rule> rules_;    // of one token, in order
  std::vector<Rule> phrases_;  // of several tokens
  std::vector<std::string> strings_;
  std::unordered_map<std::string, std::uint16_t> word_classes_;  // lower-case word -> 2, 3 …
};

class AttributeRuler::Workspace {
  friend class AttributeRuler;
  std::unordered_map<std::uint32_t, Effect> effects;  // by View::key()
  std::vector<View> views;
  std::vector<Effect> found;
  std::vector<std::string_view> kept;  // strings_ as the analysis keeps them
};

}  // namespace entente
