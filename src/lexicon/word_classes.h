// Closed classes of words that decide how syntax is undone: verbs of object
// control, raising verbs, quantity heads, light verbs, reporting verbs ...
// Read from data/lexicon/classes.tsv, and the lemmas that the model gets wrong
// from data/lexicon/lemmas.tsv.  Immutable once loaded, free for any
// number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"

namespace entente {

// X(enumerator, "name in the table")
#define ENTENTE_WORD_CLASSES(X)                                                                   \
  X(ObjectControl, "object_control")   /* urge Russia to withdraw: Russia withdraws */            \
  X(SubjectControl, "subject_control") /* promise Kyiv to send: the promiser sends */             \
  X(Raising, "raising")     /* appear, likely, set to: the subject belongs to the inner clause */ \
  X(Scheduled, "scheduled") /* due, set, about to: raising words that tell the future */          \
  X(Tough, "tough")         /* hard to reach: the subject is the inner object */                  \
  X(Quantity, "quantity")   /* a series of raids: the raids count */                              \
  X(Light, "light")         /* launch an attack: the noun is the act */                           \
  X(LightInverse, "light_inverse")   /* come under attack: the subject undergoes the act */       \
  X(Report, "report")                /* say, tell, announce */                                    \
  X(SubjectGerund, "subject_gerund") /* use X for bombing: the user bombs, not X */               \
  X(Intransitive, "intransitive")    /* "X called for": finite, never a reduced relative */       \
  X(Views, "views")                  /* dismiss X as Y: "as Y" belongs to the verb */             \
  X(Naming, "naming")                /* call X a fool */                                          \
  X(Together, "together")            /* as well as, together with: join two names */              \
  X(ComplexPreposition, "complex_preposition") /* in response to */                               \
  X(Particle, "particle")                /* off, out, down: belong to the verb they follow */     \
  X(Condition, "condition")              /* if, unless, whether */                                \
  X(Negator, "negator")                  /* never, hardly, nor */                                 \
  X(NegativePronoun, "negative_pronoun") /* nobody, none */                                       \
  X(TimeNoun, "time_noun")               /* day, week: no participant */

enum class WordClass : std::uint8_t {
#define ENTENTE_ENUMERATOR(name, text) k##name,
  ENTENTE_WORD_CLASSES(ENTENTE_ENUMERATOR)
#undef ENTENTE_ENUMERATOR
};

// The classes that one word is in.
class WordClassSet {
 public:
  bool has(WordClass c) const { return (bits_ >> static_cast<unsigned>(c) & 1U) != 0; }
  void add(WordClass c) { bits_ |= 1U << static_cast<unsigned>(c); }
  void add(WordClassSet other) { bits_ |= other.bits_; }
  bool empty() const { return bits_ == 0; }

 private:
  std::uint32_t bits_ = 0;
};

class WordClasses {
 public:
  // Parses the two tables; the paths are used in messages only.
  // classes.tsv: class, word (lower-case lemma or phrase with single blanks),
  // source.  lemmas.tsv: form, wrong lemma, right lemma, source.  Errors:
  // kBadFormat for what base/tsv.h refuses, an unknown class or an upper-case
  // word; kDuplicate for a row that stands twice.
  static Result<WordClasses> parse(std::string classes, const std::string& classes_path,
                                   std::string lemmas, const std::string& lemmas_path);
  // Reads classes.tsv and lemmas.tsv in `folder`.  As parse(); also kNotFound and kIo.
  static Result<WordClasses> load(const std::string& folder);

  // The classes of a lower-case word or phrase; empty when it is in none.
  WordClassSet find(std::string_view word) const {
    const auto it = classes_.find(word);
    return it == classes_.end() ? WordClassSet() : it->second;
  }
  // The right lemma of a lower-case form of a verb that the model gets wrong; "" for all others.
  std::string_view find_lemma(std::string_view form) const {
    const auto it = lemmas_.find(form);
    return it == lemmas_.end() ? std::string_view() : it->second;
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  Status add_classes(std::string text, const std::string& path);
  Status add_lemmas(std::string text, const std::string& path);

  std::unordered_map<std::string, WordClassSet, Hash, std::equal_to<>> classes_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> lemmas_;
};

}  // namespace entente
