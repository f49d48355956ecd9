// The phrase is looked for in the context: "Moscow" in "a meeting in Moscow" is
// a place.  When it does not stand there it is read behind it, as the start of
// the next sentence: "the alliance" after "NATO met".  The head of the phrase
// answers, with what is coordinated with it; a word that the model takes for no
// noun ("Merkel" alone) is looked up in the tables.
//
// Wrong when the phrase stands in the context twice and means different things.
// Cost: that of the two texts.
#include "actor/phrase_query.h"

#include <algorithm>

#include "actor/document_reader.h"

namespace entente {
namespace {

const std::vector<Quotation> kNoQuotations;
const std::vector<TimeExpression> kNoTimes;

bool same_letter(char a, char b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return lower(a) == lower(b);
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c & 0x80) != 0;
}

// Where `phrase` stands in the text as whole words; `any_case`: its first letter
// may be a capital or not.  Empty when it does not.
TokenRange find_in(const Analysis& context, std::string_view phrase, bool any_case) {
  const std::string_view text = context.text;
  if (phrase.empty() || text.size() < phrase.size()) return {};
  for (std::size_t at = 0; at + phrase.size() <= text.size(); ++at) {
    const std::size_t end = at + phrase.size();
    const bool first = any_case ? same_letter(text[at], phrase[0]) : text[at] == phrase[0];
    if (!first || text.substr(at + 1, phrase.size() - 1) != phrase.substr(1)) continue;
    if ((at > 0 && is_word_byte(text[at - 1])) || (end < text.size() && is_word_byte(text[end])))
      continue;
    TokenRange range;
    for (std::uint32_t i = 0; i < context.tokens.size(); ++i) {
      if (context.tokens[i].begin < at || context.tokens[i].end > end) continue;
      if (range.last == 0) range.first = i;
      range.last = i + 1;
    }
    if (range.last != 0) return range;
  }
  return {};
}

// The token of the range that hangs on a word outside it.
std::uint32_t head_of(const Analysis& analysis, TokenRange range) {
  for (auto i = range.first; i < range.last; ++i) {
    const auto head = analysis.tokens[i].head;
    const bool outside = head < range.first || head >= range.last || head == i;
    if (outside && analysis.tokens[i].pos != Pos::kPunct) return i;
  }
  return range.first;
}

// The head itself and the conjuncts behind it inside the range, in order.
std::vector<std::uint32_t> coordinated(const Analysis& analysis, TokenRange range,
                                       std::uint32_t head) {
  std::vector<std::uint32_t> out = {head};
  const auto taken = [&](std::uint32_t i) { return std::ranges::find(out, i) != out.end(); };
  for (auto i = range.first; i < range.last; ++i)
    if (analysis.tokens[i].dep == Dep::kConj && taken(analysis.tokens[i].head)) out.push_back(i);
  // "Sino-Russian": the word before the hyphen.
  if (head >= range.first + 2 && analysis.token_text(head - 1) == "-" &&
      analysis.tokens[head - 2].head == head)
    out.insert(out.begin(), head - 2);
  return out;
}

const Mention* mention_at(const std::vector<Mention>& mentions, std::uint32_t token) {
  const auto found = std::ranges::lower_bound(mentions, token, {}, &Mention::token);
  return found == mentions.end() || found->token != token ? nullptr : &*found;
}

// A place is no actor; of a capital only the code of its state is left.
void add_entities(const Mention& mention, std::vector<Entity>& out) {
  for (Entity e : mention.entities) {
    if (mention.kind == MentionKind::kPlace && e.resolved_by == "metonym") {
      e.id.clear();
      e.sectors.clear();
      e.resolved_by = "place";
    }
    const auto same = [&](const Entity& o) {
      return o.id == e.id && (!e.id.empty() || o.code == e.code) && o.sectors == e.sectors;
    };
    if (std::ranges::none_of(out, same)) out.push_back(std::move(e));
  }
}

// A document counts for its authors.
bool names_nobody(const Mention& mention) {
  return mention.kind == MentionKind::kTime ||
         (mention.kind == MentionKind::kThing && mention.entities.empty());
}

bool is_resolved(const std::vector<Entity>& entities) {
  return std::ranges::any_of(entities, [](const Entity& e) { return !e.id.empty(); });
}

}  // namespace

// What these very words call in the tables: a name, or a famous surname.
std::vector<Entity> PhraseQuery::by_table(std::string_view phrase) const {
  for (const Candidate& c : knowledge_.find_phrase(phrase))
    if (!c.id.empty()) return {entity_of(c, form_word(c.form))};
  if (phrase.find(' ') != std::string_view::npos) return {};
  if (auto person = find_famous(phrase, knowledge_, date_)) return {std::move(*person)};
  return {};
}

std::vector<Entity> PhraseQuery::ask_within(const Analysis& context, TokenRange range) const {
  DocumentReader reader(knowledge_, date_);
  reader.add_section(context, kNoQuotations, kNoTimes, knowledge_.find_names(context));
  const std::vector<Mention> mentions = reader.read();
  std::vector<Entity> out;
  for (auto token : coordinated(context, range, head_of(context, range)))
    if (const Mention* m = mention_at(mentions, token); m != nullptr && !names_nobody(*m))
      add_entities(*m, out);
  return out;
}

std::vector<Entity> PhraseQuery::ask_after(const Analysis& context, const Analysis& phrase) const {
  DocumentReader reader(knowledge_, date_);
  if (!context.tokens.empty())
    reader.add_section(context, kNoQuotations, kNoTimes, knowledge_.find_names(context));
  reader.add_section(phrase, kNoQuotations, kNoTimes, knowledge_.find_names(phrase));
  const std::vector<Mention> mentions = reader.read(context.tokens.empty() ? 0 : 1);
  const TokenRange all{0, static_cast<std::uint32_t>(phrase.tokens.size())};
  const auto head = phrase.tokens.empty() ? 0 : head_of(phrase, all);
  std::vector<Entity> out;
  const Mention* at_head = mention_at(mentions, head);
  if (at_head != nullptr && names_nobody(*at_head)) return out;
  for (auto token : coordinated(phrase, all, head))
    if (const Mention* m = mention_at(mentions, token); m != nullptr && !names_nobody(*m))
      add_entities(*m, out);
  if (!out.empty()) return out;
  // The model sees no noun phrase: the first name in it.
  for (const Mention& m : mentions) {
    if (names_nobody(m) || m.entities.empty()) continue;
    add_entities(m, out);
    break;
  }
  return out;
}

std::vector<Entity> PhraseQuery::ask(const Analysis& phrase, const Analysis& context) const {
  std::vector<Entity> out;
  TokenRange range = find_in(context, phrase.text, false);
  if (range.last == 0) range = find_in(context, phrase.text, true);
  if (range.last != 0)
    out = ask_within(context, range);
  else
    out = ask_after(context, phrase);
  if (!is_resolved(out) && context.tokens.empty())
    if (auto named = by_table(phrase.text); !named.empty()) out = std::move(named);
  if (out.empty()) out.emplace_back();
  for (Entity& e : out) {
    e.text = std::string(phrase.text);
    e.span = {0, static_cast<std::uint32_t>(phrase.text.size()), Section::kText};
  }
  return out;
}

}  // namespace entente
