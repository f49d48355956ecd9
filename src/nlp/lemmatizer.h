// Tokens with parts of speech -> base forms, by rules and tables of a model.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/hashed_table.h"
#include "model/model_file.h"
#include "nlp/working_doc.h"

namespace entente {

// Immutable: free for any number of threads, each with its own Workspace.
class Lemmatizer {
 public:
  // `model` must outlive the lemmatizer.  Errors: kNotFound, kBadFormat.
  static Result<Lemmatizer> load(const ModelFile& model);

  // The lemmas found lately; bounded, about 1 MB.
  class Workspace {
    friend class Lemmatizer;
    static constexpr std::size_t kEntries = std::size_t{1} << 13;
    struct Entry {
      const Lexeme* lexeme = nullptr;
      Pos pos = Pos::kOther;
      std::string lemma;
    };
    std::vector<Entry> entries = std::vector<Entry>(kEntries);
  };

  // Sets the lemma of every token that has none; reads pos and morph.  The
  // text of the lemmas is kept by the analysis.
  void apply(Analysis& analysis, const WorkingDoc& doc, Workspace& workspace) const;

  // The lemma of a form that is no base form.
  std::string find_lemma(const Lexeme& lexeme, Pos pos) const;

 private:
  struct Tables {
    StringList rules;  // old ending, new ending, old, new, …
    HashedTable exceptions;
    std::span<const std::uint64_t> index;  // hashes of base forms, ascending
    bool any = false;
  };
  static constexpr std::size_t kPosCount = static_cast<std::size_t>(Pos::kSpace) + 1;
  static Result<Tables> load_tables(const ModelFile& model, Pos pos);

  std::array<Tables, kPosCount> tables_;  // by Pos
};

// Whether part of speech and features say that a form is its own lemma.
bool is_base_form(Pos pos, std::string_view morph);

}  // namespace entente
