#include "event/testing/scene.h"

#include <algorithm>

namespace entente::testing {

Scene::Scene(std::string_view words) {
  document_->text = std::string(words);
  document_->date = Date::parse("2024-03-01");
  reading_.document = document_.get();
  SectionReading section;
  section.analysis = Analysis(document_->text, Section::kText);
  Analysis& analysis = section.analysis;
  const std::string_view text = document_->text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    Token token;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    token.space_after = end < text.size();
    token.sentence_start = begin == 0;
    token.pos = Pos::kNoun;
    std::string lemma(text.substr(begin, end - begin));
    for (char& c : lemma) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    token.lemma = analysis.keep(lemma);
    analysis.tokens.push_back(token);
    begin = end + 1;
  }
  analysis.sentences = {{0, static_cast<std::uint32_t>(analysis.tokens.size())}};
  reading_.sections.push_back(std::move(section));
}

std::int32_t Scene::add(PredicateKind kind, std::uint32_t head, std::string_view lemma) {
  Proposition p;
  p.head = head;
  p.kind = kind;
  p.lemma = reading_.sections[0].analysis.keep(lemma);
  auto& list = reading_.sections[0].propositions.list;
  list.push_back(std::move(p));
  return static_cast<std::int32_t>(list.size() - 1);
}

std::int32_t Scene::verb(std::uint32_t head, std::string_view lemma) {
  return add(PredicateKind::kVerb, head, lemma);
}
std::int32_t Scene::noun(std::uint32_t head, std::string_view lemma) {
  return add(PredicateKind::kNoun, head, lemma);
}

Scene& Scene::argument(std::int32_t p, Role role, std::uint32_t token,
                       std::string_view preposition) {
  Argument argument;
  argument.role = role;
  argument.token = token;
  argument.preposition = reading_.sections[0].analysis.keep(preposition);
  at(p).arguments.push_back(argument);
  return *this;
}

Scene& Scene::embed(std::int32_t child, std::int32_t parent, Embedding embedding,
                    std::string_view marker) {
  at(child).parent = parent;
  at(child).embedding = embedding;
  at(child).marker = reading_.sections[0].analysis.keep(marker);
  // The parse says the same as the propositions.
  auto& tokens = reading_.sections[0].analysis.tokens;
  tokens[at(child).head].head = at(parent).head;
  return *this;
}

void Scene::mention(std::uint32_t token, MentionKind kind, std::string_view id) {
  Mention mention;
  mention.token = token;
  mention.kind = kind;
  const Analysis& analysis = reading_.sections[0].analysis;
  if (!id.empty()) {
    Entity entity;
    entity.id = id;
    entity.span = analysis.token_span(token);
    entity.text = analysis.token_text(token);
    mention.entities.push_back(std::move(entity));
  }
  reading_.mentions.push_back(std::move(mention));
}

Scene& Scene::actor(std::uint32_t token, std::string_view id) {
  mention(token, MentionKind::kActor, id);
  return *this;
}
Scene& Scene::thing(std::uint32_t token) {
  mention(token, MentionKind::kThing, "");
  return *this;
}

const Reading& Scene::reading() {
  auto& tokens = reading_.sections[0].analysis.tokens;
  const auto& list = reading_.sections[0].propositions.list;
  // Roots point at themselves.
  std::vector<bool> has_head(tokens.size(), false);
  for (const Proposition& p : list) {
    if (p.parent >= 0) has_head[p.head] = true;
  }
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (!has_head[i]) tokens[i].head = i;
  }
  std::ranges::sort(reading_.mentions, {}, &Mention::token);
  return reading_;
}

}  // namespace entente::testing
