// Analyses by the language model.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/result.h"
#include "nlp/language_model.h"
#include "pipeline/analyser.h"

namespace entente {

// What the model reads at a time.  Whole texts give what spaCy gives; but spaCy
// lets sentences run on from a head line into the text, so that events are
// better coded paragraph by paragraph, without the asides (text/asides.h).
enum class AnalysisUnit : std::uint8_t { kText, kParagraph };

class ModelAnalyser : public Analyser {
 public:
  // Errors: those of LanguageModel::open.
  static Result<std::unique_ptr<ModelAnalyser>> open(const std::string& model_path,
                                                     AnalysisUnit unit);

  Result<std::vector<Analysis>> analyse(Document& document) const override;

 private:
  ModelAnalyser(LanguageModel model, AnalysisUnit unit) : model_(std::move(model)), unit_(unit) {}

  // Lends an Analyzer to one thread; made anew only when all are out.
  std::unique_ptr<Analyzer> borrow() const;
  void give_back(std::unique_ptr<Analyzer> analyzer) const;
  Analysis analyse_paragraphs(Analyzer& analyzer, const Document& document) const;

  LanguageModel model_;
  AnalysisUnit unit_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<Analyzer>> idle_;  // guarded by mutex_
};

}  // namespace entente
