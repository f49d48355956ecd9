// A block of verbs and its patterns:
//
//   --- MARCH [---] ---            the block: its code, if the verbs alone mean one
//   MARCH {MARCHES MARCHED}        a verb and its forms
//   PARADE
//   - * INTO &CITY [192]           a pattern: * the verb, & a set, % + $ participants
//
// becomes rows of the lexicon: "march|parade", frame "prep:into=capital|village".
// A set (&CITY with its + lines) may stand anywhere in the file.
//
// Patterns with words before the verb, with several objects or prepositions, or
// with PETRARCH2's nested phrases say more than a frame can: they are refused.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "exchange/petrarch.h"
#include "text/table_cells.h"

namespace entente {
namespace {

using Words = std::vector<std::string>;

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

constexpr std::array<std::string_view, 20> kPrepositions = {
    "on",   "in",    "at",   "to",  "for",     "with",  "against", "from",   "of",    "over",
    "into", "about", "upon", "off", "between", "under", "through", "toward", "among", "by"};
constexpr std::array<std::string_view, 6> kParticles = {"up",   "out",  "down",
                                                        "away", "back", "apart"};
constexpr std::array<std::string_view, 8> kEmptyWords = {"the", "a",     "an",  "its",
                                                         "his", "their", "all", "some"};

// The class of an entry by what it means; acts, where nothing else.
std::string class_of(EventType type) {
  switch (type) {
    case EventType::kAgree:
      return "agree";
    case EventType::kRequest:
      return "demand";
    case EventType::kReject:
      return "refuse";
    case EventType::kThreaten:
      return "threaten";
    case EventType::kAccuse:
      return "accuse";
    case EventType::kConcede:
      return "concede";
    default:
      return "act";
  }
}

struct Pattern {
  std::string particle;
  std::string object;  // words joined by '|'
  std::string preposition;
  std::string prepositional_object;

  std::string frame() const {
    std::string frame;
    if (!object.empty()) frame = "object=" + object;
    if (preposition.empty()) return frame;
    frame += (frame.empty() ? "prep:" : " prep:") + preposition;
    return prepositional_object.empty() ? frame : frame + "=" + prepositional_object;
  }
};

class VerbImport {
 public:
  VerbImport(const std::string& path, const Vocabulary& vocabulary, PetrarchOverlay& overlay)
      : path_(path), vocabulary_(vocabulary), overlay_(overlay) {}

  void run(const std::vector<DictionaryLine>& lines) {
    read_sets(lines);
    bool in_set = false;
    for (const DictionaryLine& line : lines) {
      if (line.text.front() == '&') {
        in_set = true;
      } else if (line.text.front() != '+') {
        in_set = false;
        read(line);
      } else if (!in_set) {
        overlay_.refuse("a synonym above which no set stands", place(line), line.text);
      }
    }
  }

 private:
  Place place(const DictionaryLine& line) const { return {path_, line.number, {}}; }

  void read_sets(const std::vector<DictionaryLine>& lines) {
    std::string name;
    for (const DictionaryLine& line : lines) {
      if (line.text.front() == '&') {
        name = plain_words(before_codes(line.text));
      } else if (line.text.front() != '+') {
        name.clear();
      } else if (!name.empty()) {
        const WordForms forms = split_forms(before_codes(line.text).substr(1));
        sets_[name].push_back(noun_of(forms.word));
      }
    }
  }

  // "ARMED_FORCES_" -> armed_forces
  static std::string noun_of(std::string_view entry) {
    std::string noun = lower_case(plain_words(entry));
    std::ranges::replace(noun, ' ', '_');
    return noun;
  }

  void read(const DictionaryLine& line) {
    if (line.text.starts_with("---")) return start_block(line);
    if (line.text.starts_with("- ")) return read_pattern(line);
    if (line.text.front() == '~') {
      return overlay_.refuse("a combination of codes", place(line), line.text);
    }
    read_verb(line);
  }

  void start_block(const DictionaryLine& line) {
    lemmas_.clear();
    block_code_.clear();
    in_block_ = true;
    const auto codes = find_codes(line.text);
    if (!codes) return overlay_.refuse("a bracket that does not close", place(line), line.text);
    if (!codes->empty()) block_code_ = codes->front().code;
  }

  void read_verb(const DictionaryLine& line) {
    const auto codes = find_codes(line.text);
    if (!codes) return overlay_.refuse("a bracket that does not close", place(line), line.text);
    const WordForms forms = split_forms(before_codes(line.text));
    const std::string lemma = lower_case(plain_words(forms.word));
    if (lemma.empty() || lemma.find(' ') != std::string::npos) {
      return overlay_.refuse("a verb that is not one word", place(line), line.text);
    }
    if (!in_block_) lemmas_.clear();  // TABARI: every verb is a block of its own
    lemmas_.push_back(lemma);
    past_[lemma] = past_of(lemma, forms.forms);
    const std::string_view code = codes->empty() ? block_code_ : codes->front().code;
    if (is_no_code(code)) return;
    write({lemma}, {}, code, line);
  }

  static bool is_no_code(std::string_view code) {
    return code.find_first_not_of('-') == std::string_view::npos;
  }

  static std::string past_of(const std::string& lemma, const std::vector<std::string_view>& forms) {
    for (const std::string_view form : forms) {
      if (form.ends_with("ED")) return lower_case(form);
    }
    return lemma + (lemma.ends_with('e') ? "d" : "ed");
  }

  void read_pattern(const DictionaryLine& line) {
    const auto codes = find_codes(line.text);
    if (!codes || codes->empty()) {
      return overlay_.refuse("a pattern without a code", place(line), line.text);
    }
    if (is_no_code(codes->front().code)) {
      return overlay_.refuse("a code that says: no event", place(line), line.text);
    }
    if (lemmas_.empty()) return overlay_.refuse("a pattern without a verb", place(line), line.text);
    Pattern pattern;
    const std::string_view why = parse(before_codes(line.text).substr(2), pattern);
    if (!why.empty()) return overlay_.refuse(std::string(why), place(line), line.text);
    write(lemmas_, pattern, codes->front().code, line);
  }

  // "" when all of the pattern fits into a frame, else why not.
  std::string_view parse(std::string_view text, Pattern& pattern) const {
    constexpr std::string_view kTooRich = "a pattern that says more than a frame can";
    bool behind_verb = false;
    for (const std::string_view token : split_blanks(text)) {
      if (token == "*") {
        behind_verb = true;
      } else if (token == "$" || token == "+" || token == "%") {
        continue;
      } else if (!behind_verb || token.find_first_of("(){}|~^?") != std::string_view::npos) {
        return kTooRich;
      } else if (!add_words(token, pattern)) {
        return token.front() == '&' ? "an unknown set of words" : kTooRich;
      }
    }
    return behind_verb ? "" : "a pattern without its verb";
  }

  // A set, or words joined by '_': "&CITY", "INTO_CITY", "TROOPS".
  bool add_words(std::string_view token, Pattern& pattern) const {
    if (token.front() == '&') {
      const auto set = sets_.find(plain_words(token));
      return set != sets_.end() && add_nouns(set->second, pattern);
    }
    const std::string spaced = lower_case(plain_words(token));
    Words nouns;
    for (const std::string_view word : split_blanks(spaced)) {
      if (contains(kEmptyWords, word)) continue;
      if (contains(kPrepositions, word)) {
        if (!nouns.empty() && !add_nouns({join(nouns, "_")}, pattern)) return false;
        nouns.clear();
        if (!pattern.preposition.empty()) return false;
        pattern.preposition = word;
      } else if (contains(kParticles, word) && nouns.empty() && pattern.frame().empty()) {
        pattern.particle = word;
      } else {
        nouns.emplace_back(word);
      }
    }
    return nouns.empty() || add_nouns({join(nouns, "_")}, pattern);
  }

  static bool add_nouns(const Words& nouns, Pattern& pattern) {
    std::string& slot = pattern.preposition.empty() ? pattern.object : pattern.prepositional_object;
    if (!slot.empty()) return false;
    slot = join(nouns, "|");
    return true;
  }

  void write(const Words& lemmas, const Pattern& pattern, std::string_view code,
             const DictionaryLine& line) {
    while (code.ends_with(':')) code.remove_suffix(1);  // "[173:]": the target alone
    const CameoEvent* cameo = vocabulary_.find_cameo(code.substr(0, code.find_first_of(":/")));
    if (cameo == nullptr) return overlay_.refuse("no CAMEO code", place(line), line.text);
    const bool appeal = cameo->code.starts_with("02");
    if (!cameo->type && !appeal) {
      return overlay_.refuse("a statement: no event in PLOVER", place(line), line.text);
    }
    const EventType type = appeal ? EventType::kRequest : *cameo->type;
    const std::string frame = pattern.frame();
    const bool plain = std::ranges::all_of(frame + pattern.particle, [](char c) {
      return (c >= 'a' && c <= 'z') || std::string_view("_-=:| 0123456789").contains(c);
    });
    if (!plain) return overlay_.refuse("words with marks", place(line), line.text);
    Words fresh;
    for (const std::string& lemma : lemmas) {
      std::string sense = lemma;
      sense.append("\t").append(pattern.particle).append("\t").append(frame);
      if (senses_.insert(std::move(sense)).second) fresh.push_back(lemma);
    }
    if (fresh.empty())
      return overlay_.refuse("a second code of the same words", place(line), line.text);
    overlay_.add("lexicon/entries/petrarch.tsv",
                 {overlay_.make_id("petrarch." + fresh.front()), join(fresh, "|"), "v",
                  pattern.particle, frame, std::string(to_string(type)), cameo->mode,
                  class_of(type), "", "", example(fresh.front(), pattern), ""});
  }

  std::string example(const std::string& lemma, const Pattern& pattern) const {
    const auto past = past_.find(lemma);
    const std::string noun = pattern.object.substr(0, pattern.object.find('|'));
    return fmt::format("Japan {} {}.", past == past_.end() ? lemma : past->second,
                       noun.empty() ? "Kenya" : "the " + plain_words(noun));
  }

  const std::string& path_;
  const Vocabulary& vocabulary_;
  PetrarchOverlay& overlay_;
  std::map<std::string, Words> sets_;
  Words lemmas_;  // of the block
  std::string block_code_;
  bool in_block_ = false;
  std::set<std::string> senses_;  // lemma, particle and frame that have a row
  std::map<std::string, std::string> past_;
};

}  // namespace

void import_petrarch_verbs(const std::vector<DictionaryLine>& lines, const std::string& path,
                           const Vocabulary& vocabulary, PetrarchOverlay& overlay) {
  VerbImport(path, vocabulary, overlay).run(lines);
}

}  // namespace entente
