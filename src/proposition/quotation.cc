// Quotations and their speakers.
//
// Idea: one pass over the tokens pairs the marks.  A quotation may run over
// sentences and, when the next paragraph opens with a mark again, over
// paragraphs; without that it ends with its paragraph.  Three kinds have no
// marks: what follows "Kremlin:", the paragraphs that follow "the minister
// said:", and a title that ends in "- Kremlin".
// The speaker is the subject of the reporting verb that governs the quoted
// words, or stands beside the marks, or ended the line before in a colon; else
// the speaker of the quotation just before, when nothing but its reporting
// clause lies between.
//
// Example: “We will stay,” said Kim. “Nobody will stop us.”
//   two quotations, both by Kim: the second follows the clause of the first.
// It gets wrong: two speakers in turn without reporting verbs (a dialogue).
// Cost: linear; searches for a verb stay within the segment or kWindow tokens.
#include "proposition/quotation.h"

#include <algorithm>
#include <string_view>

#include "proposition/quotation_marks.h"

namespace entente {
namespace {

constexpr std::uint32_t kWindow = 40;
constexpr std::uint32_t kMaxClimb = 60;
constexpr std::uint32_t kScareWords = 5;
constexpr std::uint32_t kMaxLabelWords = 8;

class SpeakerFinder {
 public:
  SpeakerFinder(const Parse& parse, const Predicates& predicates, const DeepFrames& frames)
      : parse_(parse), predicates_(predicates), frames_(frames) {}

  // Fills speaker, verb and scare of `q`; `before` is the quotation before it, if any.
  void run(Quotation& q, const Quotation* before) const {
    q.scare = is_scare(q);
    if (by_governor(q) || by_neighbour(q) || by_colon_line(q) || by_label(q)) {
      if (q.scare && is_split_statement(q, before)) q.scare = false;
      return;
    }
    if (q.scare) return;
    by_quotation_before(q, before);
    if (q.speaker < 0) by_paragraph_before(q);
  }

 private:
  bool inside(const Quotation& q, std::uint32_t i) const { return i >= q.first && i < q.last; }

  bool is_scare(const Quotation& q) const {
    std::uint32_t words = 0;
    for (std::uint32_t i = q.first; i < q.last; ++i) {
      if (parse_.pos(i) == Pos::kPunct || parse_.pos(i) == Pos::kSpace) continue;
      if (++words > kScareWords) return false;
      if (predicates_.is(i, PredicateKind::kVerb) && is_clause(q, i)) return false;
    }
    return true;
  }

  // A finite verb with its subject inside the quotation.
  bool is_clause(const Quotation& q, std::uint32_t verb) const {
    const Frame& frame = frames_.at(predicates_.at(verb));
    return frame.form.finite &&
           std::ranges::any_of(frame.surface, [&](const Filler& f) { return inside(q, f.token); });
  }

  // "“The talks,” he said, “were good”": neither half is a clause, both are one.
  bool is_split_statement(const Quotation& q, const Quotation* before) const {
    if (q.verb < 0 || !reports(static_cast<std::uint32_t>(q.verb))) return false;
    if (q.first == parse_.segments()[parse_.segment(q.first)].first) return true;
    return before != nullptr && !before->scare && before->verb == q.verb;
  }

  bool set_speaker(Quotation& q, std::uint32_t verb) const {
    const std::int32_t p = predicates_.at(verb);
    if (p < 0) return false;
    for (const Filler& f : frames_.at(p).subject) {
      if (inside(q, f.token)) continue;
      q.verb = static_cast<std::int32_t>(verb);
      q.speaker = static_cast<std::int32_t>(f.token);
      return true;
    }
    return false;
  }

  bool reports(std::uint32_t i) const {
    return predicates_.is(i, PredicateKind::kVerb) && parse_.is(i, WordClass::kReport);
  }

  // The first word of the quotation that hangs outside leads up to the verb.
  bool by_governor(Quotation& q) const {
    std::int32_t other = -1;  // a finite governing verb that is none of speech
    const std::uint32_t end = std::min(q.last, q.first + kWindow);
    for (std::uint32_t i = q.first; i < end; ++i) {
      if (parse_.pos(i) == Pos::kPunct || parse_.is_root(i) || inside(q, parse_.head(i))) continue;
      std::uint32_t above = parse_.head(i);
      for (std::uint32_t step = 0; step < kMaxClimb; ++step) {
        if (!inside(q, above)) {
          if (reports(above) && set_speaker(q, above)) return true;
          if (by_according_to(q, above)) return true;
          if (other < 0 && predicates_.is(above, PredicateKind::kVerb) &&
              frames_.at(predicates_.at(above)).form.finite) {
            other = static_cast<std::int32_t>(above);
          }
        }
        if (parse_.is_root(above)) break;
        above = parse_.head(above);
      }
      if (by_inserted_speech(q, i)) return true;
    }
    for (std::uint32_t i = q.first; i < end; ++i) {
      if (by_according_to(q, i)) return true;
    }
    if (other < 0) return false;
    // "condemned “the barbaric raid”": the words are of who condemns.
    return !q.scare && !stands_alone(q) && set_speaker(q, static_cast<std::uint32_t>(other));
  }

  // "“…,” according to Kyiv": the preposition hangs on a verb of the words.
  bool by_according_to(Quotation& q, std::uint32_t i) const {
    const std::int32_t p = predicates_.at(i);
    if (p < 0) return false;
    for (const PrepObject& o : frames_.at(p).prepositions) {
      if (o.preposition != "according to" || inside(q, o.token)) continue;
      q.speaker = static_cast<std::int32_t>(o.token);
      return true;
    }
    return false;
  }

  // "“The talks,” he said, “were good”": the verb of speech hangs on the words.
  bool by_inserted_speech(Quotation& q, std::uint32_t quoted) const {
    const std::uint32_t head = parse_.head(quoted);
    for (const std::uint32_t top : {quoted, head}) {
      for (const std::uint32_t c : parse_.children(top)) {
        if (!inside(q, c) && reports(c) && set_speaker(q, c)) return true;
      }
    }
    return false;
  }

  // Whether the quotation is one or more whole sentences.
  bool stands_alone(const Quotation& q) const {
    const TokenRange segment = parse_.segments()[parse_.segment(q.first)];
    return q.first <= segment.first + 1 && q.last + 1 >= segment.last;
  }

  // "”, said Kim", "Kim said, “": the nearest verb of speech in the same segment.
  bool by_neighbour(Quotation& q) const {
    const TokenRange after = parse_.segments()[parse_.segment(q.last - 1)];
    const std::uint32_t end = std::min(after.last, q.last + kWindow);
    for (std::uint32_t i = q.last; i < end; ++i) {
      if (opens_quotation(parse_, i)) break;
      if (reports(i) && set_speaker(q, i)) return true;
    }
    const TokenRange before = parse_.segments()[parse_.segment(q.first)];
    for (std::uint32_t i = q.first; i > before.first && q.first - i < kWindow; --i) {
      if (closes_quotation(parse_, i - 1)) break;
      if (reports(i - 1) && set_speaker(q, i - 1)) return true;
    }
    return false;
  }

  // The segment before ends in a colon: "The minister said:".
  bool by_colon_line(Quotation& q) const {
    const std::uint32_t s = parse_.segment(q.first);
    if (s == 0 || q.first > parse_.segments()[s].first + 1) return false;
    return speaker_of_colon_line(s - 1, q);
  }

  bool by_label(Quotation& q) const {
    const TokenRange segment = parse_.segments()[parse_.segment(q.first)];
    if (q.first <= segment.first || q.first - segment.first > kMaxLabelWords) return false;
    const std::int32_t speaker = label_speaker(segment.first, q.first);
    if (speaker < 0) return false;
    q.speaker = speaker;
    return true;
  }

  // A paragraph of quoted words alone: who was speaking in the one before.
  void by_paragraph_before(Quotation& q) const {
    const std::uint32_t s = parse_.segment(q.first);
    if (s == 0 || !stands_alone(q)) return;
    const TokenRange before = parse_.segments()[s - 1];
    const std::uint32_t limit =
        before.last - before.first > kWindow ? before.last - kWindow : before.first;
    for (std::uint32_t i = before.last; i > limit; --i) {
      if (reports(i - 1) && set_speaker(q, i - 1)) return;
    }
  }

  void by_quotation_before(Quotation& q, const Quotation* before) const {
    if (before == nullptr || before->speaker < 0 || q.first < before->last) return;
    const std::uint32_t gap = q.first - before->last;
    if (gap > kWindow) return;
    std::uint32_t sentences = 0;
    for (std::uint32_t i = before->last; i < q.first; ++i) {
      if (parse_.word(i) == "." || parse_.word(i) == "?") ++sentences;
    }
    if (sentences > 1) return;
    q.speaker = before->speaker;
    q.verb = before->verb;
  }

 public:
  // "The minister said:" as segment `s`; sets speaker and verb.
  bool speaker_of_colon_line(std::uint32_t s, Quotation& q) const {
    const TokenRange segment = parse_.segments()[s];
    std::uint32_t end = segment.last;
    while (end > segment.first && parse_.pos(end - 1) == Pos::kSpace) --end;
    if (end == segment.first || parse_.word(end - 1) != ":") return false;
    const std::uint32_t limit = end - segment.first > kWindow ? end - kWindow : segment.first;
    for (std::uint32_t i = end; i > limit; --i) {
      if (reports(i - 1) && set_speaker(q, i - 1)) return true;
    }
    const std::int32_t speaker = label_speaker(segment.first, end);
    if (speaker < 0) return false;
    q.speaker = speaker;
    return true;
  }

  // The head of the name before a colon, "Kremlin:", or -1.
  std::int32_t label_speaker(std::uint32_t first, std::uint32_t end) const {
    std::uint32_t colon = end;
    while (colon > first && parse_.word(colon - 1) != ":") --colon;
    if (colon <= first + 1 || colon - first > kMaxLabelWords) return -1;
    for (std::uint32_t i = first; i + 1 < colon; ++i) {
      if (predicates_.is(i, PredicateKind::kVerb)) return -1;
    }
    for (std::uint32_t i = colon - 1; i > first; --i) {
      if (is_nominal(parse_, i - 1) && parse_.pos(i - 1) != Pos::kNum &&
          parse_.pos(i - 1) != Pos::kPron) {
        return static_cast<std::int32_t>(i - 1);
      }
    }
    return -1;
  }

 private:
  const Parse& parse_;
  const Predicates& predicates_;
  const DeepFrames& frames_;
};

class QuotationFinder {
 public:
  QuotationFinder(const Parse& parse, const Predicates& predicates, const DeepFrames& frames,
                  const std::vector<bool>& headline)
      : parse_(parse),
        headline_(headline),
        predicates_(predicates),
        speakers_(parse, predicates, frames) {}

  std::vector<Quotation> run() {
    std::vector<Quotation> marked = pair_quotation_marks(parse_);
    for (std::size_t i = 0; i < marked.size(); ++i) {
      speakers_.run(marked[i], i == 0 ? nullptr : &marked[i - 1]);
    }
    add_unmarked(marked);
    std::ranges::sort(marked, {}, &Quotation::first);
    return marked;
  }

 private:
  static bool overlaps(const std::vector<Quotation>& all, std::uint32_t first, std::uint32_t last) {
    const auto next = std::ranges::lower_bound(all, first, {}, &Quotation::first);
    if (next != all.end() && next->first < last) return true;
    return next != all.begin() && std::prev(next)->last > first;
  }

  void add_unmarked(std::vector<Quotation>& marked) {
    const std::vector<Quotation> before = marked;
    for (std::uint32_t s = 0; s < parse_.segments().size(); ++s) {
      Quotation q;
      if (!after_label(s, q) && !before_dash(s, q) && !after_colon_line(s, q, before)) continue;
      if (!overlaps(before, q.first, q.last)) marked.push_back(q);
      s = parse_.segment(q.last - 1);
    }
  }

  bool has_verb(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i) {
      if (predicates_.is(i, PredicateKind::kVerb)) return true;
    }
    return false;
  }

  // "Kremlin: Russia will answer" in the grammar of titles.
  bool after_label(std::uint32_t s, Quotation& q) const {
    if (!headline_[s]) return false;
    const TokenRange segment = parse_.segments()[s];
    const std::uint32_t end = std::min(segment.last, segment.first + kMaxLabelWords);
    for (std::uint32_t i = segment.first; i < end; ++i) {
      if (parse_.word(i) != ":") continue;
      if (i + 1 >= segment.last || !has_verb(i + 1, segment.last)) return false;
      const std::int32_t speaker = speakers_.label_speaker(segment.first, i + 1);
      if (speaker < 0 || !is_name(static_cast<std::uint32_t>(speaker))) return false;
      q = {i + 1, segment.last, speaker, -1, false};
      return true;
    }
    return false;
  }

  // "Russia will answer - Kremlin".
  bool before_dash(std::uint32_t s, Quotation& q) const {
    if (!headline_[s]) return false;
    const TokenRange segment = parse_.segments()[s];
    std::uint32_t end = segment.last;
    while (end > segment.first && parse_.pos(end - 1) == Pos::kSpace) --end;
    for (std::uint32_t i = end; i > segment.first + 2 && end - i < kMaxLabelWords; --i) {
      const std::string_view word = parse_.word(i - 1);
      if (predicates_.is(i - 1, PredicateKind::kVerb)) return false;
      if (word != "-" && word != "–" && word != "—" && word != "--") continue;
      if (!parse_.analysis().tokens[i - 2].space_after) continue;
      if (i == end || !is_name(end - 1) || !has_verb(segment.first, i - 1)) return false;
      q = {segment.first, i - 1, static_cast<std::int32_t>(end - 1), -1, false};
      return true;
    }
    return false;
  }

  bool is_name(std::uint32_t i) const {
    return parse_.pos(i) == Pos::kPropn || parse_.entity(i) != EntityType::kOther ||
           parse_.pos(i) == Pos::kNoun;
  }

  // The paragraphs below "The minister said:", up to a mark, a heading or the
  // next such line.
  bool after_colon_line(std::uint32_t s, Quotation& q, const std::vector<Quotation>& marked) const {
    if (s + 1 >= parse_.segments().size() || !speakers_.speaker_of_colon_line(s, q)) return false;
    if (q.verb < 0) return false;
    std::uint32_t last = s + 1;
    for (; last < parse_.segments().size(); ++last) {
      const TokenRange segment = parse_.segments()[last];
      Quotation next;
      if (overlaps(marked, segment.first, segment.last) || is_heading(last) ||
          speakers_.speaker_of_colon_line(last, next) || tells_of_speaker(segment, q)) {
        break;
      }
    }
    if (last == s + 1) return false;
    q.first = parse_.segments()[s + 1].first;
    q.last = parse_.segments()[last - 1].last;
    return true;
  }

  // "The Foreign Secretary will return to …" after "the Foreign Secretary said:":
  // nobody speaks of himself so, the statement is over.
  bool tells_of_speaker(TokenRange segment, const Quotation& q) const {
    const auto speaker = static_cast<std::uint32_t>(q.speaker);
    if (parse_.pos(speaker) == Pos::kPron) return false;
    for (std::uint32_t i = segment.first; i < segment.last; ++i) {
      const bool subject = parse_.dep(i) == Dep::kNsubj && parse_.is_root(parse_.head(i));
      if (subject && is_name_of(speaker, parse_.word(i))) return true;
    }
    return false;
  }

  bool is_name_of(std::uint32_t speaker, std::string_view word) const {
    if (parse_.word(speaker) == word) return true;
    const auto children = parse_.children(speaker);
    return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
      return (parse_.dep(c) == Dep::kCompound || parse_.dep(c) == Dep::kAppos) &&
             parse_.word(c) == word;
    });
  }

  // A short line without a final stop.
  bool is_heading(std::uint32_t s) const {
    const TokenRange segment = parse_.segments()[s];
    return headline_[s] && segment.last - segment.first < 2 * kMaxLabelWords;
  }

  const Parse& parse_;
  const std::vector<bool>& headline_;
  const Predicates& predicates_;
  SpeakerFinder speakers_;
};

}  // namespace

std::vector<Quotation> find_quotations(const Parse& parse, const Predicates& predicates,
                                       const DeepFrames& frames,
                                       const std::vector<bool>& headline) {
  return QuotationFinder(parse, predicates, frames, headline).run();
}

void mark_quoted(const std::vector<Quotation>& quotations, std::vector<Proposition>& list) {
  std::size_t next = 0;
  for (Proposition& p : list) {
    while (next < quotations.size() && quotations[next].last <= p.head) ++next;
    if (next == quotations.size()) return;
    if (p.head >= quotations[next].first) p.quotation = static_cast<std::int32_t>(next);
  }
}

}  // namespace entente
