// Text order, title first.  A phrase may ask for phrases inside it ("its
// government" asks for "its"); these are resolved at once, each only once, to
// a bounded depth.  After each token that the loop passes, its mention enters
// the memory; behind the last conjunct of "Russia and China" the pair does too.
//
// Wrong when a title names by surname whom only the text introduces and the
// tables do not know.
// Cost: O(tokens).
#include "actor/document_reader.h"

#include <algorithm>
#include <array>

#include "actor/noun_classes.h"
#include "actor/sport.h"

namespace entente {
namespace {

constexpr unsigned kMaxDepth = 12;
constexpr std::size_t kMaxConjuncts = 32;

bool is_first_person(std::string_view w) {
  constexpr std::array<std::string_view, 10> kWords = {"i",  "we", "us",   "our",       "ours",
                                                       "my", "me", "mine", "ourselves", "myself"};
  return std::ranges::find(kWords, w) != kWords.end();
}

bool is_relative(const PhraseTree& tree, std::uint32_t t) {
  const Tag tag = tree.token(t).tag;
  return tag == Tag::kWP || tag == Tag::kWDT || tag == Tag::kWPS;
}

bool is_subject(Dep dep) {
  return dep == Dep::kNsubj || dep == Dep::kNsubjpass || dep == Dep::kCsubj;
}

// "Prime Minister" before a name: the person tells whose.  A common noun before
// another ("state banks") refers to nothing.
bool is_title(const PhraseView& view, std::uint32_t t) {
  const PhraseTree& tree = view.tree();
  if (tree.dep(t) != Dep::kCompound && tree.dep(t) != Dep::kNmod) return false;
  return view.role_at(t) != nullptr || tree.token(t).pos == Pos::kNoun ||
         is_class(tree.noun(t), kOfficeNoun);
}

constexpr std::array<std::string_view, 14> kMeetingVerbs = {
    "meet",  "join",    "visit",     "host",  "receive", "telephone", "talk",
    "speak", "discuss", "negotiate", "agree", "sign",    "fight",     "clash"};

// A side of "A met B", "A and B signed": the verb above, or above its preposition.
bool meets(const PhraseTree& tree, std::uint32_t t) {
  auto verb = tree.head(t);
  if (tree.dep(t) == Dep::kPobj) verb = tree.head(verb);
  return std::ranges::find(kMeetingVerbs, tree.token(verb).lemma) != kMeetingVerbs.end();
}

}  // namespace

DocumentReader::DocumentReader(const Knowledge& knowledge, Date date)
    : knowledge_(knowledge), date_(date), references_(knowledge, date, memory_) {}

void DocumentReader::add_section(const Analysis& analysis, const std::vector<Quotation>& quotations,
                                 const std::vector<TimeExpression>& times,
                                 std::vector<NameMatch> names) {
  Part part;
  part.view = std::make_unique<PhraseView>(analysis, times, std::move(names), date_);
  part.quotations = &quotations;
  part.slots.resize(analysis.tokens.size());
  part.quotation_of.assign(analysis.tokens.size(), -1);
  for (std::size_t q = 0; q < quotations.size(); ++q)
    for (auto i = quotations[q].first; i < quotations[q].last && i < analysis.tokens.size(); ++i)
      part.quotation_of[i] = static_cast<std::int32_t>(q);
  if (!parts_.empty()) {
    const Part& before = parts_.back();
    part.first_sentence = before.first_sentence +
                          static_cast<std::uint32_t>(before.view->analysis().sentences.size()) + 1;
  }
  part.sport = find_sport(part.view->tree());
  const std::size_t index = parts_.size();
  part.phrases = std::make_unique<PhraseResolver>(
      knowledge_, date_, *part.view,
      [this, index](std::uint32_t token) -> const Description& { return describe(index, token); });
  parts_.push_back(std::move(part));
}

// "UK Government", "US Department of State": the state or body that the words begin with.
void DocumentReader::set_source(std::string_view source) {
  for (auto end = source.size(); end != 0 && end != std::string_view::npos;
       end = source.substr(0, end).find_last_of(' ')) {
    for (const Candidate& c : knowledge_.find_phrase(source.substr(0, end))) {
      if (c.subkind == "media") return;
      if (c.kind != NameKind::kState && c.kind != NameKind::kOrganisation) continue;
      Entity e = entity_of(c, "source");
      if (e.sectors.empty() && c.kind == NameKind::kState) e.sectors = {"GOV"};
      source_ = e;
      references_.set_home({e, "source"});
      return;
    }
  }
}

std::vector<Mention> DocumentReader::read(std::size_t first_section) {
  std::vector<Mention> mentions;
  for (std::size_t p = 0; p < parts_.size(); ++p) {
    Part& part = parts_[p];
    if (names_companies(part)) references_.set_business();
    if (!source_ && references_.home().entity.id.empty()) read_dateline(part);
    std::uint32_t sentence = 0;
    for (std::uint32_t t = 0; t < part.slots.size(); ++t) {
      if (const auto now = part.view->tree().sentence(t); now != sentence) {
        note_speaker(p, sentence);
        sentence = now;
      }
      const Description& d = describe(p, t);
      if (d.skip) continue;
      remember(p, t);
      if (p < first_section) continue;
      Mention mention;
      mention.token = t;
      mention.section = part.view->section();
      mention.kind = d.kind;
      mention.plural = d.plural;
      mention.entities = d.entities;
      mention.why = d.why;
      mentions.push_back(std::move(mention));
    }
  }
  return mentions;
}

const Description& DocumentReader::describe(std::size_t p, std::uint32_t t) {
  static const Description kNothing = [] {
    Description d;
    d.skip = true;
    return d;
  }();
  Part& part = parts_[p];
  if (t >= part.slots.size()) return kNothing;
  Slot& slot = part.slots[t];
  if (slot.state == State::kDone) return slot.what;
  if (slot.state == State::kWorking || depth_ > kMaxDepth) return kNothing;
  slot.state = State::kWorking;
  ++depth_;
  Description d = part.phrases->describe(t);
  if (d.nature == Nature::kState && part.sport[part.view->tree().sentence(t)] &&
      part.view->name_at(t) != nullptr) {
    d = Description{};
    d.kind = MentionKind::kThing;
    d.nature = Nature::kThing;
    d.why = "a team in sports news";
  }
  if (!d.skip) {
    resolve(p, t, d);
    finish(part, t, d);
  }
  --depth_;
  slot.what = std::move(d);
  slot.state = State::kDone;
  return slot.what;
}

void DocumentReader::resolve(std::size_t p, std::uint32_t t, Description& d) {
  Part& part = parts_[p];
  if (!d.anaphoric || is_title(*part.view, t)) return;
  const Site site{*part.view, t, part.first_sentence + part.view->tree().sentence(t)};
  if (part.view->tree().token(t).pos == Pos::kPron) {
    resolve_pronoun(p, t, d);
    return;
  }
  const bool named = !d.surname.empty() && part.view->tree().is_proper(t);
  if (named) {
    if (references_.resolve_name(site, d)) return;
    if (d.nature == Nature::kPerson) {
      if (part.phrases->name_by_surname(d, [this](std::string_view s) { return is_mentioned(s); }))
        return;
      references_.resolve_title(d);
    } else {
      resolve_lone_surname(p, t, d);
    }
    return;
  }
  references_.resolve_definite(site, *part.phrases, d);
  if (!d.resolved() && d.kind == MentionKind::kOpen && d.nature == Nature::kUnknown)
    d.kind = MentionKind::kThing;
}

// "Macron" that the model takes for a body: a person when the tables have one.
void DocumentReader::resolve_lone_surname(std::size_t p, std::uint32_t t, Description& d) {
  const Part& part = parts_[p];
  const Analysis& analysis = part.view->analysis();
  if (d.resolved() || d.nature == Nature::kThing) return;
  const TokenRange range = part.view->tree().phrase(t);
  if (range.last - range.first != 1) return;
  Description person;
  person.kind = MentionKind::kActor;
  person.nature = Nature::kPerson;
  person.surname = std::string(analysis.token_text(t));
  person.entities.emplace_back();
  const auto nowhere = [](std::string_view) { return false; };
  if (part.phrases->name_by_surname(person, nowhere)) d = std::move(person);
}

void DocumentReader::resolve_pronoun(std::size_t p, std::uint32_t t, Description& d) {
  Part& part = parts_[p];
  const PhraseTree& tree = part.view->tree();
  if (is_relative(tree, t) && resolve_relative(p, t, d)) return;
  if (is_first_person(tree.lower(t))) {
    resolve_speaker(p, t, d);
    return;
  }
  const Site site{*part.view, t, part.first_sentence + tree.sentence(t)};
  if (references_.resolve_pronoun(site, d)) return;
  const auto w = tree.lower(t);
  if (auto of = tree.prep_object(t, "of")) {  // "some of the rebels", "both of them"
    d.entities = describe(p, *of).entities;
    d.kind = describe(p, *of).kind;
    d.nature = describe(p, *of).nature;
    d.plural = w != "one" && w != "each";
    d.why = "quantity";
    return;
  }
  if (w == "both" || w == "two" || w == "all") {
    d.nouns = {"side"};
    d.plural = true;
    references_.resolve_definite(site, *part.phrases, d);
  }
}

// "who", "which", "whose": what the clause hangs on.
bool DocumentReader::resolve_relative(std::size_t p, std::uint32_t t, Description& d) {
  const PhraseTree& tree = parts_[p].view->tree();
  auto at = t;
  for (int up = 0; up < 10 && tree.dep(at) != Dep::kRelcl && !tree.is_root(at); ++up)
    at = tree.head(at);
  if (tree.dep(at) != Dep::kRelcl) return false;
  const auto antecedent = tree.head(at);
  const Description& what = describe(p, antecedent);
  if (what.skip) return false;
  d = what;
  d.anaphoric = false;
  for (Entity& e : d.entities) {
    e.antecedent = Antecedent{e.text, e.span};
    e.resolved_by = "relative";
  }
  d.why = "relative pronoun";
  return true;
}

// "we", "I": the speaker of the quotation, else of "X said:" above, else whose document it is.
void DocumentReader::resolve_speaker(std::size_t p, std::uint32_t t, Description& d) {
  Part& part = parts_[p];
  const auto w = part.view->tree().lower(t);
  const bool plural = w.starts_with("we") || w.starts_with("us") || w.starts_with("our");
  const Description* speaker = nullptr;
  if (const auto q = part.quotation_of[t]; q >= 0) {
    const Quotation& quotation = (*part.quotations)[static_cast<std::size_t>(q)];
    if (quotation.speaker >= 0)
      speaker = &describe(p, static_cast<std::uint32_t>(quotation.speaker));
  }
  if (speaker == nullptr && running_speaker_) speaker = &*running_speaker_;
  if (speaker != nullptr && !speaker->entities.empty()) {
    d.kind = MentionKind::kActor;
    d.nature = speaker->nature;
    d.office = speaker->office;
    d.entities = speaker->entities;
    for (Entity& e : d.entities) {
      e.antecedent = Antecedent{e.text, e.span};
      e.resolved_by = "speaker";
      if (plural) e.person.reset();
    }
    d.why = "speaker of the words";
  } else if (source_ && !source_->id.empty()) {
    d.kind = MentionKind::kActor;
    d.nature = Nature::kState;
    d.entities = {*source_};
    d.why = "publisher of the document";
  }
  d.plural = plural;
}

void DocumentReader::finish(const Part& part, std::uint32_t t, Description& d) const {
  const PhraseView& view = *part.view;
  const PhraseTree& tree = view.tree();
  TokenRange range = tree.phrase(t);
  const NameUse* name = view.name_at(t);
  const Dep dep = tree.dep(t);
  if (name != nullptr && (dep == Dep::kAmod || dep == Dep::kCompound || !tree.is_nominal(t)))
    range = name->tokens;
  const Span span = view.analysis().span(range);
  const TokenRange sentence = view.analysis().sentences[tree.sentence(t)];
  const Span around = view.analysis().span(sentence);
  const bool pronoun = tree.token(t).pos == Pos::kPron || tree.dep(t) == Dep::kPoss;
  for (Entity& e : d.entities) {
    // "The army said it fired": the words of the record are "The army".
    const bool beside = pronoun && e.antecedent && e.antecedent->span.section == span.section &&
                        e.antecedent->span.begin >= around.begin &&
                        e.antecedent->span.end <= around.end;
    e.text = beside ? e.antecedent->text : std::string(view.analysis().span_text(span));
    e.span = beside ? e.antecedent->span : span;
  }
}

void DocumentReader::remember(std::size_t p, std::uint32_t t) {
  Part& part = parts_[p];
  const PhraseTree& tree = part.view->tree();
  const Description& d = part.slots[t].what;
  if (d.kind == MentionKind::kTime || is_first_person(tree.lower(t))) return;
  const Span span = part.view->analysis().span(tree.phrase(t));
  Seen seen;
  seen.sentence = part.first_sentence + tree.sentence(t);
  seen.token = t;
  seen.section = part.view->section();
  auto head = t;
  for (int up = 0; up < 8 && tree.dep(head) == Dep::kConj; ++up) head = tree.head(head);
  seen.subject = is_subject(tree.dep(head));
  seen.place = d.kind == MentionKind::kPlace;
  seen.meeting = meets(tree, head);
  seen.speaker = seen.subject && is_class(tree.token(tree.head(head)).lemma, kSpeechVerb);
  seen.modifier =
      tree.dep(t) == Dep::kAmod || tree.dep(t) == Dep::kCompound || tree.dep(t) == Dep::kNmod;
  if (const NameUse* name = part.view->name_at(t);
      name != nullptr && part.phrases->is_attribute(*name))
    return;
  const bool thing = d.nature == Nature::kThing;
  if (thing && !(is_subject(tree.dep(t)) || tree.dep(t) == Dep::kDobj)) return;
  if (d.kind == MentionKind::kOpen) return;
  if (d.nature == Nature::kThing && tree.token(t).pos == Pos::kPron) return;
  Antecedent where{std::string(part.view->analysis().span_text(span)), span};
  const auto referent = memory_.add(d, where, seen);
  const bool proper = tree.is_proper(t);
  if (proper && d.nature == Nature::kPerson) memory_.give_name(d.surname, referent);
  if (proper && d.nature != Nature::kThing && !d.surname.empty())
    memory_.give_name(d.surname, referent);
  if (d.nature != Nature::kThing) name_acronym(part, t, referent);
  remember_coordination(p, t);
}

// "the National Relief Board (NRB)": the letters mean the phrase from here on.
void DocumentReader::name_acronym(const Part& part, std::uint32_t t, std::uint32_t referent) {
  const PhraseTree& tree = part.view->tree();
  const auto open = tree.phrase(t).last;
  if (open + 2 >= tree.size()) return;
  const bool brackets = tree.lower(open) == "(" && tree.lower(open + 2) == ")";
  const bool commas = tree.lower(open) == "," && tree.dep(open + 1) == Dep::kAppos;
  if (!brackets && !commas) return;
  const auto letters = part.view->analysis().token_text(open + 1);
  const auto capital = std::ranges::count_if(letters, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (letters.size() >= 2 && letters.size() <= 10 &&
      2 * static_cast<std::size_t>(capital) > letters.size())
    memory_.give_name(std::string(letters), referent);
}

// At the last conjunct, enters all of them as one plural referent.
void DocumentReader::remember_coordination(std::size_t p, std::uint32_t t) {
  Part& part = parts_[p];
  const PhraseTree& tree = part.view->tree();
  if (tree.dep(t) != Dep::kConj || tree.child(t, Dep::kConj)) return;
  std::vector<std::uint32_t> conjuncts = {t};
  auto at = t;
  while (tree.dep(at) == Dep::kConj && conjuncts.size() < kMaxConjuncts) {
    at = tree.head(at);
    conjuncts.push_back(at);
  }
  std::ranges::reverse(conjuncts);
  Description all;
  all.kind = MentionKind::kActor;
  all.plural = true;
  all.coordination = true;
  for (auto c : conjuncts) {
    const Description& one = describe(p, c);
    if (one.skip || one.kind == MentionKind::kThing || one.kind == MentionKind::kTime) return;
    if (all.nature == Nature::kUnknown) all.nature = one.nature;
    for (const Entity& e : one.entities) all.entities.push_back(e);
  }
  if (all.entities.size() < 2) return;
  Seen seen;
  seen.sentence = part.first_sentence + tree.sentence(t);
  seen.token = t;
  seen.section = part.view->section();
  seen.subject = is_subject(tree.dep(conjuncts.front()));
  seen.coordinated = true;
  const Span span{part.view->analysis().span(tree.phrase(conjuncts.front())).begin,
                  part.view->analysis().span(tree.phrase(t)).end, part.view->section()};
  all.nouns = {"and"};
  memory_.add(all, {std::string(part.view->analysis().span_text(span)), span}, seen);
}

// Whether the first lines name a company by its legal form.
bool DocumentReader::names_companies(const Part& part) const {
  constexpr std::array<std::string_view, 9> kForms = {"inc", "inc.", "corp", "corp.", "co",
                                                      "co.", "ltd",  "ltd.", "plc"};
  const PhraseTree& tree = part.view->tree();
  const auto end = std::min<std::uint32_t>(tree.size(), 80);
  for (std::uint32_t i = 0; i < end; ++i)
    if (tree.is_capitalised(i) && std::ranges::find(kForms, tree.lower(i)) != kForms.end())
      return true;
  return false;
}

// A capital, a large city, or a place with its state behind the comma.
bool DocumentReader::is_unmistakable(const NameUse& name, const Part& part) const {
  if (name.best().kind == NameKind::kState) return true;
  const auto next = name.tokens.last + 1;
  if (part.view->tree().lower(name.tokens.last) == ",")
    if (const NameUse* state = part.view->name_at(next); state != nullptr)
      return state->best().code == name.best().code;
  const auto place = knowledge_.place(name.best().entry);
  return place && (place->kind == "capital" || place->population > 500000);
}

// "NAIROBI, June 3 (Agency) - …": the country of the city.
void DocumentReader::read_dateline(const Part& part) {
  if (!dateline_place_ || part.view->section() == Section::kTitle) return;
  const std::vector<Token>& tokens = part.view->analysis().tokens;
  const auto first = std::ranges::lower_bound(tokens, *dateline_place_, {}, &Token::begin);
  if (first == tokens.end()) return;
  const NameUse* name = part.view->name_at(static_cast<std::uint32_t>(first - tokens.begin()));
  if (name == nullptr || name->best().code.empty() || !is_unmistakable(*name, part)) return;
  const auto state = knowledge_.state(name->best().code);
  if (!state) return;
  Entity e;
  e.id = e.code = std::string(state->code);
  e.name = state->name;
  e.sectors = {"GOV"};
  e.row = state->row.to_string();
  references_.set_home({e, "dateline"});
}

// A sentence "X said:" makes X the speaker of what follows.
void DocumentReader::note_speaker(std::size_t p, std::uint32_t sentence) {
  const Part& part = parts_[p];
  const Analysis& analysis = part.view->analysis();
  const TokenRange range = analysis.sentences[sentence];
  if (range.last == range.first) return;
  auto last = range.last - 1;
  while (last > range.first && analysis.tokens[last].pos == Pos::kSpace) --last;
  if (analysis.token_text(last) != ":") return;
  const PhraseTree& tree = part.view->tree();
  for (auto i = range.first; i < last; ++i) {
    const auto lemma = tree.token(tree.head(i)).lemma;
    if (tree.dep(i) != Dep::kNsubj || (lemma != "say" && lemma != "add" && lemma != "state"))
      continue;
    const Description& d = describe(p, i);
    if (!d.skip && !d.entities.empty()) running_speaker_ = d;
  }
}

bool DocumentReader::is_mentioned(std::string_view state) const {
  return memory_
      .last(
          [&](const Referent& r, const Seen&) {
            return std::ranges::any_of(r.what.entities,
                                       [&](const Entity& e) { return e.id == state; });
          },
          200)
      .has_value();
}

}  // namespace entente
