// The trigger lexicon and the tables that go with it: what words mean.
//
// Read once at the start, immutable after, free for any number of threads.
// Tables: entries/*.tsv (senses), selection.tsv (named sets of words),
// signatures.tsv (what a class does to an embedded act), types.tsv
// (participants and compositions of each event type), modes.tsv, contexts.tsv,
// hedges.tsv.  Formats:
// docs/lexicon.md.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "lexicon/entry.h"

namespace entente {

// What an embedding predicate does to the act inside it.
enum class Effect : std::uint8_t {
  kKeep,      // says nothing about it: the outer status goes on
  kHappened,  // presupposed or implied
  kNegated,
  kReported,  // told by the subject
  kDenied,
  kFeared,
  kExpected,
  kFuture,
  kHypothetical,  // open: wished, tried, allowed
  kHistorical,    // long past: an anniversary is kept
  kTopic,         // no event of its own: it only says what the outer act is about
};

struct Signature {
  Effect positive = Effect::kKeep;
  Effect negated = Effect::kKeep;
  bool holder = false;  // the subject joins the attribution
};

// One row of types.tsv.
struct TypeRule {
  std::vector<SlotSpec> recipients;            // default of verbs
  std::vector<SlotSpec> noun_recipients;       // default of nouns of action
  bool needs_recipient = false;                // without one (or a second actor) no event
  bool actor_optional = false;                 // an attack by unknowns
  bool mutual = false;                         // parties of "with", "between" are actors
  std::string requested, refused, threatened;  // mode of REQUEST, REJECT, THREATEN over it
  std::optional<EventType> promised;           // type when willed or promised; empty: itself
  std::optional<EventType> declined;           // type when it "will not" happen
  std::optional<EventType> ended;              // type of ending, suspending, reducing it
};

// One row of modes.tsv or contexts.tsv: a label that words show.
struct WordLabel {
  std::string label;
  std::optional<EventType> type;  // modes only
};

class Lexicon {
 public:
  // Reads DIR/entries/*.tsv and the tables beside; before them OVERLAY/entries/*.tsv
  // of every overlay that has some: their rows win where word and frame are
  // those of a row of DIR.  Errors: every fault of a row with file and line;
  // kNotFound.
  static Result<Lexicon> load(const std::string& directory,
                              const std::vector<std::string>& overlays = {});

  // Entries of `lemma`, most specific first; empty if none.
  const std::vector<const Entry*>& find(EntryPos pos, std::string_view lemma) const;
  const Signature& signature(EntryClass cls) const {
    return signatures_[static_cast<std::size_t>(cls)];
  }
  const TypeRule& rule(EventType type) const { return types_[static_cast<std::size_t>(type)]; }
  // Rows in the order of the table; the first that a clause shows wins for modes.
  const std::vector<WordLabel>& modes() const { return modes_; }
  const std::vector<WordLabel>& contexts() const { return contexts_; }
  // Rows that a word, or two words with a blank, shows: indexes, ascending.
  const std::vector<std::uint8_t>& modes_of(std::string_view word) const {
    return rows_of(mode_words_, word);
  }
  const std::vector<std::uint8_t>& contexts_of(std::string_view word) const {
    return rows_of(context_words_, word);
  }
  // Whether `word` is in a named set of selection.tsv.
  bool is_a(std::string_view word, std::string_view set) const;
  // What a word on a predicate takes from it ("alleged"); kKeep for all others.
  Effect hedge(std::string_view word) const {
    const auto found = hedges_.find(word);
    return found == hedges_.end() ? Effect::kKeep : found->second;
  }
  const std::vector<std::unique_ptr<Entry>>& entries() const { return entries_; }

 private:
  friend class LexiconReader;
  Lexicon() = default;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  using Index = std::unordered_map<std::string, std::vector<const Entry*>, Hash, std::equal_to<>>;

  using LabelIndex =
      std::unordered_map<std::string, std::vector<std::uint8_t>, Hash, std::equal_to<>>;
  static const std::vector<std::uint8_t>& rows_of(const LabelIndex& index, std::string_view word);

  std::vector<std::unique_ptr<Entry>> entries_;
  std::array<Index, 3> index_;
  std::array<Signature, kEntryClassCount> signatures_;
  std::array<TypeRule, 16> types_;
  std::unordered_map<std::string, Effect, Hash, std::equal_to<>> hedges_;
  std::map<std::string, std::vector<std::string>, std::less<>> selection_;  // sorted
  std::vector<WordLabel> modes_;
  std::vector<WordLabel> contexts_;
  LabelIndex mode_words_;
  LabelIndex context_words_;
};

}  // namespace entente
