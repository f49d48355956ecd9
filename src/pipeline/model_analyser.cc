#include "pipeline/model_analyser.h"

#include <utility>

#include "text/paragraphs.h"

namespace entente {
namespace {

// Appends `part`, the analysis of the bytes from `offset` on, to `whole`.
void append(Analysis& whole, const Analysis& part, std::size_t offset) {
  const auto bytes = static_cast<std::uint32_t>(offset);
  const auto first = static_cast<std::uint32_t>(whole.tokens.size());
  for (Token token : part.tokens) {
    token.begin += bytes;
    token.end += bytes;
    token.head += first;
    token.lemma = whole.keep(token.lemma);
    token.morph = whole.keep(token.morph);
    whole.tokens.push_back(token);
  }
  const auto shift = [first](TokenRange range) {
    return TokenRange{range.first + first, range.last + first};
  };
  for (const TokenRange sentence : part.sentences) whole.sentences.push_back(shift(sentence));
  for (const NamedEntity& entity : part.entities) {
    whole.entities.push_back({shift(entity.tokens), entity.type});
  }
  for (const TokenRange chunk : part.noun_chunks) whole.noun_chunks.push_back(shift(chunk));
}

}  // namespace

Result<std::unique_ptr<ModelAnalyser>> ModelAnalyser::open(const std::string& model_path,
                                                           AnalysisUnit unit) {
  Result<LanguageModel> model = LanguageModel::open(model_path);
  if (!model) return std::unexpected(std::move(model).error());
  return std::unique_ptr<ModelAnalyser>(new ModelAnalyser(std::move(*model), unit));
}

std::unique_ptr<Analyzer> ModelAnalyser::borrow() const {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Analyzer> analyzer = std::move(idle_.back());
      idle_.pop_back();
      return analyzer;
    }
  }
  return std::make_unique<Analyzer>(model_);
}

void ModelAnalyser::give_back(std::unique_ptr<Analyzer> analyzer) const {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(analyzer));
}

Analysis ModelAnalyser::analyse_paragraphs(Analyzer& analyzer, const Document& document) const {
  const std::string_view text = document.text;
  const auto parts = parts_to_read(text, document.asides);
  if (parts.size() == 1 && parts[0] == std::pair(std::size_t{0}, text.size())) {
    return analyzer.analyze(text, Section::kText);
  }
  Analysis whole(text, Section::kText);
  for (const auto& [begin, end] : parts) {
    append(whole, analyzer.analyze(text.substr(begin, end - begin), Section::kText), begin);
  }
  return whole;
}

Result<std::vector<Analysis>> ModelAnalyser::analyse(Document& document) const {
  std::unique_ptr<Analyzer> analyzer = borrow();
  std::vector<Analysis> analyses;
  if (!document.title.empty()) {
    analyses.push_back(analyzer->analyze(document.title, Section::kTitle));
  }
  analyses.push_back(unit_ == AnalysisUnit::kParagraph
                         ? analyse_paragraphs(*analyzer, document)
                         : analyzer->analyze(document.text, Section::kText));
  give_back(std::move(analyzer));
  return analyses;
}

}  // namespace entente
