// What the rules of one token can see is its tag, its label, whether it is white
// space, and which of the few hundred words in the rules it is (its class).  So
// their joint effect is a function of these four, computed once and looked up
// after that.  The longer patterns are few ("gon na") and tried only at tokens
// that can start one; each attribute remembers the rule that set it, so that a
// later rule wins here too.
//
// Example: "are" VBP: the rule for VBP says VERB, a later one for VBP + {are, 're}
// says AUX, lemma be.  Cost: one hash lookup a token.
#include "nlp/attribute_ruler.h"

#include "record/labels.h"

namespace entente {
namespace {

constexpr std::uint16_t kNoWord = 1;  // the class of words that no rule names
// A bound on the remembered effects; English text has about 2,000.
constexpr std::size_t kMaxEffects = 1 << 16;

}  // namespace

bool AttributeRuler::holds(const Condition& condition, const View& view) {
  return condition.tags[static_cast<std::size_t>(view.tag)] &&
         condition.deps[static_cast<std::size_t>(view.dep)] &&
         (!condition.is_space || *condition.is_space == view.is_space) &&
         (!condition.words || (*condition.words)[view.word_class]);
}

void AttributeRuler::merge(const Effect& from, Effect& into) {
  for (std::size_t a = 0; a < kAttributes; ++a) {
    if (from.rule[a] == 0 || from.rule[a] < into.rule[a]) continue;
    into.value[a] = from.value[a];
    into.rule[a] = from.rule[a];
  }
}

AttributeRuler::View AttributeRuler::view(const Token& token, const Lexeme& lexeme) const {
  std::uint16_t word_class = lexeme.word_class.load(std::memory_order_relaxed);
  if (word_class == 0) {
    const auto found = word_classes_.find(lexeme.lower);
    word_class = found == word_classes_.end() ? kNoWord : found->second;
    lexeme.word_class.store(word_class, std::memory_order_relaxed);
  }
  return {token.tag, token.dep, lexeme.is_space, word_class};
}

AttributeRuler::Effect AttributeRuler::compute(const View& view) const {
  Effect effect;
  for (const Rule& rule : rules_) {
    if (holds(rule.pattern.front(), view)) merge(rule.effect, effect);
  }
  for (const Rule& phrase : phrases_) {
    effect.starts_phrase = effect.starts_phrase || holds(phrase.pattern.front(), view);
  }
  return effect;
}

void AttributeRuler::apply_phrases(std::size_t i, Workspace& workspace) const {
  for (const Rule& phrase : phrases_) {
    if (i + phrase.pattern.size() > workspace.views.size()) continue;
    bool all = true;
    for (std::size_t k = 0; all && k < phrase.pattern.size(); ++k) {
      all = holds(phrase.pattern[k], workspace.views[i + k]);
    }
    if (all) merge(phrase.effect, workspace.found[i + phrase.target]);
  }
}

void AttributeRuler::write(const Effect& effect, Token& token, Analysis& analysis,
                           Workspace& workspace) const {
  const auto kept = [&](std::uint16_t index) {
    std::string_view& view = workspace.kept[index];
    if (view.data() == nullptr) view = analysis.keep(strings_[index]);
    return view;
  };
  if (effect.rule[kPos] != 0) token.pos = static_cast<Pos>(effect.value[kPos]);
  if (effect.rule[kMorph] != 0) token.morph = kept(effect.value[kMorph]);
  if (effect.rule[kLemma] != 0) token.lemma = kept(effect.value[kLemma]);
  if (effect.rule[kTag] != 0) token.tag = static_cast<Tag>(effect.value[kTag]);
  if (effect.rule[kDep] != 0) token.dep = static_cast<Dep>(effect.value[kDep]);
}

void AttributeRuler::apply(Analysis& analysis, const WorkingDoc& doc, Workspace& workspace) const {
  const std::size_t size = analysis.tokens.size();
  workspace.views.clear();
  workspace.found.clear();
  workspace.kept.assign(strings_.size(), {});
  if (workspace.effects.size() > kMaxEffects) workspace.effects.clear();
  for (std::size_t i = 0; i < size; ++i) {
    const View seen = view(analysis.tokens[i], *doc.lexemes[i]);
    workspace.views.push_back(seen);
    auto [entry, is_new] = workspace.effects.try_emplace(seen.key());
    if (is_new) entry->second = compute(seen);
    workspace.found.push_back(entry->second);
  }
  for (std::size_t i = 0; i < size; ++i) {
    if (workspace.found[i].starts_phrase) apply_phrases(i, workspace);
  }
  for (std::size_t i = 0; i < size; ++i) {
    write(workspace.found[i], analysis.tokens[i], analysis, workspace);
  }
}

}  // namespace entente
