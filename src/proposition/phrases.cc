#include "proposition/phrases.h"

#include <algorithm>
#include <string>

namespace entente {
namespace {

// Deepest chain of prepositions that counts as one: "from", "out of", "because of".
constexpr int kMaxPrepositionWords = 3;
constexpr int kMaxQuantityHeads = 4;

bool is_preposition(const Parse& parse, std::uint32_t i) {
  const Dep dep = parse.dep(i);
  return (dep == Dep::kPrep || dep == Dep::kAgent || dep == Dep::kDative) && !is_nominal(parse, i);
}

// "together with" hangs as a preposition on the first name; "together" may
// hang beside it as an adverb.
bool joins_names(const Parse& parse, std::uint32_t prep) {
  if (parse.is(prep, WordClass::kTogether)) return true;
  if (parse.word(prep) != "with" || prep == 0) return false;
  const std::string_view before = parse.word(prep - 1);
  return before == "together" || before == "along" || before == "jointly";
}

bool is_conjoined_name(const Parse& parse, std::uint32_t i) {
  return parse.dep(i) == Dep::kConj &&
         (is_nominal(parse, i) || parse.pos(i) == Pos::kAdj || parse.tag(i) == Tag::kVBG) &&
         !parse.has_child(i, Dep::kNsubj);
}

class PrepositionReader {
 public:
  PrepositionReader(Parse& parse, std::vector<PrepObject>& out) : parse_(parse), out_(out) {}

  void read(std::uint32_t prep, std::string_view phrase, int words, const PrepObject& kind) {
    for (const std::uint32_t c : parse_.children(prep)) {  // "because" with a bare "of"
      const bool bare =
          parse_.dep(c) == Dep::kPcomp && parse_.pos(c) == Pos::kAdp && parse_.children(c).empty();
      if (bare) phrase = join(phrase, parse_.word(c));
    }
    for (const std::uint32_t c : parse_.children(prep)) {
      const Dep dep = parse_.dep(c);
      if (dep == Dep::kPobj) {
        if (!read_complex(prep, c, phrase, words, kind)) add_objects(prep, c, phrase, kind);
      } else if (dep == Dep::kPcomp && parse_.pos(c) == Pos::kAdp && words < kMaxPrepositionWords) {
        read(c, join(phrase, parse_.word(c)), words + 1, kind);  // "because of"
      } else if (dep == Dep::kPcomp) {
        add(prep, c, phrase, kind, true);
        for (const std::uint32_t d : parse_.children(c)) {
          if (parse_.dep(d) == Dep::kConj && is_verb(parse_, d)) add(prep, d, phrase, kind, true);
        }
      } else if (dep == Dep::kPrep && words < kMaxPrepositionWords) {
        read(c, join(phrase, parse_.word(c)), words + 1, kind);
      } else if (dep == Dep::kConj && !is_nominal(parse_, c) && words < kMaxPrepositionWords) {
        read(c, parse_.word(c), words + 1, kind);
      }
    }
  }

 private:
  // "in response to X": the object of "in" is no participant, X is.
  bool read_complex(std::uint32_t prep, std::uint32_t noun, std::string_view phrase, int words,
                    const PrepObject& kind) {
    if (words >= kMaxPrepositionWords) return false;
    for (const std::uint32_t c : parse_.children(noun)) {
      if (parse_.dep(c) != Dep::kPrep) continue;
      const std::string_view whole = complex_preposition(parse_, prep, noun, c);
      if (whole.empty()) continue;
      read(c, whole, words + 1, kind);
      return true;
    }
    static_cast<void>(phrase);
    return false;
  }

  void add_objects(std::uint32_t prep, std::uint32_t first, std::string_view phrase,
                   const PrepObject& kind) {
    for (const std::uint32_t token : conjuncts(parse_, first)) {
      const bool gerund = parse_.tag(token) == Tag::kVBG && is_verb(parse_, token);
      add(prep, gerund ? token : content_of(parse_, token), phrase, kind, gerund);
    }
  }

  void add(std::uint32_t prep, std::uint32_t token, std::string_view phrase, const PrepObject& kind,
           bool clause) {
    if (out_.size() >= kMaxObjects) return;
    out_.push_back({phrase, prep, token, clause, kind.agent, kind.dative});
  }

  std::string_view join(std::string_view a, std::string_view b) {
    return parse_.strings().keep(std::string(a) + ' ' + std::string(b));
  }

 public:
  // The words of "in response to" when the table has them, else "".
  static std::string_view complex_preposition(Parse& parse, std::uint32_t prep, std::uint32_t noun,
                                              std::uint32_t last) {
    if (last - prep > kMaxPrepositionSpan || last <= prep) return {};
    std::string whole(parse.word(prep));
    for (const std::string_view word : {parse.word(noun), parse.word(last)}) {
      whole += ' ';
      whole += word;
    }
    if (parse.word(noun - 1) == "the") whole.insert(parse.word(prep).size(), " the");
    if (!parse.word_classes().find(whole).has(WordClass::kComplexPreposition)) return {};
    return parse.strings().keep(whole);
  }

 private:
  static constexpr std::size_t kMaxObjects = 64;
  static constexpr std::uint32_t kMaxPrepositionSpan = 4;
  Parse& parse_;
  std::vector<PrepObject>& out_;
};

}  // namespace

std::vector<std::uint32_t> conjuncts(const Parse& parse, std::uint32_t first) {
  std::vector<std::uint32_t> result = {first};
  for (std::size_t next = 0; next < result.size() && result.size() < kMaxConjuncts; ++next) {
    for (const std::uint32_t c : parse.children(result[next])) {
      if (result.size() >= kMaxConjuncts) break;
      if (is_conjoined_name(parse, c)) result.push_back(c);
      if (parse.dep(c) == Dep::kPrep && joins_names(parse, c)) {
        const std::int32_t object = parse.child(c, Dep::kPobj);
        if (object >= 0) result.push_back(static_cast<std::uint32_t>(object));
      }
    }
  }
  std::ranges::sort(result);
  return result;
}

std::uint32_t content_of(const Parse& parse, std::uint32_t token) {
  for (int step = 0; step < kMaxQuantityHeads; ++step) {
    const bool counts = parse.is(token, WordClass::kQuantity) || parse.tag(token) == Tag::kCD;
    if (!counts) return token;
    std::int32_t counted = -1;
    for (const std::uint32_t c : parse.children(token)) {
      if (parse.dep(c) == Dep::kPrep && parse.word(c) == "of") counted = parse.child(c, Dep::kPobj);
    }
    if (counted < 0) return token;
    token = static_cast<std::uint32_t>(counted);
  }
  return token;
}

std::string_view particle_of(const Parse& parse, std::uint32_t verb, std::uint32_t* token) {
  for (const std::uint32_t c : parse.children(verb)) {
    const bool adjacent = c == verb + 1 && parse.is(c, WordClass::kParticle) &&
                          parse.dep(c) == Dep::kAdvmod && parse.children(c).empty();
    if (parse.dep(c) != Dep::kPrt && !adjacent) continue;
    *token = c;
    return parse.word(c);
  }
  return {};
}

std::vector<PrepObject> prepositions(Parse& parse, std::uint32_t predicate) {
  std::vector<PrepObject> result;
  PrepositionReader reader(parse, result);
  for (const std::uint32_t c : parse.children(predicate)) {
    if (!is_preposition(parse, c)) continue;
    PrepObject kind{};
    kind.agent = parse.dep(c) == Dep::kAgent;
    kind.dative = parse.dep(c) == Dep::kDative;
    reader.read(c, parse.word(c), 1, kind);
  }
  return result;
}

bool is_inside_preposition(Parse& parse, std::uint32_t noun) {
  if (parse.dep(noun) != Dep::kPobj || noun == 0) return false;
  for (const std::uint32_t c : parse.children(noun)) {
    if (parse.dep(c) != Dep::kPrep) continue;
    if (!PrepositionReader::complex_preposition(parse, parse.head(noun), noun, c).empty()) {
      return true;
    }
  }
  return false;
}

}  // namespace entente
