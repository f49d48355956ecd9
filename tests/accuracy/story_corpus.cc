#include "story_corpus.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/file.h"
#include "base/tsv.h"

namespace entente {
namespace {

// The engine is the same on every machine, the distributions of the library are not.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return engine_() % n; }
  int between(int low, int high) {
    return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1)));
  }
  bool chance(double p) { return static_cast<double>(engine_()) < p * 4294967296.0; }
  template <typename List>
  const auto& of(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::mt19937 engine_;
};

struct TrueAct {
  EventType type = EventType::kAssault;
  std::size_t actor = 0, recipient = 0;  // in states_
  std::size_t place_state = 0;
  std::string place, topic, speaker;
  int number = 0;
  Date day = *Date::make(2022, 1, 1);
};

struct Sentence {
  std::string text;
  int act = -1;
  Telling telling;
};

using Paragraphs = std::vector<std::vector<Sentence>>;

std::string replace_all(std::string text, std::string_view what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.replace(at, what.size(), by);
    at += by.size();
  }
  return text;
}

std::string finish(std::string sentence) {
  if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z') {
    sentence[0] = static_cast<char>(sentence[0] - ('a' - 'A'));
  }
  return sentence + ".";
}

std::optional<EventType> slip(EventType type, Dice& dice) {
  switch (type) {
    case EventType::kAccuse:
      return dice.chance(0.5) ? EventType::kReject : EventType::kRequest;
    case EventType::kRequest:
    case EventType::kThreaten:
      return EventType::kAccuse;
    case EventType::kAgree:
      return EventType::kCooperate;
    case EventType::kAid:
      return EventType::kAgree;
    case EventType::kSanction:
      return EventType::kCoerce;
    default:
      return std::nullopt;
  }
}

const char* weekday(const Date& date) {
  constexpr std::array<const char*, 7> kDays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                "Thursday", "Friday", "Saturday"};
  return kDays[date.weekday()];
}

PartialDate on(const Date& day) { return {day, day, DatePrecision::kDay}; }

}  // namespace

// Writes one corpus.
class CorpusWriter {
 public:
  CorpusWriter(const StoryCorpus& words, std::uint32_t seed) : words_(words), dice_(seed) {}
  GeneratedCorpus write(int acts);

 private:
  void invent(int acts);
  TrueAct act_at_random();
  TrueAct like(TrueAct act);
  Sentence tell(int act, const Date& published);
  void blur(Telling& telling, const TrueAct& act, const std::string& actor,
            const std::string& recipient);
  std::string filler();
  Paragraphs story_of(int act, const Date& published);
  void print(const Paragraphs& story, int number, const Date& published, GeneratedCorpus& corpus);
  Paragraphs edit(Paragraphs story);
  std::string reword(const std::string& text);
  std::string title_of(const Paragraphs& story);
  void add_report(const Paragraphs& story, int number, const Date& published,
                  GeneratedCorpus& corpus);

  const StoryCorpus& words_;
  Dice dice_;
  std::vector<TrueAct> acts_;
};

TrueAct CorpusWriter::act_at_random() {
  TrueAct act;
  act.type = dice_.of(words_.sentences_).first;
  act.actor = dice_.below(words_.states_.size());
  do {
    act.recipient = dice_.below(words_.states_.size());
  } while (act.recipient == act.actor);
  const bool home = act.type == EventType::kCoerce || act.type == EventType::kProtest;
  act.place_state = home ? act.actor : act.recipient;
  act.place = dice_.of(words_.places_[act.place_state]);
  act.topic = dice_.of(words_.topics_);
  act.speaker = dice_.of(words_.speakers_);
  act.number = dice_.between(3, 90);
  act.day = act.day.plus_days(static_cast<int>(dice_.below(240)));
  return act;
}

// An act that is easily taken for `act`.
TrueAct CorpusWriter::like(TrueAct act) {
  const TrueAct other = act_at_random();
  switch (dice_.below(5)) {
    case 0:  // the same parties some days later
    case 1:
      act.day = act.day.plus_days(dice_.between(2, 7));
      act.number = other.number;
      if (dice_.chance(0.5)) act.topic = other.topic;
      break;
    case 2:
    case 3:  // others on that day
      act.actor =
          other.actor == act.recipient ? (other.actor + 1) % words_.states_.size() : other.actor;
      if (act.type == EventType::kCoerce || act.type == EventType::kProtest) {
        act.place_state = act.actor;
        act.place = dice_.of(words_.places_[act.actor]);
      }
      act.speaker = other.speaker;
      break;
    default:  // the same parties on that day, another matter
      act.place = dice_.of(words_.places_[act.place_state]);
      act.topic = other.topic;
      act.speaker = other.speaker;
      act.number = other.number;
  }
  return act;
}

void CorpusWriter::invent(int acts) {
  while (static_cast<int>(acts_.size()) < acts) {
    acts_.push_back(act_at_random());
    for (int k = dice_.between(0, 2); k > 0 && static_cast<int>(acts_.size()) < acts; --k) {
      acts_.push_back(like(acts_.back()));
    }
  }
}

// What a coder makes of it, with its faults.
void CorpusWriter::blur(Telling& t, const TrueAct& act, const std::string& actor,
                        const std::string& recipient) {
  const auto party = [&](std::size_t state) {
    const std::string& id = words_.states_[state].first;
    return ActParty{id, id, "",
                    state == act.actor       ? actor
                    : state == act.recipient ? recipient
                                             : ""};
  };
  const bool violent = act.type == EventType::kAssault;
  const bool home = act.type == EventType::kCoerce || act.type == EventType::kProtest;
  if (!dice_.chance(violent ? 0.15 : 0.04)) t.actors.push_back(party(act.actor));
  if (!home && !dice_.chance(0.1)) t.recipients.push_back(party(act.recipient));
  if (dice_.chance(0.03)) t.actors.push_back(party(dice_.below(words_.states_.size())));
  if (!home && t.actors.empty() && t.recipients.empty())
    t.recipients.push_back(party(act.recipient));
  if (dice_.chance(0.07)) t.type = slip(t.type, dice_).value_or(t.type);
  if (dice_.chance(0.06)) {
    t.status = EventStatus::kDenied;
    t.holders.push_back(party(act.actor));
  } else if (dice_.chance(0.3)) {
    t.status = EventStatus::kReported;
    t.holders.push_back(party(act.recipient));
  }
}

Sentence CorpusWriter::tell(int index, const Date& published) {
  const TrueAct& act = acts_[static_cast<std::size_t>(index)];
  std::vector<const std::string*> ways;
  for (const auto& [type, text] : words_.sentences_) {
    if (type == act.type) ways.push_back(&text);
  }
  const std::string& way = *dice_.of(ways);
  const bool dated = dice_.chance(0.5);
  Sentence sentence;
  sentence.act = index;
  const std::string& actor = dice_.of(words_.states_[act.actor].second);
  const std::string& recipient = dice_.of(words_.states_[act.recipient].second);
  std::string text = replace_all(replace_all(way, "{A}", actor), "{R}", recipient);
  text = replace_all(text, "{S}", act.speaker);
  text = replace_all(text, "{P}", act.place);
  text = replace_all(text, "{T}", act.topic);
  text = replace_all(text, "{N}", std::to_string(act.number));
  text = replace_all(text, "{D}", dated ? fmt::format(" on {}", weekday(act.day)) : "");
  sentence.text = finish(text);

  Telling& t = sentence.telling;
  t.type = act.type;
  t.published = published;
  blur(t, act, actor, recipient);
  t.date = on(dated ? act.day : published);
  t.date_basis = dated ? DateBasis::kPublication : DateBasis::kInferred;
  if (dated && dice_.chance(0.06)) t.date = on(act.day.plus_days(dice_.chance(0.5) ? 1 : -1));
  if (way.find("{P}") != std::string::npos && dice_.chance(0.7)) {
    t.place = act.place;
    t.place_kind = "city";
    t.place_country = words_.states_[act.place_state].first;
    if (dice_.chance(0.1)) {
      t.place = t.place_country;
      t.place_kind = "state";
    }
  }
  if (act.type == EventType::kAssault && way.find("{N}") != std::string::npos) t.dead = act.number;
  if (act.type == EventType::kCoerce) t.arrested = act.number;
  return sentence;
}

std::string CorpusWriter::filler() {
  const auto part = [&](std::size_t i) -> const std::string& {
    return dice_.of(words_.filler_[i]);
  };
  const std::string core = fmt::format("{} {} {}", part(1), part(2), part(3));
  switch (dice_.below(4)) {
    case 0:
      return finish(fmt::format("{}, {}", part(0), core));
    case 1:
      return finish(fmt::format("{} {}", core, part(4)));
    case 2:
      return finish(fmt::format("{}, and {} {} {}", core, part(1), part(2), part(3)));
    default:
      return finish(fmt::format("{}, {} {}, {} said", part(0), core, part(4), part(1)));
  }
}

Paragraphs CorpusWriter::story_of(int act, const Date& published) {
  Paragraphs story;
  const int paragraphs = dice_.between(3, 11);
  for (int p = 0; p < paragraphs; ++p) {
    std::vector<Sentence>& paragraph = story.emplace_back();
    if (p == 0) paragraph.push_back(tell(act, published));
    if (p == 2 && act > 0 && dice_.chance(0.4)) {  // what happened before
      const int other = act - 1;
      const int ago =
          published.epoch_day() - acts_[static_cast<std::size_t>(other)].day.epoch_day();
      if (ago >= 0 && ago <= 3) {
        paragraph.push_back(tell(other, published));
      }
    }
    for (int i = dice_.between(1, 3); i > 0; --i) paragraph.push_back({filler(), -1, {}});
  }
  return story;
}

std::string CorpusWriter::reword(const std::string& text) {
  std::string out;
  for (const std::string_view word : split_list(text, ' ')) {
    if (!out.empty()) out += ' ';
    if (dice_.chance(0.05)) {
      out += dice_.of(words_.filler_[2]);
    } else {
      out += word;
    }
  }
  return out;
}

// What an outlet makes of a story.
Paragraphs CorpusWriter::edit(Paragraphs story) {
  switch (dice_.below(5)) {
    case 0:  // cut from below
      story.resize(
          static_cast<std::size_t>(std::max(1, dice_.between(2, static_cast<int>(story.size())))));
      break;
    case 1:  // other words here and there
      for (auto& paragraph : story) {
        for (Sentence& s : paragraph) s.text = reword(s.text);
      }
      break;
    case 2:  // paragraphs dropped, one added
      std::erase_if(story, [&](const auto& paragraph) {
        return &paragraph != &story.front() && dice_.chance(0.2);
      });
      story.push_back({{filler(), -1, {}}, {filler(), -1, {}}});
      break;
    case 3:  // a correction
      story.front().push_back({filler(), -1, {}});
      break;
    default:
      break;
  }
  return story;
}

std::string CorpusWriter::title_of(const Paragraphs& story) {
  const std::string& lead = story.front().front().text;
  return dice_.chance(0.5) ? lead.substr(0, lead.find(' ', lead.size() / 2)) : filler();
}

void CorpusWriter::add_report(const Paragraphs& story, int number, const Date& published,
                              GeneratedCorpus& corpus) {
  GeneratedReport report;
  report.story = number;
  Document& document = report.document;
  const auto index = static_cast<std::int64_t>(corpus.reports.size()) + 1;
  document.id = fmt::format("report-{}-{}", number, index);
  document.title = title_of(story);
  document.date = published;
  document.source = dice_.of(words_.outlets_);
  if (dice_.chance(0.3)) document.text = "GENEVA, (Reuters) - ";
  int event = 0;
  for (const auto& paragraph : story) {
    for (const Sentence& sentence : paragraph) {
      document.text += sentence.text + " ";
      if (sentence.act < 0) continue;
      Telling telling = sentence.telling;
      telling.document = index;
      telling.story = number + 1;
      telling.event = static_cast<std::int64_t>(corpus.tellings.size()) + 1;
      telling.key = fmt::format("{}#{}", document.id, ++event);
      telling.voice = {document.source, "", false, "source"};
      telling.published = published;
      telling.quote = sentence.text;
      if (telling.date_basis == DateBasis::kInferred) telling.date = on(published);
      corpus.tellings.push_back({std::move(telling), sentence.act});
    }
    document.text.back() = '\n';
    document.text += '\n';
  }
  if (dice_.chance(0.2)) document.text += "Source: Reuters\n";
  corpus.reports.push_back(std::move(report));
}

void CorpusWriter::print(const Paragraphs& story, int number, const Date& published,
                         GeneratedCorpus& corpus) {
  add_report(story, number, published, corpus);
  for (int copies = dice_.between(0, 4); copies > 0; --copies) {
    const Date day = published.plus_days(dice_.chance(0.25) ? 1 : 0);
    add_report(edit(story), number, day, corpus);
  }
}

GeneratedCorpus CorpusWriter::write(int acts) {
  invent(acts);
  GeneratedCorpus corpus;
  int stories = 0;
  for (int act = 0; act < acts; ++act) {
    for (int told = dice_.between(1, 4); told > 0; --told) {
      const int lag = dice_.chance(0.6) ? 0 : dice_.between(1, 2);
      const Date published = acts_[static_cast<std::size_t>(act)].day.plus_days(lag);
      print(story_of(act, published), stories++, published, corpus);
    }
  }
  return corpus;
}

Result<StoryCorpus> StoryCorpus::load(const std::string& folder) {
  StoryCorpus corpus;
  const auto read = [&](const char* name, const std::vector<std::string_view>& columns) {
    auto text = read_file(folder + name);
    if (!text) return Result<TsvTable>(std::unexpected(text.error()));
    return TsvTable::parse(std::move(*text), folder + name, columns);
  };
  const auto sentences = read("/sentences.tsv", {"type", "sentence"});
  if (!sentences) return std::unexpected(sentences.error());
  for (const TsvTable::Row& row : sentences->rows()) {
    const auto type = parse_event_type(row.cells[0]);
    if (!type) return fail(ErrorCode::kBadFormat, "no such type", sentences->place(row));
    corpus.sentences_.emplace_back(*type, row.cells[1]);
  }
  const auto words = read("/words.tsv", {"kind", "id", "words"});
  if (!words) return std::unexpected(words.error());
  constexpr std::array<std::string_view, 5> kParts = {"opening", "subject", "verb", "object",
                                                      "ending"};
  corpus.filler_.resize(kParts.size());
  for (const TsvTable::Row& row : words->rows()) {
    const std::string_view kind = row.cells[0];
    std::vector<std::string> list;
    for (const std::string_view word : split_list(row.cells[2])) list.emplace_back(word);
    if (kind == "state")
      corpus.states_.emplace_back(row.cells[1], std::move(list));
    else if (kind == "place")
      corpus.places_.push_back(std::move(list));
    else if (kind == "topic")
      corpus.topics_ = std::move(list);
    else if (kind == "speaker")
      corpus.speakers_ = std::move(list);
    else if (kind == "outlet")
      corpus.outlets_ = std::move(list);
    else if (const auto at = std::ranges::find(kParts, kind); at != kParts.end()) {
      corpus.filler_[static_cast<std::size_t>(at - kParts.begin())] = std::move(list);
    } else {
      return fail(ErrorCode::kBadFormat, "no such kind of words", words->place(row));
    }
  }
  return corpus;
}

GeneratedCorpus StoryCorpus::generate(std::uint32_t seed, int acts) const {
  return CorpusWriter(*this, seed).write(acts);
}

}  // namespace entente
