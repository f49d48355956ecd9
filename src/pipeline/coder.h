// From a document to event records: the one place that knows the order of the
// stages.
//
//   analyse -> propositions, times, places -> mentions -> events -> one record an act
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "knowledge/knowledge.h"
#include "lexicon/lexicon.h"
#include "lexicon/word_classes.h"
#include "pipeline/analyser.h"
#include "record/coded_document.h"
#include "record/document.h"
#include "record/entity.h"

namespace entente {

struct CoderFiles {
  std::string data;                   // the folder with lexicon/ and knowledge/
  std::string knowledge_image;        // compiled knowledge; empty: compile data/knowledge now
  std::vector<std::string> overlays;  // folders with tables of the user
};

// Told the name of every stage when it has ended, in the thread that codes.
using StageObserver = std::function<void(std::string_view stage)>;

// Immutable once loaded; any number of threads may code with it.
class Coder {
 public:
  // Errors: those of the readers of the data.
  static Result<Coder> load(const CoderFiles& files, std::unique_ptr<Analyser> analyser);

  // Errors: those of the analyser.  `observe` may be empty.
  Result<CodedDocument> code(Document document, const StageObserver& observe = {}) const;

  // Whom a phrase names: where it stands in `context`, else behind it (may be
  // empty); several for "Russia and China", one without id when it names
  // nobody.  Errors: those of the analyser.
  Result<std::vector<Entity>> resolve(std::string phrase, std::string context,
                                      std::optional<Date> date) const;

  const Knowledge& knowledge() const { return *knowledge_; }

 private:
  Coder() = default;

  std::unique_ptr<Analyser> analyser_;
  std::unique_ptr<Knowledge> knowledge_;
  std::unique_ptr<Lexicon> lexicon_;
  std::unique_ptr<WordClasses> classes_;
};

// Opens the compiled knowledge with its overlays.
Result<Knowledge> open_knowledge(const CoderFiles& files);

}  // namespace entente
